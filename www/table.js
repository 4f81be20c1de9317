// The picture as a table, built when it is opened and when a year settles under it.
import { h } from "./dom.js";

/** The table of everyone in the picture. */
export class Table {
  #rows;
  #body = h("div", { className: "table-scroll", tabIndex: 0, role: "region", "aria-label": "The picture as a table" });

  /** @param {() => { year: number, list: import("./detente.js").TableRow[] }} rows */
  constructor(rows) {
    this.#rows = rows;
    this.element = h("details", { className: "table", part: "table", ontoggle: () => this.refresh() },
      h("summary", {}, "Everyone in the picture, as a table"), this.#body);
  }

  open() {
    this.element.open = true;
  }

  refresh() {
    if (!this.element.open) return;
    const { year, list } = this.#rows();
    const head = h("tr", {}, ...["Actor", "Stance", "Since", "Why"].map((name) => h("th", { scope: "col" }, name)));
    const row = (/** @type {import("./detente.js").TableRow} */ { name, stance, stanceName, since, why }) =>
      h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, `${stanceName} (${stance > 0 ? "+" : ""}${String(stance).replace("-", "−")})`),
        h("td", {}, since), h("td", {}, why));
    this.#body.replaceChildren(h("table", {}, h("caption", {}, `At the end of ${year}: ${list.length} actors`),
      h("thead", {}, head), h("tbody", {}, ...list.map(row))));
  }
}
