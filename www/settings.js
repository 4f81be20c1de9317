// What the attributes of <detente-view> may say. What is unknown falls back, with one warning on the console.

/**
 * @typedef {"full" | "network" | "timeline" | "small-multiples" | "table"} ViewName
 * @typedef {"auto" | "light" | "dark" | "contrast" | "print"} Theme
 * @typedef {number | string} Step a year as a number, a month or a day as text
 * @typedef {{ year: Step | undefined, compare: Step | undefined, view: ViewName, theme: Theme, controls: "full" | "none",
 *   lang: string, speed: number }} Values
 */

/** @type {WeakMap<Element, Set<string>>} */
const warned = new WeakMap();

/**
 * A year of one to six digits, before year 0 with a minus, or a month or day as a date: in attributes and in the
 * address of the page.
 * @param {string | null | undefined} text
 * @returns {Step | undefined}
 */
export function readStep(text) {
  if (!text) return undefined;
  if (/^-?\d{1,6}$/.test(text)) return Number(text);
  return /^\d{4}(-\d\d){1,2}$/.test(text) ? text : undefined;
}

/**
 * The number on the slider of a year, month or day; NaN where there is none.
 * @param {import("./detente.js").Detente} core
 * @param {Step} step
 */
export function stepOf(core, step) {
  return core.stepOf(String(step)) ?? NaN;
}

/** By attribute: how its text is read, what holds without it, and what it may say. */
const SETTINGS = {
  year: { read: readStep, without: undefined, says: "a year, a month or a day" },
  compare: { read: readStep, without: undefined, says: "a year, a month or a day" },
  view: oneOf("full", "network", "timeline", "small-multiples", "table"),
  theme: oneOf("auto", "light", "dark", "contrast", "print"),
  controls: oneOf("full", "none"),
  // A language may be narrower than ours is: en-GB is English.
  lang: { ...oneOf("en", "it", "ko", "ar"), read: (/** @type {string} */ text) => text.match(/^(en|it|ko|ar)\b/)?.[0] },
  speed: {
    read: (/** @type {string} */ text) => (Number(text) >= 0.5 && Number(text) <= 4 ? Number(text) : undefined),
    without: 1,
    says: "a number from 0.5 to 4",
  },
};

/** @param {...string} words */
function oneOf(...words) {
  return { read: (/** @type {string} */ text) => words.find((word) => word === text), without: words[0], says: words.join(", ") };
}

/**
 * What an attribute says, or what holds without it.
 * @template {keyof Values} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {Values[Name]}
 */
export function setting(element, name) {
  const { read, without, says } = SETTINGS[name];
  const text = element.getAttribute(name);
  const value = text ? read(text.trim()) : without;
  if (text && value === undefined) warn(element, `${name}="${text}" is unknown to <detente-view>; it takes ${says}.`);
  return /** @type {Values[Name]} */ (value ?? without);
}

/**
 * Writes a property into its attribute; nothing takes it away.
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function reflect(element, name, value) {
  if (value === undefined || value === null || value === "") element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

/**
 * Says a sentence on the console, once for an element.
 * @param {Element} element
 * @param {string} sentence
 */
export function warn(element, sentence) {
  const said = warned.get(element) ?? new Set();
  warned.set(element, said);
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(sentence);
}
