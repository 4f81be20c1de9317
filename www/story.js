// The story: the step that is being read sets the year, the focus and the year to compare of the view.
import { h } from "./dom.js";
import { find } from "./find.js";

// It is registered by another script, so that the page is readable before.
const view = /** @type {import("./element.js").DetenteViewElement} */ (find("detente-view", HTMLElement));
const picture = find(".picture", HTMLElement);
const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".step")]);
const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".part")]);
const REDUCED_MOTION = matchMedia("(prefers-reduced-motion: reduce)");
const WIDE = matchMedia("(min-width: 900px)");
/** The line where one reads, in CSS pixels from the top; below the picture where that stands above the text. */
const line = () => innerHeight * (WIDE.matches ? 0.45 : 0.66); // not of the picture: a place of the window
/** How long a step that was asked for is scrolled to, at most, in milliseconds. */
const SCROLL = 1200;
/** @type {HTMLElement | undefined} */
let current;
/** Until when scrolling is our own. */
let scrolling = 0;

/** What it says, in the language of the page. */
const words = find(".steps", HTMLElement).dataset;
/** A text with values in the place of `{0}` and `{1}`. @param {string | undefined} text @param {...(string | number | undefined)} values */
const filled = (text = "", ...values) => text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
const before = h("button", { type: "button", onclick: () => move(-1) }, words["previous"] ?? "");
const after = h("button", { type: "button", onclick: () => move(1) }, words["next"] ?? "");
const count = h("span", { className: "count" });
const section = h("select", { "aria-label": words["section"] ?? "", onchange: () => go(steps.find((step) => partOf(step)?.id === section.value)) },
  ...parts.map((part) => new Option(part.querySelector("h2")?.textContent ?? "", part.id)));
const bar = h("nav", { className: "steps-bar", "aria-label": words["steps"] ?? "" }, before, count, after, section,
  h("a", { href: words["picture"] ?? "./", title: words["skipStory"] ?? "" }, words["skip"] ?? ""));

/** @param {HTMLElement} step */
function partOf(step) {
  return step.closest(".part");
}

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function set(name, value) {
  if (value) view.setAttribute(name, value);
  else view.removeAttribute(name);
}

/**
 * Makes a step the current one: the view shows it.
 * @param {HTMLElement | undefined} step
 */
function show(step) {
  if (!step || step === current) return;
  current?.removeAttribute("aria-current");
  current = step;
  step.setAttribute("aria-current", "step");
  set("focus", step.dataset.focus);
  set("compare", step.dataset.compare);
  set("year", step.dataset.to);
  count.textContent = filled(words["stepOf"], steps.indexOf(step) + 1, steps.length); // not of the picture: which step of the story
  before.disabled = step === steps[0];
  after.disabled = step === steps.at(-1);
  section.value = partOf(step)?.id ?? "";
  history.replaceState(null, "", `#${step.id}`);
}

/**
 * Scrolls to a step and shows it.
 * @param {HTMLElement | undefined} step
 * @param {ScrollBehavior} [behavior]
 */
function go(step, behavior = REDUCED_MOTION.matches ? "auto" : "smooth") {
  if (!step) return;
  scrolling = performance.now() + SCROLL; // not of the picture: how long the page scrolls
  show(step);
  step.scrollIntoView({ behavior, block: WIDE.matches ? "center" : "start" });
}

/** @param {number} by how many steps, forwards or backwards */
function move(by) {
  go(current && steps[steps.indexOf(current) + by]); // not of the picture: which step of the story
}

/** Shows the step at the line where one reads. */
function read() {
  if (performance.now() < scrolling) return;
  scrolling = 0;
  const at = line();
  let nearest = steps[0];
  let gap = Infinity;
  for (const step of steps) {
    const { top, bottom } = step.getBoundingClientRect();
    const away = Math.max(top - at, at - bottom, 0); // not of the picture: how far a text is from a place of the window
    if (away < gap) [nearest, gap] = [step, away];
  }
  show(nearest);
}

/** The first screen has the heading above the picture, which must not push it out of the window. */
function makeRoom() {
  picture.style.setProperty("--above", `${Math.max(0, Math.round(picture.getBoundingClientRect().top))}px`); // not of the picture: what stands above it in the window
}

/** @returns {HTMLElement | undefined} */
function addressed() {
  return steps.find((step) => step.id === location.hash.slice(1));
}

for (const step of steps) {
  const { from, to } = step.dataset;
  if (from === to) continue;
  const play = h("button", { type: "button", className: "again" }, filled(words["play"], from, to));
  play.addEventListener("click", () => {
    go(step);
    view.playFrom(Number(from), Number(to));
  });
  step.querySelector(".when")?.append(" ", play);
}

let waiting = false;
let begun = false;
addEventListener("scroll", () => {
  if (waiting || !begun) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    makeRoom();
    read();
  });
}, { passive: true });
// Whoever scrolls by hand is no longer on the way to the step that was asked for.
for (const name of ["wheel", "touchmove"]) addEventListener(name, () => { scrolling = 0; }, { passive: true });
addEventListener("scrollend", () => { scrolling = 0; });
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest("input, select, textarea, button, detente-view, summary")) return;
  const by = new Map([["ArrowRight", 1], ["ArrowLeft", -1]]).get(event.key);
  if (!by) return;
  event.preventDefault();
  move(by);
});
addEventListener("hashchange", () => go(addressed()));

function begin() {
  begun = true;
  document.documentElement.classList.add("moving");
  find(".steps", HTMLElement).append(bar);
  makeRoom();
  const asked = addressed();
  if (asked) go(asked, "auto");
  else read();
}

// A picture that cannot move leaves the article as it is, with its own pictures.
view.addEventListener("error", () => {
  begun = false;
  document.documentElement.classList.remove("moving");
  bar.remove();
});
if (view.dataset.state === "ready") begin();
else view.addEventListener("ready", begin, { once: true });
addEventListener("beforeprint", () => {
  for (const still of /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll(".still img"))) still.loading = "eager";
});
