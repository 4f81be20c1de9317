// The parts of a row that the core hands over: its mark, its link to who says so, its paragraphs.
import { h } from "./dom.js";

/**
 * @typedef {import("./detente.js").Row} Row
 * @typedef {{ focus: (id?: string) => void, compare: (year?: string) => void, centre: (id?: string) => void, event: (index: number) => void }} Ways where a row leads
 */

/**
 * Gives an element the colour of a row: that of its tone or of its stance, from the palette.
 * @param {HTMLElement} element
 * @param {{ stance?: number | undefined, tone?: number | undefined }} row
 * @param {string} [kind] `stance`, or `text` where words are to be read in it
 */
export function colour(element, { stance, tone }, kind = "stance") {
  if (tone !== undefined) element.style.setProperty("--mark", `var(--tone${tone})`);
  else if (stance !== undefined) element.style.setProperty("--mark", `var(--${kind}${stance})`);
  else element.style.removeProperty("--mark");
  return element;
}

/**
 * A round mark in the colour of a row, or an empty ring.
 * @param {{ stance?: number | undefined, tone?: number | undefined }} row
 */
export function swatch(row) {
  const hollow = row.stance === undefined && row.tone === undefined;
  return colour(h("span", { className: hollow ? "swatch hollow" : "swatch", "aria-hidden": "true" }), row);
}

/**
 * A paragraph, unless it is empty.
 * @param {string} className
 * @param {string} text
 */
export function paragraph(className, text) {
  return text ? [h("p", { className }, text)] : [];
}

/**
 * What stands below a reason: which other stance is argued, and what is doubtful.
 * @param {Row} row
 */
export function remarks(row) {
  return [...paragraph("alternative", row.alternative), ...paragraph("doubt", row.doubt)];
}

/**
 * Who says so, in a row; addresses of the web are links.
 * @param {import("./detente.js").Source[]} list
 */
export function sources(list) {
  const link = (/** @type {import("./detente.js").Source} */ { words, title, url }) => {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (address?.protocol !== "https:" && address?.protocol !== "http:") return h("cite", { title, dir: "auto" }, words);
    return h("a", { href: address.href, dir: "auto", target: "_blank", rel: "noopener noreferrer nofollow ugc", title: `${title} (${address.hostname})` }, words);
  };
  return list.length ? [h("p", { className: "sources" }, ...list.map(link))] : [];
}

/**
 * A name that leads somewhere.
 * @param {string} name
 * @param {() => void} follow
 */
export function way(name, follow) {
  return h("button", { type: "button", className: "name", onclick: follow }, name);
}

/**
 * A table whose rows begin with a head.
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 */
export function tableOf(columns, rows) {
  const cells = (/** @type {readonly string[]} */ [head = "", ...rest]) => h("tr", {}, h("th", { scope: "row" }, head), ...rest.map((text) => h("td", {}, text)));
  return h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, ...rows.map(cells)));
}
