// The panel: what changed this year, or who is in focus, or how another year differs.
import { card } from "./card.js";
import { differences } from "./compare.js";
import { DOUBT, h, say, sources } from "./dom.js";

/** Big year, its sentence and the counts; below them the list or the card. */
export class Panel {
  /** @param {object} host onFocus, onEvent, onPlot, onRetry */
  constructor(host) {
    this.host = host;
    this.year = h("p", { className: "year", part: "year", "aria-hidden": "true" });
    this.line = h("p", { className: "line", part: "line" });
    this.counts = h("p", { className: "counts", part: "counts" });
    this.heading = h("h2", { className: "heading" });
    this.list = h("ol", { className: "changes", part: "changes" });
    this.card = h("div", { className: "card", part: "card", hidden: true });
    this.differences = h("div", { className: "differences", hidden: true });
    this.note = h("p", { className: "note", hidden: true });
    const scroll = h("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": "What changed" },
      this.heading, this.list, this.differences, this.card, this.note);
    this.scroll = scroll;
    const top = h("div", { className: "now" }, this.year, this.line, this.counts);
    this.element = h("section", { className: "panel", part: "panel", "aria-label": "The year in words" }, top, scroll);
  }

  /** The year, at once, on every frame that changes it. */
  showYear(year, line, counts, names) {
    say(this.year, String(year));
    say(this.line, line);
    const [ego, rival] = counts;
    if (!this.numbers) {
      this.numbers = [h("b", { className: "ego" }), h("b")];
      this.words = [document.createTextNode(""), document.createTextNode("")];
      this.counts.append(this.numbers[0], this.words[0], this.numbers[1], this.words[1]);
    }
    say(this.numbers[0], String(ego));
    const plural = ego === 1 ? "state has" : "states have";
    const words = ` ${plural} relations with ${names[0]}${names[1] ? ", " : "."}`;
    if (this.words[0].data !== words) this.words[0].data = words;
    if (names[1]) {
      say(this.numbers[1], String(rival));
      const end = ` with ${names[1]}.`;
      if (this.words[1].data !== end) this.words[1].data = end;
    }
  }

  /** The list of a year that has settled. */
  showChanges({ year, changes, ongoing }) {
    const quiet = ongoing.length ? `Nothing on record began in ${year}. Still going on:` : `Nothing on record changed in ${year}`;
    say(this.heading, changes.length ? `What changed in ${year}` : quiet);
    this.list.replaceChildren(...[...changes, ...ongoing].map((change) => this.#change(change)));
    if (this.card.hidden) this.scroll.scrollTop = 0;
  }

  #change(change) {
    const whom = h("span", { className: "whom" });
    const named = change.actors.slice(0, 6);
    named.forEach((actor, index) => {
      if (index) whom.append(", ");
      whom.append(h("button", { type: "button", className: "name", onclick: () => this.host.onFocus(actor.id) }, actor.name));
    });
    if (change.actors.length > named.length) whom.append(` and ${change.actors.length - named.length} more`);
    const head = h("p", { className: "when" }, h("time", {}, change.date));
    if (change.actors.length) head.append(" · ", whom);
    const item = h("li", { className: "change", id: change.id }, head, h("h3", {}, change.title));
    item.style.setProperty("--mark", change.color);
    if (change.label) item.querySelector("h3").append(h("span", { className: "sr" }, ` (${change.label})`));
    if (change.summary) item.append(h("p", { className: "summary" }, change.summary));
    const doubt = DOUBT[change.confidence];
    if (doubt) item.append(h("p", { className: "doubt" }, doubt));
    if (change.sources.length) item.append(sources(change.sources));
    return item;
  }

  /** What is in focus, or the list again. */
  showCard(data, year) {
    const same = data && this.cardId === data.id;
    const scrolled = this.scroll.scrollTop;
    this.cardId = data?.id;
    this.card.hidden = !data;
    this.#arrange();
    if (!data) return;
    this.scroll.setAttribute("aria-label", data.name);
    this.card.replaceChildren(...card(data, year, this.host));
    this.scroll.scrollTop = same ? scrolled : 0;
  }

  /** Puts the keyboard on the way back, or on the list. */
  takeFocus() {
    (this.scroll.querySelector(".back:not([hidden] *, .behind *)") ?? this.scroll).focus({ preventScroll: true });
  }

  /** How another year differs, or the list again. */
  showDifferences(list, then, now) {
    this.differences.hidden = !list;
    this.#arrange();
    if (list) this.differences.replaceChildren(...differences(list, then, now, this.host));
  }

  /** One thing at a time: the card, or else the differences, or else the list. */
  #arrange() {
    const focused = !this.card.hidden;
    const compared = !this.differences.hidden;
    this.differences.classList.toggle("behind", focused);
    this.list.hidden = this.heading.hidden = focused || compared;
    if (!focused) this.scroll.setAttribute("aria-label", compared ? "What differs" : "What changed");
  }

  /** A quiet sentence under the list, with a way to try again; nothing clears it. */
  showNote(text) {
    this.note.hidden = !text;
    this.note.replaceChildren();
    if (text) this.note.append(`${text} `, h("button", { type: "button", onclick: () => this.host.onRetry() }, "Try again"));
  }
}
