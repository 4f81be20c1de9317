// The fixed labels of a view say "month" or "day" in the place of "year" where its dataset counts those.

/** Which elements have such labels, and which such text. */
const LABELLED = ".bar [aria-label], .panel, .timeline-canvas, .small-multiples, .sought";
const TOLD = "#timeline-keys, .small-multiples .heading";
const ATTRIBUTES = ["aria-label", "title", "placeholder"];

/** What each said of years. @type {WeakMap<Element, Map<string, string>>} */
const said = new WeakMap();

/**
 * @param {Element} element
 * @param {string} name of an attribute, or nothing for the text
 * @param {string | null} now
 */
function ofYears(element, name, now) {
  const known = said.get(element) ?? new Map();
  said.set(element, known);
  if (!known.has(name)) known.set(name, now ?? "");
  return known.get(name) ?? "";
}

/**
 * @param {string} text
 * @param {string} step
 */
function inSteps(text, step) {
  return text.replace(/year/g, step).replace(/Year/g, step.replace(/^./, (letter) => letter.toUpperCase()));
}

/**
 * Names what the slider counts in every fixed label.
 * @param {Element} whole the view
 * @param {"year" | "month" | "day"} step
 */
export function nameSteps(whole, step) {
  for (const element of whole.querySelectorAll(LABELLED)) {
    for (const name of ATTRIBUTES) {
      if (element.hasAttribute(name)) element.setAttribute(name, inSteps(ofYears(element, name, element.getAttribute(name)), step));
    }
  }
  for (const element of whole.querySelectorAll(TOLD)) element.textContent = inSteps(ofYears(element, "", element.textContent), step);
}
