// Making elements without markup: whatever comes from data is text.

/**
 * Attributes that are not properties, or not of the same name.
 * @typedef {{ role?: string, part?: string, for?: string } & { [name: `aria-${string}` | `data-${string}`]: string }} Attributes
 */

/**
 * An element with properties and children. Attributes by `aria-…`, `data-…`, `role`, `part`, `for`; the rest are properties.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Omit<Partial<HTMLElementTagNameMap[Name]>, "role" | "part"> & Attributes} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key.includes("-") || key === "role" || key === "part" || key === "for") element.setAttribute(key, String(value));
    else Reflect.set(element, key, value);
  }
  element.append(...children);
  return element;
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
