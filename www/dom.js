// Making elements without markup: whatever comes from data is text.
import { shared } from "./say.js";

/**
 * A message that stays: it is said anew when the language comes, and for what the slider counts.
 * @typedef {(step: string) => string} Label
 */

/**
 * Attributes that are not properties, not of the same name, or labels.
 * @typedef {{ role?: string, part?: string, for?: string, title?: string | Label, placeholder?: string | Label }
 *   & { [name: `aria-${string}` | `data-${string}`]: string | Label }} Attributes
 */

/**
 * An element with properties and children. Attributes by `aria-…`, `data-…`, `role`, `part`, `for` and labels; the rest
 * are properties. A child that is a label is its text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Omit<Partial<HTMLElementTagNameMap[Name]>, "role" | "part" | "title" | "placeholder"> & Attributes} [properties]
 * @param {...(Node | string | Label)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (typeof value === "function" && !key.startsWith("on")) label(element, key, /** @type {Label} */ (value));
    else if (key.includes("-") || key === "role" || key === "part" || key === "for") element.setAttribute(key, String(value));
    else Reflect.set(element, key, value);
  }
  element.append(...children.map((child) => (typeof child === "function" ? label(document.createTextNode(""), "", child) : child)));
  return element;
}

/**
 * Has a message stand in an attribute, or in a text.
 * @template {Node} Labelled
 * @param {Labelled} node
 * @param {string} name of the attribute; empty for the text
 * @param {Label} words
 */
export function label(node, name, words) {
  const known = shared.labels.get(node) ?? new Map();
  shared.labels.set(node, known.set(name, words));
  if (node instanceof Element) node.setAttribute(name, words("year"));
  else node.textContent = words("year");
  return node;
}

/**
 * Sets text only when it differs, so that nothing is laid out for nothing.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * An element of SVG.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
export function svg(name, attributes, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", name));
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * A picture of 24 by 24, filled with the text's colour.
 * @param {string} path
 */
export function icon(path) {
  return svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: path }));
}

/**
 * Whether a key is pressed with another that gives it a meaning of the browser's.
 * @param {KeyboardEvent} event
 */
export function modified({ altKey, ctrlKey, metaKey }) {
  return altKey || ctrlKey || metaKey;
}
