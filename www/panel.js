// The panel: what changed this year, or who is in focus, or how another year differs.
import { card } from "./card.js";
import { differences } from "./compare.js";
import { h, label, setText } from "./dom.js";
import { tryAgain } from "./messages-first.js";
import { whatChanged, whatDiffers } from "./messages-late.js";
import { colour, paragraph, remarks, sources, way } from "./rows.js";

/**
 * @typedef {import("./detente.js").Row} Row
 * @typedef {import("./rows.js").Ways & { draw: (canvas: HTMLCanvasElement, index: number) => void, retry: () => void }} PanelHost
 */

/** The list of the year, or the card, below the year itself. */
export class Panel {
  #host;
  /** Who is in focus. @type {string | undefined} */
  #id;
  /** @type {HTMLCanvasElement[]} */
  #plots = [];
  #heading = h("h2", { className: "heading" });
  #list = h("ol", { className: "changes", part: "changes" });
  #card = h("div", { className: "card", part: "card", hidden: true });
  #differences = h("div", { className: "differences", hidden: true });
  #note = h("p", { className: "note", hidden: true });
  #scroll = h("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": whatChanged },
    this.#heading, this.#list, this.#differences, this.#card, this.#note);
  element;

  /**
   * @param {PanelHost} host
   * @param {HTMLElement} element where it stands, below the year and its sentence
   */
  constructor(host, element) {
    this.#host = host;
    this.element = element;
    element.append(this.#scroll);
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
    if (!focused) label(this.#scroll, "aria-label", compared ? whatDiffers : whatChanged);
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
    if (text) this.#note.append(`${text} `, h("button", { type: "button", onclick: () => this.#host.retry() }, tryAgain));
  }
}
