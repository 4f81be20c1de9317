// The panel: what changed this year, or the actor in focus.
import { h, say, sources, swatch } from "./dom.js";

const DOUBT = { high: "", medium: "a judgement on the sources", low: "uncertain: a guess or a single weak source" };

/** Big year, its sentence and the counts; below them the list or the card. */
export class Panel {
  /** @param {{ onFocus: (id?: string) => void, onRetry: () => void }} host */
  constructor(host) {
    this.host = host;
    this.year = h("p", { className: "year", part: "year", "aria-hidden": "true" });
    this.line = h("p", { className: "line", part: "line" });
    this.counts = h("p", { className: "counts", part: "counts" });
    this.heading = h("h2", { className: "heading" });
    this.list = h("ol", { className: "changes", part: "changes" });
    this.card = h("div", { className: "card", part: "card", hidden: true });
    this.note = h("p", { className: "note", hidden: true });
    const scroll = h("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": "What changed" },
      this.heading, this.list, this.card, this.note);
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
    this.scroll.scrollTop = 0;
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

  /** The actor in focus, or the list again. */
  showCard(card, year) {
    this.card.hidden = !card;
    this.list.hidden = this.heading.hidden = Boolean(card);
    this.scroll.setAttribute("aria-label", card ? card.name : "What changed");
    if (!card) return;
    const back = h("button", { type: "button", className: "back", onclick: () => this.host.onFocus() }, "‹ Everyone");
    const stance = h("p", { className: "stance" }, swatch(card.color, card.stance === undefined),
      h("b", {}, card.stanceName), card.since ? ` since ${card.since}` : "", ` (end of ${year})`);
    const parts = [back, h("h2", {}, card.name)];
    if (card.fullName !== card.name) parts.push(h("p", { className: "full" }, card.fullName));
    parts.push(stance, h("p", { className: "summary" }, card.why));
    if (card.doubt) parts.push(h("p", { className: "doubt" }, card.doubt));
    if (card.sources.length) parts.push(sources(card.sources));
    if (card.spells.length) {
      parts.push(h("h3", {}, "How it stood, from the first year to the last"), h("ol", { className: "spells" }, ...card.spells.map(spell)));
    }
    if (card.acts.length) {
      const act = ({ date, text, source }) => {
        const item = h("li", {}, h("time", {}, date), ` · ${text}`);
        if (source) item.append(sources([source]));
        return item;
      };
      parts.push(h("h3", {}, "Relations on paper"), h("ul", { className: "acts" }, ...card.acts.map(act)));
    }
    this.card.replaceChildren(...parts);
    this.scroll.scrollTop = 0;
  }

  /** A quiet sentence under the list, with a way to try again; nothing clears it. */
  showNote(text) {
    this.note.hidden = !text;
    this.note.replaceChildren();
    if (text) this.note.append(`${text} `, h("button", { type: "button", onclick: () => this.host.onRetry() }, "Try again"));
  }
}

function spell(spell) {
  const span = spell.to ? `${spell.from} – ${spell.to}` : `since ${spell.from}`;
  const item = h("li", { className: spell.current ? "spell current" : "spell" },
    h("p", { className: "when" }, swatch(spell.color), h("b", {}, spell.stanceName), ` · ${span}`));
  if (spell.current) item.setAttribute("aria-current", "true");
  if (spell.why) item.append(h("p", { className: "summary" }, spell.why));
  if (DOUBT[spell.confidence]) item.append(h("p", { className: "doubt" }, DOUBT[spell.confidence]));
  if (spell.sources.length) item.append(sources(spell.sources));
  return item;
}
