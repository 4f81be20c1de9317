// The story: the step that is being read sets the year, the focus and the year to compare of the view.
const view = document.querySelector("detente-view");
const steps = [...document.querySelectorAll(".step")];
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const WIDE = matchMedia("(min-width: 900px)");
/** Where one reads: this far down the window; below the picture where that stands above the text. */
const line = () => innerHeight * (WIDE.matches ? 0.45 : 0.66);
/** How long a step that was asked for is scrolled to, at most, in milliseconds. */
const WAY = 1200;
let current = -1;
let bound;

function set(name, value) {
  if (value) view.setAttribute(name, value);
  else view.removeAttribute(name);
}

/** Makes a step the one that is told. */
function tell(index) {
  if (index === current) return;
  steps[current]?.removeAttribute("aria-current");
  current = index;
  const { id, dataset } = steps[index];
  steps[index].setAttribute("aria-current", "step");
  set("focus", dataset.focus);
  set("compare", dataset.compare);
  set("year", dataset.to);
  count.textContent = `${index + 1} of ${steps.length}`;
  [before.disabled, after.disabled] = [index === 0, index === steps.length - 1];
  section.value = steps[index].closest(".part").id;
  history.replaceState(null, "", `#${id}`);
}

function bring(index, behavior) {
  steps[index].scrollIntoView({ behavior, block: WIDE.matches ? "center" : "start" });
}

/** Scrolls to a step and tells it. */
function go(index) {
  const to = Math.min(steps.length - 1, Math.max(0, index));
  bound = performance.now() + WAY;
  tell(to);
  bring(to, CALM.matches ? "auto" : "smooth");
}

/** The step at the line where one reads. */
function read() {
  if (bound && performance.now() < bound) return;
  bound = undefined;
  const at = line();
  let nearest = 0;
  let gap = Infinity;
  steps.forEach((step, index) => {
    const { top, bottom } = step.getBoundingClientRect();
    const away = top > at ? top - at : at > bottom ? at - bottom : 0;
    if (away < gap) [nearest, gap] = [index, away];
  });
  tell(nearest);
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const before = make("button", { type: "button", onclick: () => go(current - 1) }, "‹ Previous");
const after = make("button", { type: "button", onclick: () => go(current + 1) }, "Next ›");
const count = make("span", { className: "count" });
const section = make("select", { onchange: () => go(steps.findIndex((step) => step.closest(".part").id === section.value)) },
  ...[...document.querySelectorAll(".part")].map((part) => new Option(part.querySelector("h2").textContent, part.id)));
section.setAttribute("aria-label", "Section");
const bar = make("nav", { className: "steps-bar" }, before, count, after, section, make("a", { href: "./", title: "Skip the story: to the picture" }, "Skip"));
bar.setAttribute("aria-label", "Steps of the story");

for (const step of steps) {
  const { from, to } = step.dataset;
  if (from === to) continue;
  const play = make("button", { type: "button", className: "again" }, `▶ Play ${from}–${to}`);
  play.addEventListener("click", () => {
    go(steps.indexOf(step));
    view.travel(Number(from), Number(to));
  });
  step.querySelector(".when").append(" ", play);
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
for (const name of ["wheel", "touchmove"]) addEventListener(name, () => { bound = undefined; }, { passive: true });
addEventListener("scrollend", () => { bound = undefined; });
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest?.("input, select, textarea, button, detente-view, summary")) return;
  const move = { ArrowRight: 1, j: 1, ArrowLeft: -1, k: -1 }[event.key];
  if (!move) return;
  event.preventDefault();
  go(current + move);
});
addEventListener("hashchange", () => {
  const index = steps.findIndex((step) => step.id === location.hash.slice(1));
  if (index >= 0) go(index);
});

// The first screen has the heading above the picture, which must not push it out of the window.
const stand = document.querySelector(".picture");
const makeRoom = () => stand.style.setProperty("--above", `${Math.max(0, Math.round(stand.getBoundingClientRect().top))}px`);

function begin() {
  begun = true;
  document.documentElement.classList.add("moving");
  document.querySelector(".steps").append(bar);
  makeRoom();
  const asked = steps.findIndex((step) => step.id === location.hash.slice(1));
  if (asked < 0) read();
  else {
    tell(asked);
    bound = performance.now() + WAY;
    bring(asked, "auto");
  }
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
  for (const picture of document.querySelectorAll(".still img")) picture.loading = "eager";
});
