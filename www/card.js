// The page of whoever is in focus: how it stood, what happened, what was measured, and who says so.
import { h, sources, swatch, DOUBT } from "./dom.js";

/** The parts of a card. */
export function card(data, year, host) {
  const back = h("button", { type: "button", className: "back", onclick: () => host.onFocus() }, "‹ Everyone");
  const stance = h("p", { className: "stance" }, swatch(data.color, data.stance === undefined),
    h("b", {}, data.stanceName), data.since ? ` since ${data.since}` : "", ` (end of ${year})`);
  const parts = [back, h("h2", {}, data.name)];
  if (data.fullName !== data.name) parts.push(h("p", { className: "full" }, data.fullName));
  if (data.others) parts.push(h("p", { className: "full" }, `In the same place at other times: ${data.others}`));
  parts.push(stance);
  if (data.why) parts.push(h("p", { className: "summary" }, data.why));
  if (data.doubt) parts.push(h("p", { className: "doubt" }, data.doubt));
  if (data.sources.length) parts.push(sources(data.sources));
  if (data.links.length) parts.push(section("Its ties with others", h("ul", { className: "links" }, ...data.links.map((link) => tie(link, host)))));
  if (data.spells.length) parts.push(section("How it stood, from the first year to the last", h("ol", { className: "spells" }, ...data.spells.map(spell))));
  data.plots.forEach((plot, index) => parts.push(figures(plot, index, host)));
  if (data.events.length) parts.push(events(data.events, year, host));
  if (data.acts.length) parts.push(section("Relations on paper", h("ul", { className: "acts" }, ...data.acts.map(act))));
  return parts;
}

function section(title, ...content) {
  return h("section", {}, h("h3", {}, title), ...content);
}

function tie({ id, name, stanceName, color }, host) {
  return h("li", {}, swatch(color), h("button", { type: "button", className: "name", onclick: () => host.onFocus(id) }, name), ` ${stanceName}`);
}

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

function events(list, year, host) {
  const row = ({ index, date, year: own, title, color, confidence }) => {
    const item = h("li", { className: "moment" }, h("span", { className: "when" }, date), " ",
      h("button", { type: "button", className: "name", onclick: () => host.onEvent(index, own) }, title));
    if (confidence === "low") item.append(h("span", { className: "doubt" }, ` (${DOUBT.low})`));
    item.style.setProperty("--mark", color);
    if (own === year) item.setAttribute("aria-current", "true");
    return item;
  };
  const heading = `What happened, ${list[0].year}–${list.at(-1).year}`;
  return section(list[0].year === list.at(-1).year ? "What happened" : heading, h("ol", { className: "moments" }, ...list.map(row)));
}

function act({ date, text, source, confidence }) {
  const item = h("li", {}, h("time", {}, date), ` · ${text}`);
  if (DOUBT[confidence]) item.append(" ", h("span", { className: "doubt" }, `(${DOUBT[confidence]})`));
  if (source) item.append(sources([source]));
  return item;
}

/** A plot with its unit, its sources, and the same as a table. */
function figures(plot, index, host) {
  const unit = plot.share ? "per cent" : plot.unit;
  const value = (figure) => plot.share ? `${(figure.value * 100).toFixed(0)} %` : figure.value.toLocaleString("en", { maximumFractionDigits: 1 });
  const [first, last] = [plot.figures[0], plot.figures.at(-1)];
  const title = plot.title[0].toUpperCase() + plot.title.slice(1);
  const words = `${title}, ${unit}: ${value(first)} in ${first.year}, ${value(last)} in ${last.year}. The values are in the table below.`;
  const canvas = h("canvas", { className: "plot", role: "img", "aria-label": words });
  host.onPlot(canvas, index);
  const row = (figure) => h("tr", {}, h("th", { scope: "row" }, String(figure.year)), h("td", {}, value(figure)),
    h("td", {}, [figure.basis, DOUBT[figure.confidence]].filter(Boolean).join("; ")));
  const head = h("tr", {}, ...["Year", plot.share ? "Share" : unit, "Remark"].map((name) => h("th", { scope: "col" }, name)));
  const table = h("details", {}, h("summary", {}, "As a table"),
    h("table", {}, h("thead", {}, head), h("tbody", {}, ...plot.figures.map(row))));
  const doubtful = plot.figures.some((figure) => figure.confidence !== "high" || figure.basis) && !plot.share;
  return section(title, h("p", { className: "when" }, `${unit[0].toUpperCase()}${unit.slice(1)}. A year without a figure is a gap.${doubtful ? " Paler bars are less certain." : ""}`),
    canvas, sources(plot.sources), table);
}
