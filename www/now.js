// The year in large, its sentence and the counts.
import { h, setText } from "./dom.js";

/** What is seen of the year in every frame; the panel's list or card comes below it. */
export class Now {
  #year = h("p", { className: "year", part: "year", "aria-hidden": "true" });
  #line = h("p", { className: "line", part: "line" });
  #counts = h("p", { className: "counts", part: "counts" });
  element = h("section", { className: "panel", part: "panel", "aria-label": "The year in words" },
    h("div", { className: "now" }, this.#year, this.#line, this.#counts));

  /**
   * The year, at once, on every frame that changes it. The sentence of the counts comes in pieces, every other one a number.
   * @param {import("./detente.js").Now} now
   */
  show({ year, line, counts }) {
    setText(this.#year, String(year));
    setText(this.#line, line);
    while (this.#counts.childNodes.length > counts.length) this.#counts.lastChild?.remove();
    let number = false;
    counts.forEach((piece, index) => {
      const node = this.#counts.childNodes[index] ?? this.#counts.appendChild(number ? h("b", {}) : document.createTextNode(""));
      if (node.textContent !== piece) node.textContent = piece;
      number = !number;
    });
  }
}
