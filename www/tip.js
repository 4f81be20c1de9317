// The tip beside the pointer: who it is, how they stand, since when, why, and who says so.
import { h } from "./dom.js";
import { paragraph, remarks, sources, swatch } from "./rows.js";

/**
 * What a tip says.
 * @param {HTMLElement} tip
 * @param {import("./detente.js").Row} row
 */
export function fillTip(tip, row) {
  tip.replaceChildren(
    h("p", { className: "tip-name" }, swatch(row), h("b", {}, row.title), row.how && `: ${row.how}`),
    ...paragraph("when", row.when),
    ...paragraph("who", [...row.actors.map(({ name }) => name), ...(row.more ? [row.more] : [])].join(", ")),
    ...paragraph("why", row.text),
    ...sources(row.sources),
    ...remarks(row),
  );
}
