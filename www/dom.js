// Making elements without markup: whatever comes from data is text.

/** Confidence in words; what is on record needs none. */
export const DOUBT = { high: "", medium: "a judgement on the sources", low: "uncertain: a guess or a single weak source" };

/**
 * Attributes that are not properties, or not of the same name.
 * @typedef {{ role?: string, part?: string, for?: string, "data-index"?: string } & { [name: `aria-${string}`]: string }} Attributes
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
 * A link to a source, if its address is one to the web; else its name alone.
 * @param {import("./detente.js").SourceRow} source
 */
export function link({ title, publisher, url }) {
  // An encyclopedia is cited by its article, anyone else by name.
  const words = publisher.endsWith("Wikipedia") ? `${publisher}: ${title.replace(` (${publisher})`, "")}` : publisher || title;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== "https:" && address?.protocol !== "http:") return h("cite", { title }, words);
  return h("a", {
    href: address.href,
    target: "_blank",
    rel: "noopener noreferrer nofollow ugc",
    title: `${title} (${address.hostname})`,
  }, words);
}

/**
 * Sources in a row.
 * @param {import("./detente.js").SourceRow[]} list
 */
export function sources(list) {
  return h("p", { className: "sources" }, ...list.map(link));
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
 * A round mark in a colour of the data, or an empty ring.
 * @param {string} color
 */
export function swatch(color, hollow = false) {
  const mark = h("span", { className: hollow ? "swatch hollow" : "swatch", "aria-hidden": "true" });
  if (color) mark.style.setProperty("--mark", color);
  return mark;
}

/**
 * A picture of 24 by 24, filled with the text's colour.
 * @param {string} path
 */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/**
 * Whether a key is pressed with another that gives it a meaning of the browser's.
 * @param {KeyboardEvent} event
 */
export function modified({ altKey, ctrlKey, metaKey }) {
  return altKey || ctrlKey || metaKey;
}
