// Making elements without markup: whatever comes from data is text.

/** Confidence in words; what is on record needs none. */
export const DOUBT = { high: "", medium: "a judgement on the sources", low: "uncertain: a guess or a single weak source" };

/**
 * An element with properties and children. Attributes by `aria-…`, `role`, `part`, `for`; the rest are properties.
 * @param {string} name @param {object} [properties] @param {...(Node|string)} children
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key.includes("-") || key === "role" || key === "part" || key === "for") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

/** A link to a source, if its address is one to the web; else its name alone. */
export function link({ title, publisher, url }) {
  // An encyclopedia is cited by its article, anyone else by name.
  const words = publisher.endsWith("Wikipedia") ? `${publisher}: ${title.replace(` (${publisher})`, "")}` : publisher || title;
  let address;
  try {
    address = new URL(url);
  } catch {
    address = undefined;
  }
  if (address?.protocol !== "https:" && address?.protocol !== "http:") return h("cite", { title }, words);
  return h("a", {
    href: address.href,
    target: "_blank",
    rel: "noopener noreferrer nofollow ugc",
    title: `${title} (${address.hostname})`,
  }, words);
}

/** Sources in a row. */
export function sources(list) {
  return h("p", { className: "sources" }, ...list.map(link));
}

/** Sets text only when it differs, so that nothing is laid out for nothing. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A swatch in a colour of the data. */
export function swatch(color, hollow = false) {
  const mark = h("span", { className: hollow ? "swatch hollow" : "swatch", "aria-hidden": "true" });
  if (color) mark.style.setProperty("--mark", color);
  return mark;
}
