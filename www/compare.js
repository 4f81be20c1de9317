// A second year held against the shown one: the choice, and the list of who moved.
import { h } from "./dom.js";
import { swatch, way } from "./rows.js";

/** The choice of the year to compare with. */
export class Compare {
  #select = h("select", {});
  element = h("label", { className: "compare", part: "compare" }, "Compare with ", this.#select);

  /** @param {(year?: number) => void} choose */
  constructor(choose) {
    this.#select.addEventListener("change", () => choose(this.#select.value ? Number(this.#select.value) : undefined));
  }

  /** @param {import("./detente.js").Outline} outline */
  setSpan({ first, last }) {
    const years = [];
    for (let year = last; year >= first; year--) years.push(h("option", { value: String(year) }, String(year)));
    this.#select.replaceChildren(h("option", { value: "" }, "no other year"), ...years);
  }

  /** @param {number | undefined} year */
  show(year) {
    const value = year === undefined ? "" : String(year);
    if (this.#select.value !== value) this.#select.value = value;
  }
}

/**
 * Who stands otherwise than in the other year, in groups.
 * @param {import("./detente.js").DifferencesText} text
 * @param {import("./rows.js").Ways} ways
 */
export function differences({ heading, note, sections }, ways) {
  const group = (/** @type {import("./detente.js").Section} */ { kind, title, rows }) => [h("h3", {}, title), h("ul", { className: `links ${kind}` },
    ...rows.map((row) => h("li", {}, swatch(row), way(row.title, () => ways.focus(row.id)), h("span", { className: "when" }, ` ${row.how}`))))];
  return [
    h("button", { type: "button", className: "back", onclick: () => ways.compare() }, "‹ This year alone"),
    h("h2", { className: "heading" }, heading),
    h("p", { className: sections.length ? "note" : "summary" }, note),
    ...sections.flatMap(group),
  ];
}
