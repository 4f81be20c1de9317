// The panel: what changed this year, or who is in focus, or how another year differs.
import { card } from "./card.js";
import { differences } from "./compare.js";
import { h, setText } from "./dom.js";
import { colour, paragraph, remarks, sources, way } from "./rows.js";

/**
 * @typedef {import("./detente.js").Row} Row
 * @typedef {import("./rows.js").Ways & { draw: (canvas: HTMLCanvasElement, index: number) => void, retry: () => void }} PanelHost
 */

/** Big year, its sentence and the counts; below them the list or the card. */
export class Panel {
  #host;
  /** Who is in focus. @type {string | undefined} */
  #id;
  /** @type {HTMLCanvasElement[]} */
  #plots = [];
  #number = document.createTextNode("");
  #year = h("p", { className: "year", part: "year", "aria-hidden": "true" }, h("span", {}, this.#number));
  /** The number that is shown. @type {number | undefined} */
  #shown;
  #line = h("p", { className: "line", part: "line" });
  #counts = h("p", { className: "counts", part: "counts" });
  #heading = h("h2", { className: "heading" });
  #list = h("ol", { className: "changes", part: "changes" });
  #card = h("div", { className: "card", part: "card", hidden: true });
  #differences = h("div", { className: "differences", hidden: true });
  #note = h("p", { className: "note", hidden: true });
  #scroll = h("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": "What changed" },
    this.#heading, this.#list, this.#differences, this.#card, this.#note);
  element = h("section", { className: "panel", part: "panel", "aria-label": "The year in words" },
    h("div", { className: "now" }, this.#year, this.#line, this.#counts), this.#scroll);

  /** @param {PanelHost} host */
  constructor(host) {
    this.#host = host;
  }

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
  showNow({ line, counts }) {
    setText(this.#line, line);
    while (this.#counts.childNodes.length > counts.length) this.#counts.lastChild?.remove();
    let number = false;
    counts.forEach((piece, index) => {
      const node = this.#counts.childNodes[index] ?? this.#counts.appendChild(number ? h("b", {}) : document.createTextNode(""));
      if (node.textContent !== piece) node.textContent = piece;
      number = !number;
    });
  }

  /**
   * The list of a year that has settled.
   * @param {import("./detente.js").YearText} text
   */
  showYear({ heading, rows }) {
    setText(this.#heading, heading);
    this.#list.replaceChildren(...rows.map((row) => this.#change(row)));
    if (this.#card.hidden) this.#scroll.scrollTop = 0;
  }

  /** @param {Row} row */
  #change(row) {
    const head = h("p", { className: "when" }, h("time", {}, row.when));
    if (row.actors.length) {
      const whom = row.actors.flatMap(({ id, name }) => [", ", way(name, () => this.#host.focus(id))]).slice(1);
      head.append(h("span", { className: "whom" }, " · ", ...whom, row.more && ` ${row.more}`));
    }
    const title = h("h3", {}, row.title);
    if (row.how) title.append(h("span", { className: "sr" }, ` (${row.how})`));
    return colour(h("li", { className: "change", id: row.id }, head, title, ...paragraph("summary", row.text), ...remarks(row),
      ...sources(row.sources)), row);
  }

  /**
   * Marks an entry of the list.
   * @param {string | undefined} id
   */
  mark(id) {
    for (const item of this.#list.children) {
      const found = item.id === id;
      item.classList.toggle("found", found);
      if (found) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
      if (found) item.scrollIntoView({ block: "nearest" });
    }
  }

  /**
   * What is in focus, or the list again.
   * @param {import("./detente.js").CardText | undefined} text
   */
  showCard(text) {
    const same = text && this.#id === text.row.id;
    const scrolled = this.#scroll.scrollTop;
    this.#id = text?.row.id;
    this.#card.hidden = !text;
    this.#arrange();
    if (!text) return;
    const { parts, plots } = card(text, this.#host);
    this.#scroll.setAttribute("aria-label", text.row.title);
    this.#card.replaceChildren(...parts);
    this.#scroll.scrollTop = same ? scrolled : 0;
    this.#plots = plots;
    this.drawPlots();
  }

  drawPlots() {
    if (!this.#card.hidden) this.#plots.forEach((canvas, index) => this.#host.draw(canvas, index));
  }

  /** Whether the keyboard is in it. */
  get hasFocus() {
    return this.element.matches(":focus-within");
  }

  /** Puts the keyboard on the way back, or on the list. */
  takeFocus() {
    const back = this.#scroll.querySelector(".back:not([hidden] *, .behind *)");
    (back instanceof HTMLElement ? back : this.#scroll).focus({ preventScroll: true });
  }

  /**
   * How another year differs, or the list again.
   * @param {import("./detente.js").DifferencesText | undefined} text
   */
  showDifferences(text) {
    this.#differences.hidden = !text;
    this.#arrange();
    if (text) this.#differences.replaceChildren(...differences(text, this.#host));
  }

  /** One thing at a time: the card, or else the differences, or else the list. */
  #arrange() {
    const focused = !this.#card.hidden;
    const compared = !this.#differences.hidden;
    this.#differences.classList.toggle("behind", focused);
    this.#list.hidden = this.#heading.hidden = focused || compared;
    if (!focused) this.#scroll.setAttribute("aria-label", compared ? "What differs" : "What changed");
  }

  /**
   * What is read steps back while it belongs to another year than the shown one.
   * @param {boolean} on
   */
  fade(on) {
    this.#scroll.classList.toggle("past", on);
  }

  /**
   * A quiet sentence under the list, with a way to try again; nothing clears it.
   * @param {string} text
   */
  showNote(text) {
    this.#note.hidden = !text;
    this.#note.replaceChildren();
    if (text) this.#note.append(`${text} `, h("button", { type: "button", onclick: () => this.#host.retry() }, "Try again"));
  }
}
