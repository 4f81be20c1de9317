// The picture as a table, built when it is opened and when a year settles under it.
import { h } from "./dom.js";
import { tableEveryone, tableRegion } from "./messages-late.js";
import { tableOf } from "./rows.js";

/** The table of everyone in the picture. */
export class Table {
  #text;
  /** Shown on paper only. */
  roll = h("section", { className: "roll" });
  #body = h("div", { className: "table-scroll", tabIndex: 0, role: "region", "aria-label": tableRegion });

  /** @param {() => import("./detente.js").TableText | undefined} text */
  constructor(text) {
    this.#text = text;
    this.element = h("details", { className: "table", part: "table", ontoggle: () => this.refresh() },
      h("summary", {}, tableEveryone), this.#body);
  }

  /** Everyone by stance, names alone: for paper. */
  list() {
    const text = this.#text();
    if (!text) return;
    /** @type {Map<string, string[]>} */
    const names = new Map();
    // Paper has no room for those without a stance.
    for (const { how, title, stance } of text.rows) if (stance !== undefined) names.set(how, [...names.get(how) ?? [], title]);
    const groups = [...names].map(([how, those]) => h("div", {}, h("dt", {}, how), h("dd", {}, those.join(", "))));
    this.roll.replaceChildren(h("h2", { className: "heading" }, text.caption), h("dl", {}, ...groups));
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
