// The page of whoever is in focus: how it stood, what happened, what was measured, and who says so.
import { h, sources, swatch, DOUBT } from "./dom.js";

/**
 * @typedef {import("./panel.js").PanelHost} Host
 * @typedef {import("./detente.js").PlotRow} PlotRow
 * @typedef {import("./detente.js").FigureRow} Figure
 */

/**
 * The parts of a card.
 * @param {import("./detente.js").CardText} data
 * @param {number} year
 * @param {Host} host
 */
export function card(data, year, host) {
  const back = h("button", { type: "button", className: "back", onclick: () => host.onFocus() }, "‹ Back to everyone");
  const stance = h("p", { className: "stance" }, swatch(data.color, data.stance === undefined), `At the end of ${year}: `,
    h("b", {}, data.stanceName), data.since ? `, since ${data.since}` : "");
  /** @type {HTMLElement[]} */
  const parts = [back, h("h2", {}, data.name)];
  if (data.fullName !== data.name) parts.push(h("p", { className: "full" }, data.fullName));
  if (data.others) parts.push(h("p", { className: "full" }, `In the same place at other times: ${data.others}`));
  parts.push(stance);
  if (data.why) parts.push(h("p", { className: "summary" }, data.why));
  if (data.doubt) parts.push(h("p", { className: "doubt" }, data.doubt));
  if (data.sources.length) parts.push(sources(data.sources));
  if (data.links.length) parts.push(section("Its ties with others", h("ul", { className: "links" }, ...data.links.map((link) => tie(link, host)))));
  if (data.spells.length) parts.push(section(`How it stood over the years (${data.spells.length})`, h("ol", { className: "spells" }, ...data.spells.map(spell))));
  data.plots.forEach((plot, index) => parts.push(figures(plot, index, host)));
  if (data.events.length) parts.push(events(data.events, year, host));
  if (data.acts.length) parts.push(section("Relations on paper", h("ul", { className: "acts" }, ...data.acts.map(act))));
  return parts;
}

/**
 * @param {string} title
 * @param {...HTMLElement} content
 */
function section(title, ...content) {
  return h("section", {}, h("h3", {}, title), ...content);
}

/**
 * @param {import("./detente.js").LinkRow} row
 * @param {Host} host
 */
function tie({ id, name, stanceName, color }, host) {
  return h("li", {}, swatch(color), h("button", { type: "button", className: "name", onclick: () => host.onFocus(id) }, name), ` ${stanceName}`);
}

/** @param {import("./detente.js").SpellRow} spell */
function spell(spell) {
  const span = spell.to ? `${spell.from} – ${spell.to}` : `since ${spell.from}`;
  const item = h("li", { className: spell.current ? "spell current" : "spell" },
    h("p", { className: "when" }, swatch(spell.color), h("b", {}, spell.stanceName), ` · ${span}`));
  if (spell.current) item.setAttribute("aria-current", "true");
  if (spell.why) item.append(h("p", { className: "summary" }, spell.why));
  if (DOUBT[spell.confidence]) item.append(h("p", { className: "doubt" }, DOUBT[spell.confidence]));
  if (spell.sources.length) item.append(sources(spell.sources));
  return item;
}

/**
 * @param {import("./detente.js").EventRow[]} list
 * @param {number} year
 * @param {Host} host
 */
function events(list, year, host) {
  const row = (/** @type {import("./detente.js").EventRow} */ { index, date, year: own, title, color, confidence }) => {
    const item = h("li", { className: "moment" }, h("span", { className: "when" }, date), " ",
      h("button", { type: "button", className: "name", onclick: () => host.onEvent(index, own) }, title));
    if (confidence === "low") item.append(h("span", { className: "doubt" }, ` (${DOUBT.low})`));
    item.style.setProperty("--mark", color);
    if (own === year) item.setAttribute("aria-current", "true");
    return item;
  };
  const [first, last] = [list[0]?.year, list.at(-1)?.year];
  return section(first === last ? "What happened" : `What happened, ${first}–${last}`, h("ol", { className: "moments" }, ...list.map(row)));
}

/** @param {import("./detente.js").ActRow} act */
function act({ date, text, source, confidence }) {
  const item = h("li", {}, h("time", {}, date), ` · ${text}`);
  if (DOUBT[confidence]) item.append(" ", h("span", { className: "doubt" }, `(${DOUBT[confidence]})`));
  if (source) item.append(sources([source]));
  return item;
}

/**
 * A plot with its unit, its sources, and the same as a table.
 * @param {PlotRow} plot
 * @param {number} index
 * @param {Host} host
 */
function figures(plot, index, host) {
  const unit = plot.share ? "per cent" : plot.unit;
  const value = (/** @type {Figure | undefined} */ figure) => !figure ? "" : plot.share ? `${(figure.value * 100).toFixed(0)} %` : figure.value.toLocaleString("en", { maximumFractionDigits: 1 });
  const [first, last] = [plot.figures[0], plot.figures.at(-1)];
  const title = capital(plot.title);
  const words = `${title}, ${unit}: ${value(first)} in ${first?.year}, ${value(last)} in ${last?.year}. The values are in the table below.`;
  const canvas = h("canvas", { className: "plot", role: "img", "aria-label": words });
  host.onPlot(canvas, index);
  const row = (/** @type {Figure} */ figure) => h("tr", {}, h("th", { scope: "row" }, String(figure.year)), h("td", {}, value(figure)),
    h("td", {}, [figure.basis, DOUBT[figure.confidence]].filter(Boolean).join("; ")));
  const head = h("tr", {}, ...["Year", plot.share ? "Share" : unit, "Remark"].map((name) => h("th", { scope: "col" }, name)));
  const table = h("details", {}, h("summary", {}, "As a table"),
    h("table", {}, h("thead", {}, head), h("tbody", {}, ...plot.figures.map(row))));
  const doubtful = plot.figures.some((figure) => figure.confidence !== "high" || figure.basis) && !plot.share;
  return section(title, h("p", { className: "when" }, `${capital(unit)}. A year without a figure is a gap.${doubtful ? " Paler bars are less certain." : ""}`),
    canvas, sources(plot.sources), table);
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
