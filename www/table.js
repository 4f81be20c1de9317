// The picture as a table, built when it is opened and when a year settles under it.
import { h } from "./dom.js";
import { tableOf } from "./rows.js";

/** The table of everyone in the picture. */
export class Table {
  #text;
  #body = h("div", { className: "table-scroll", tabIndex: 0, role: "region", "aria-label": "The picture as a table" });

  /** @param {() => import("./detente.js").TableText | undefined} text */
  constructor(text) {
    this.#text = text;
    this.element = h("details", { className: "table", part: "table", ontoggle: () => this.refresh() },
      h("summary", {}, "Everyone in the picture, as a table"), this.#body);
  }

  open() {
    this.element.open = true;
  }

  refresh() {
    const text = this.element.open && this.#text();
    if (!text) return;
    const table = tableOf(text.columns, text.rows.map((row) => [row.title, row.how, row.when, row.text]));
    table.prepend(h("caption", {}, text.caption));
    this.#body.replaceChildren(table);
  }
}
