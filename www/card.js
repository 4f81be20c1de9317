// The page of whoever is in focus: how it stood, what happened, what was measured, and who says so.
import { h } from "./dom.js";
import { asATable, backToEveryone } from "./messages-late.js";
import { colour, paragraph, remarks, sources, swatch, tableOf, way } from "./rows.js";

/**
 * @typedef {import("./detente.js").Row} Row
 * @typedef {import("./detente.js").Series} Series
 * @typedef {import("./rows.js").Ways} Ways
 */

/**
 * The parts of a card, and the canvases of its plots.
 * @param {import("./detente.js").CardText} text
 * @param {Ways} ways
 */
export function card({ row, fullName, others, asOf, sections, series, centre }, ways) {
  const plots = series.map((one) => h("canvas", { className: "plot", role: "img", "aria-label": one.label }));
  const figures = series.map((one, index) => figure(one, plots[index]));
  const told = sections.map((one) => section(one, ways));
  // What was measured stands between how it stood and what happened.
  const before = sections.findIndex(({ kind }) => kind === "events" || kind === "acts");
  told.splice(before < 0 ? told.length : before, 0, ...figures);
  const parts = [
    h("button", { type: "button", className: "back", onclick: () => ways.focus() }, backToEveryone),
    h("h2", {}, row.title),
    ...paragraph("full", fullName),
    ...paragraph("full", others),
    ...(centre ? [h("button", { type: "button", className: "opener", onclick: () => ways.centre(row.id) }, centre)] : []),
    h("p", { className: "stance" }, swatch(row), `${asOf} `, h("b", {}, row.how), row.when && `, ${row.when}`),
    ...paragraph("summary", row.text),
    ...remarks(row),
    ...sources(row.sources),
    ...told,
  ];
  return { parts, plots };
}

/** By kind of section: what its list is, and how one of its rows is shown. @type {Record<string, [string, (row: Row, ways: Ways) => HTMLElement]>} */
const KINDS = {
  ties: ["links", (row, ways) => h("li", {}, swatch(row), way(row.title, () => ways.focus(row.id)), ` ${row.how}`)],
  spells: ["spells", spell],
  events: ["moments", moment],
  acts: ["acts", act],
};

/**
 * @param {import("./detente.js").Section} section
 * @param {Ways} ways
 */
function section({ kind, title, rows }, ways) {
  const [name, item] = KINDS[kind] ?? ["links", KINDS["ties"]?.[1]];
  const list = h(name === "links" || name === "acts" ? "ul" : "ol", { className: name });
  for (const row of rows) if (item) list.append(item(row, ways));
  return h("section", {}, h("h3", {}, title), list);
}

/** @param {Row} row */
function spell(row) {
  const item = h("li", { className: row.current ? "spell current" : "spell" },
    h("p", { className: "when" }, swatch(row), h("b", {}, row.how), ` · ${row.when}`),
    ...paragraph("summary", row.text), ...remarks(row), ...sources(row.sources));
  if (row.current) item.setAttribute("aria-current", "true");
  return item;
}

/**
 * @param {Row} row
 * @param {Ways} ways
 */
function moment(row, ways) {
  const item = h("li", { className: "moment" }, h("span", { className: "when" }, row.when), " ", way(row.title, () => ways.event(row.index ?? 0)));
  if (row.doubt) item.append(h("span", { className: "doubt" }, ` (${row.doubt})`));
  if (row.current) item.setAttribute("aria-current", "true");
  return colour(item, row);
}

/** @param {Row} row */
function act(row) {
  const item = h("li", {}, h("time", {}, row.when), ` · ${row.title}`, row.text && ` · ${row.text}`);
  if (row.doubt) item.append(" ", h("span", { className: "doubt" }, `(${row.doubt})`));
  item.append(...sources(row.sources));
  return item;
}

/**
 * A plot with its unit, its sources, and the same as a table.
 * @param {Series} series
 * @param {HTMLCanvasElement | undefined} plot
 */
function figure({ title, note, columns, rows, sources: list }, plot) {
  const table = tableOf(columns, rows.map((row) => [row.title, row.how, row.text]));
  return h("section", {}, h("h3", {}, title), h("p", { className: "when" }, note), plot ?? "", ...sources(list),
    h("details", {}, h("summary", {}, asATable), table));
}
