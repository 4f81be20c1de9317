// The year in large, its sentence and the counts.
import { h, setText } from "./dom.js";

/** What is seen of the year in every frame; the panel's list or card comes below it. */
export class Now {
  #number = document.createTextNode("");
  #year = h("p", { className: "year", part: "year", "aria-hidden": "true" }, h("span", {}, this.#number));
  /** The number that is shown. @type {number | undefined} */
  #shown;
  #line = h("p", { className: "line", part: "line" });
  #counts = h("p", { className: "counts", part: "counts" });
  element = h("section", { className: "panel", part: "panel", "aria-label": "The year in words" },
    h("div", { className: "now" }, this.#year, this.#line, this.#counts));

  /**
   * The years there are: the number takes the room of the last one's, so that nothing is laid out for another.
   * @param {import("./detente.js").Outline} outline
   */
  setSpan({ last }) {
    this.#year.dataset.widest = String(last);
  }

  /**
   * The year, at once, in every frame that changes it.
   * @param {number} year
   */
  showNumber(year) {
    if (this.#shown !== year) this.#number.data = String(year);
    this.#shown = year;
  }

  /**
   * The sentence of the year, and that of the counts, which comes in pieces, every other one a number.
   * @param {import("./detente.js").Now} now
   */
  show({ line, counts }) {
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
