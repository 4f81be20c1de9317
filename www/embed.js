// The view in a frame: the address says what it shows, and messages to the host say how high it is.
import "./define.js";
import { find } from "./find.js";
import { readStep, warn } from "./settings.js";

/** What the address may set. It names no dataset: a frame shows what its own site brings. */
const VALUES = ["year", "focus", "compare", "view", "theme", "lang", "controls", "speed"];
const SWITCHES = ["autoplay", "loop"];
const LOWEST = 50;
const HIGHEST = 20_000;
/** How long the year must stand before the host is told: milliseconds. */
const PAUSE = 150;

const view = /** @type {import("./element.js").DetenteViewElement} */ (find("detente-view", HTMLElement));
const frame = find(".frame", HTMLElement);
const asked = new URLSearchParams(location.search);
const word = (/** @type {string} */ name) => (/^[\w-]{1,64}$/.exec(asked.get(name) ?? "") ?? [])[0];
/** What hosts know this frame by; it stands in its own address. */
const id = word("id") ?? (location.search.slice(1) || "embed.html");
const pym = word("childId");

for (const name of VALUES) {
  const value = asked.get(name);
  if (value) view.setAttribute(name, value);
}
for (const name of SWITCHES) if (asked.has(name) && asked.get(name) !== "0") view.setAttribute(name, "");
document.documentElement.className = view.theme === "auto" ? "" : view.theme;

/** The words of the still picture that stays where nothing moves. */
async function describeStill() {
  const { year } = view;
  if (year === undefined || !frame.querySelector(".asked")) return;
  try {
    const response = await fetch("pictures/alt.json", { credentials: "omit" });
    const words = (await response.json())[year];
    if (typeof words !== "string") return;
    const said = document.createElement("p");
    said.textContent = words;
    find(".words", HTMLElement, frame).replaceWith(said);
  } catch {
    // The picture stays with the little that its alternative text says.
  }
}

/** The way to the full page keeps the year and the focus. */
function showWay() {
  const hash = new URLSearchParams();
  if (view.year !== undefined) hash.set("year", String(view.year));
  if (view.focusId) hash.set("focus", view.focusId);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (frame.querySelectorAll("h1 a, [data-full]"))) link.hash = hash.size ? `#${hash}` : "";
}

// --- how high it is -------------------------------------------------------------------------

/** @type {number | undefined} */
let told;
let waiting = false;

/** Tells the host in the words that hosts listen for: Datawrapper's, AMP's, Embedly's, pym's, and our own. */
function tellHeight() {
  waiting = false;
  const height = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(frame.getBoundingClientRect().height))); // not of the picture: the height of this page
  if (height === told || parent === window) return;
  told = height;
  // A height is no secret, and who frames us is not known.
  const post = (/** @type {unknown} */ message) => parent.postMessage(message, "*");
  post({ type: "detente:height", v: 1, id, height });
  post({ "datawrapper-height": { [id]: height } });
  post({ sentinel: "amp", type: "embed-size", height });
  post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
}

new ResizeObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(tellHeight);
}).observe(frame);

// --- what the host may ask ------------------------------------------------------------------

function tellState(to = "*") {
  if (parent === window) return;
  parent.postMessage({ type: "detente:state", v: 1, id, year: view.year, focus: view.focusId, playing: !view.paused }, to);
}

/** An actor's id in letters and digits, or those of two with a hyphen between; none is nobody. */
const FOCUS = /^([\p{L}\p{N}_.]{1,32}(-[\p{L}\p{N}_.]{1,32})?)?$/u;

/** Every field is of its own type, or is passed over. @type {Record<string, (value: unknown) => void>} */
const FIELDS = {
  year: (value) => {
    // A month or a day is a text, and a year a number.
    const step = Number.isInteger(value) || (typeof value === "string" && value.includes("-")) ? readStep(String(value)) : undefined;
    if (step !== undefined) view.setAttribute("year", String(step));
  },
  focus: (value) => { if (typeof value === "string" && FOCUS.test(value)) view.focusId = value; },
  playing: (value) => {
    if (value === true) view.play();
    else if (value === false) view.pause();
  },
};

addEventListener("message", ({ data, source, origin }) => {
  if (source !== parent || parent === window || typeof data !== "object" || data === null || data.v !== 1) return;
  if (data.type === "detente:set") {
    for (const [name, apply] of Object.entries(FIELDS)) if (Object.hasOwn(data, name)) apply(data[name]);
  } else if (data.type === "detente:get") {
    tellState(origin === "null" ? "*" : origin);
  }
});

/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling;
function changed() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    showWay();
    tellState();
  }, PAUSE);
}
for (const name of ["ready", "yearchange", "focuschange"]) view.addEventListener(name, changed);
view.addEventListener("error", describeStill);
showWay();
if (asked.has("src")) warn(view, "A frame shows its own site's dataset; src is passed over.");
