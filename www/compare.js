// A second year held against the shown one: the choice, and the list of who moved.
import { h, swatch } from "./dom.js";

/** @type {[string, string][]} */
const GROUPS = [
  ["nearer", "came nearer"],
  ["farther", "moved away"],
  ["came", "opened relations or appeared"],
  ["went", "ended relations or vanished"],
];

/** The choice of the year to compare with. */
export class Compare {
  #select = h("select", {});
  element = h("label", { className: "compare", part: "compare" }, "Compare with ", this.#select);

  /** @param {(year?: number) => void} choose */
  constructor(choose) {
    this.#select.addEventListener("change", () => choose(this.#select.value ? Number(this.#select.value) : undefined));
  }

  /**
   * @param {number} first
   * @param {number} last
   */
  setSpan(first, last) {
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
 * Who stands otherwise in `now` than in `then`, in groups.
 * @param {import("./detente.js").DifferenceRow[]} list
 * @param {number} then
 * @param {number} now
 * @param {{ onFocus: (id?: string) => void, onCompare: (year?: number) => void }} host
 */
export function differences(list, then, now, host) {
  const back = h("button", { type: "button", className: "back", onclick: () => host.onCompare() }, "‹ This year alone");
  /** @type {HTMLElement[]} */
  const parts = [back, h("h2", { className: "heading" }, `From the end of ${then} to the end of ${now}`)];
  if (!list.length) parts.push(h("p", { className: "summary" }, "Nobody’s relations differ."));
  else parts.push(h("p", { className: "note" }, "In the picture, an empty ring marks the place then, and a dotted line the way to the place now."));
  for (const [group, words] of GROUPS) {
    const members = list.filter((row) => row.group === group);
    if (!members.length) continue;
    const row = (/** @type {import("./detente.js").DifferenceRow} */ { id, name, then: was, now: is, color }) => h("li", {}, swatch(color, group === "went"),
      h("button", { type: "button", className: "name", onclick: () => host.onFocus(id) }, name),
      h("span", { className: "when" }, group === "came" ? ` ${is}` : group === "went" ? ` was ${was}` : ` ${was} → ${is}`));
    parts.push(h("h3", {}, `${members.length} ${words}`), h("ul", { className: `links ${group}` }, ...members.map(row)));
  }
  return parts;
}
