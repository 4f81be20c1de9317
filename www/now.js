// The year in large, its sentence and the counts.
import { h, setText } from "./dom.js";
import { inWords } from "./messages-first.js";

/** What is seen of the year in every frame; the panel's list or card comes below it. */
export class Now {
  #number = document.createTextNode("");
  #year = h("p", { className: "year", part: "year", "aria-hidden": "true" }, h("span", {}, this.#number));
  /** The number that is shown. @type {number | undefined} */
  #shown;
  #line = h("p", { className: "line", part: "line" });
  #counts = h("p", { className: "counts", part: "counts" });
  element = h("section", { className: "panel", part: "panel", "aria-label": inWords },
    h("div", { className: "now" }, this.#year, this.#line, this.#counts));

  /**
   * The years there are: the shown one takes the room of the widest, so that nothing is laid out for another.
   * @param {import("./detente.js").Outline} outline
   */
  setSpan({ lastId }) {
    this.#year.dataset.widest = lastId;
  }

  /**
   * The year, at once, in every frame that changes it.
   * @param {import("./detente.js").Detente} core
   */
  showNumber(core) {
    const year = core.year();
    if (this.#shown !== year) this.#number.data = core.label();
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
