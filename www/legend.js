// What colours and marks mean: the legend under the picture, and the longer list that opens.
import { h } from "./dom.js";
import { howToRead, legend as legendName } from "./messages-late.js";
import { swatch } from "./rows.js";

/**
 * The legend: every stance in its colour and its word, then what other signs of the picture mean.
 * @param {import("./detente.js").Outline} outline
 */
export function legend({ stances, lines, absence, signs }) {
  const list = h("ul", { className: "legend", part: "legend", "aria-label": legendName });
  for (const [value, name] of stances) {
    const mark = swatch({ stance: value });
    mark.classList.toggle("stroke", lines);
    list.append(h("li", {}, mark, name));
  }
  if (absence) list.append(h("li", { title: absence[1] }, swatch({}), absence[0]));
  for (const [sign, words] of signs) {
    const mark = h("span", { className: `swatch ${sign}`, "aria-hidden": "true" });
    // A region's colour has its name.
    mark.style.setProperty("--mark", `var(--${sign})`);
    list.append(h("li", {}, mark, words));
  }
  return list;
}

/** What marks and lines mean beyond their colour: terms with their words. */
export class HowToRead {
  #list = h("dl", {});
  element = h("details", { className: "how" }, h("summary", {}, howToRead), this.#list);

  /** @param {[string, string][]} rows */
  show(rows) {
    this.#list.replaceChildren(...rows.flatMap(([term, words]) => [h("dt", {}, term), h("dd", {}, words)]));
  }
}
