// What colours and marks mean: the legend under the picture, and the longer list that opens.
import { h, swatch } from "./dom.js";

/**
 * The legend: every stance in its colour and its word.
 * @param {{ value: number, name: string }[]} stances
 */
export function legend(stances) {
  const list = h("ul", { className: "legend", part: "legend", "aria-label": "Legend, from the centre outwards" });
  for (const { value, name } of stances) list.append(h("li", {}, swatch(`var(--stance${value})`), name));
  const absent = h("li", {}, swatch("", true), "no relations");
  absent.title = "Shown where the absence says something: relations broken off, or with the other side alone";
  list.append(absent);
  return list;
}

/** What marks and lines mean beyond their colour. */
export function howToRead() {
  /** @type {[string, string][]} */
  const rows = [
    ["Distance", "the nearer the centre, the warmer the relations; every country keeps its direction in all years"],
    ["Ally", "a defence treaty in force and conduct to match, or fighting side by side"],
    ["Partner", "close, with aid, arms or trade on special terms"],
    ["Cordial", "working relations on file: a resident mission, regular visits, talks, trade or aid; not friendship"],
    ["Distant", "relations on paper only, or good and bad in balance"],
    ["Strained", "open disputes, sanctions or broken promises, short of enmity"],
    ["Hostile", "each treats the other as an enemy; relations broken off by a government still in office"],
    ["At war", "fighting, from the first shots to the armistice"],
    ["Size of a mark", "the five principal partners, then those with a story of their own, then all others"],
    ["Ring round a mark", "it changed this year"],
    ["Hole in a mark, dotted line", "uncertain: a guess or a single weak source"],
    ["Hollow dot", "no relations with the North: they were broken off, or the state has relations with the South alone"],
    ["Curved line", "how two others stood to each other; dashed where they were on bad terms"],
    ["Bars under the slider", "how much happened that year: upwards for the better, downwards for the worse"],
    ["Years on a line", "when the country in focus first, and last, came to stand on that ring"],
    ["Timeline", "above the line friend, below it foe, the taller the stronger; ticks are events; stripes are uncertain"],
  ];
  return h("details", { className: "how" }, h("summary", {}, "How to read this"),
    h("dl", {}, ...rows.flatMap(([term, words]) => [h("dt", {}, term), h("dd", {}, words)])));
}
