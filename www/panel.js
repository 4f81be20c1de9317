// The panel: what changed this year, or who is in focus, or how another year differs.
import { card } from "./card.js";
import { differences } from "./compare.js";
import { DOUBT, h, setText, sources } from "./dom.js";

/** How many actors of a change are named. */
const NAMED = 6;

/**
 * @typedef {import("./detente.js").ChangeRow} ChangeRow
 * @typedef {object} PanelHost
 * @property {(id?: string) => void} onFocus
 * @property {(year?: number) => void} onCompare
 * @property {(index: number, year: number) => void} onEvent
 * @property {(canvas: HTMLCanvasElement, index: number) => void} onPlot
 * @property {() => void} onRetry
 */

/** Big year, its sentence and the counts; below them the list or the card. */
export class Panel {
  #host;
  /** @type {string | undefined} */
  #cardId;
  #year = h("p", { className: "year", part: "year", "aria-hidden": "true" });
  #line = h("p", { className: "line", part: "line" });
  #counts = h("p", { className: "counts", part: "counts" });
  #numbers = [h("b", { className: "ego" }), h("b", {})];
  #words = [document.createTextNode(""), document.createTextNode("")];
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
   * The year, at once, on every frame that changes it.
   * @param {number} year
   * @param {string} line
   * @param {number[]} counts
   * @param {(string | undefined)[]} names
   */
  showYear(year, line, counts, names) {
    setText(this.#year, String(year));
    setText(this.#line, line);
    if (!this.#counts.childNodes.length) this.#counts.append(...this.#numbers.flatMap((number, index) => [number, this.#words[index] ?? ""]));
    const plural = counts[0] === 1 ? "state has" : "states have";
    const words = [` ${plural} relations with ${names[0]}${names[1] ? ", " : "."}`, names[1] ? ` with ${names[1]}.` : ""];
    this.#numbers.forEach((number, index) => setText(number, names[index] ? String(counts[index]) : ""));
    this.#words.forEach((text, index) => { if (text.data !== words[index]) text.data = words[index] ?? ""; });
  }

  /**
   * The list of a year that has settled.
   * @param {import("./detente.js").YearText} text
   */
  showChanges({ year, changes, ongoing }) {
    const quiet = ongoing.length ? `Nothing on record began in ${year}. Still going on:` : `Nothing on record changed in ${year}`;
    setText(this.#heading, changes.length ? `What changed in ${year}${changes.length > 2 ? ", most consequential first" : ""}` : quiet);
    this.#list.replaceChildren(...[...changes, ...ongoing].map((change) => this.#change(change)));
    if (this.#card.hidden) this.#scroll.scrollTop = 0;
  }

  /** @param {ChangeRow} change */
  #change(change) {
    const whom = h("span", { className: "whom" });
    const named = change.actors.slice(0, NAMED);
    named.forEach((actor, index) => {
      if (index) whom.append(", ");
      whom.append(h("button", { type: "button", className: "name", onclick: () => this.#host.onFocus(actor.id) }, actor.name));
    });
    if (change.actors.length > named.length) whom.append(` and ${change.actors.length - named.length} more`);
    const head = h("p", { className: "when" }, h("time", {}, change.date));
    if (change.actors.length) head.append(" · ", whom);
    const title = h("h3", {}, change.title);
    if (change.label) title.append(h("span", { className: "sr" }, ` (${change.label})`));
    const item = h("li", { className: "change", id: change.id }, head, title);
    item.style.setProperty("--mark", change.color);
    if (change.summary) item.append(h("p", { className: "summary" }, change.summary));
    const doubt = DOUBT[change.confidence];
    if (doubt) item.append(h("p", { className: "doubt" }, doubt));
    if (change.sources.length) item.append(sources(change.sources));
    return item;
  }

  /**
   * Marks an entry of the list; whether it is there.
   * @param {string} id
   */
  markChange(id) {
    const found = [...this.#list.children].find((item) => item.id === id);
    if (!found) return false;
    for (const item of this.#list.children) {
      item.classList.toggle("found", item === found);
      if (item === found) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
    found.scrollIntoView({ block: "nearest" });
    return true;
  }

  /**
   * What is in focus, or the list again.
   * @param {import("./detente.js").CardText | undefined} data
   * @param {number} year
   */
  showCard(data, year) {
    const same = data && this.#cardId === data.id;
    const scrolled = this.#scroll.scrollTop;
    this.#cardId = data?.id;
    this.#card.hidden = !data;
    this.#arrange();
    if (!data) return;
    this.#scroll.setAttribute("aria-label", data.name);
    this.#card.replaceChildren(...card(data, year, this.#host));
    this.#scroll.scrollTop = same ? scrolled : 0;
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
   * @param {import("./detente.js").DifferenceRow[] | undefined} list
   * @param {number} then
   * @param {number} now
   */
  showDifferences(list, then, now) {
    this.#differences.hidden = !list;
    this.#arrange();
    if (list) this.#differences.replaceChildren(...differences(list, then, now, this.#host));
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
    if (text) this.#note.append(`${text} `, h("button", { type: "button", onclick: () => this.#host.onRetry() }, "Try again"));
  }
}
