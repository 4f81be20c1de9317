// A second year held against the shown one: the choice, and the list of who moved.
import { h } from "./dom.js";
import { compareWith, noOther } from "./messages-late.js";
import { swatch, way } from "./rows.js";

/** The choice of the year to compare with. */
export class Compare {
  #select = h("select", {});
  element = h("label", { className: "compare", part: "compare" }, compareWith, " ", this.#select);

  /** @param {(year?: string) => void} choose */
  constructor(choose) {
    this.#select.addEventListener("change", () => choose(this.#select.value || undefined));
  }

  /**
   * @param {[import("./detente.js").StepId, string][]} steps
   * @param {string} step what they are
   */
  setSpan(steps, step) {
    const years = steps.map(([id, name]) => h("option", { value: String(id) }, name));
    this.#select.replaceChildren(h("option", { value: "" }, noOther(step)), ...years);
  }

  /** @param {import("./detente.js").StepId | undefined} year */
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
export function differences({ heading, alone, note, sections }, ways) {
  const group = (/** @type {import("./detente.js").Section} */ { kind, title, rows }) => [h("h3", {}, title), h("ul", { className: `links ${kind}` },
    ...rows.map((row) => h("li", {}, swatch(row), way(row.title, () => ways.focus(row.id)), h("span", { className: "when" }, ` ${row.how}`))))];
  return [
    h("button", { type: "button", className: "back", onclick: () => ways.compare() }, alone),
    h("h2", { className: "heading" }, heading),
    h("p", { className: sections.length ? "note" : "summary" }, note),
    ...sections.flatMap(group),
  ];
}
