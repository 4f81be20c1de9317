// How the files are read: what was understood, and what a reader sets beside it.
import { h } from "./dom.js";
import { find } from "./find.js";

/**
 * @typedef {import("./workbench-core.js").Answer} Answer
 * @typedef {import("./workbench-core.js").Settings} Settings
 * @typedef {import("./workbench-core.js").Shape} Shape
 */

/** The rungs where the data names none. @type {[number, string][]} */
const LADDER = [[3, "ally"], [2, "partner"], [1, "cordial"], [0, "distant"], [-1, "strained"], [-2, "hostile"], [-3, "at war"]];
/** No more words are listed. */
const WORDS = 60;

/** @returns {Settings} */
export const nothingSet = () => ({ columns: [], kinds: [], thresholds: [], allow: [] });

/** The fields, and what they set. */
export class Reading {
  #changed;
  #box = find("#reading", HTMLElement);
  /** The last dataset without errors: whom one can choose from. @type {Shape | undefined} */
  #shape;
  /** What words can mean. @type {[number, string][]} */
  #ladder = LADDER;
  settings = nothingSet();
  #title = h("input", { type: "text", id: "title", maxLength: 200, autocomplete: "off" });
  #ego = h("select", { id: "ego" });
  #first = h("input", { type: "text", id: "first-year", inputMode: "numeric", size: 6, autocomplete: "off" });
  #last = h("input", { type: "text", id: "last-year", inputMode: "numeric", size: 6, autocomplete: "off" });
  #thresholds = h("input", { type: "text", id: "thresholds", size: 14, autocomplete: "off", placeholder: "5, 20" });
  #words = h("div", { className: "words" });
  #rules = h("div", { className: "rules" });

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
    this.#title.onchange = () => this.#set({ title: this.#title.value.trim() || undefined });
    this.#ego.onchange = () => this.#set({ ego: this.#ego.value });
    this.#first.onchange = this.#last.onchange = () => this.#set({ span: this.#span() });
    this.#thresholds.onchange = () => this.#set({ thresholds: this.#thresholds.value.split(/[\s,;]+/).map(Number).filter((number) => number > 0) });
    const field = (/** @type {string} */ words, /** @type {HTMLElement} */ input) => h("p", { className: "field" }, h("label", { for: input.id }, words), input);
    this.#box.append(
      h("div", { className: "fields" }, field("Title", this.#title), field("In the centre", this.#ego),
        field("First year, where no date says it", this.#first), field("Last year", this.#last), field("Weights from which a tie is closer", this.#thresholds)),
      this.#words, this.#rules);
  }

  /** Nothing is set for other files. */
  reset() {
    this.settings = nothingSet();
    this.#shape = undefined;
    this.#ladder = LADDER;
    for (const input of [this.#title, this.#first, this.#last, this.#thresholds]) input.value = "";
  }

  /**
   * What a column is read as, from now on.
   * @param {string} column
   * @param {string} meaning
   */
  readAs(column, meaning) {
    // No two columns are the same but for reasons of their own; the newest choice counts.
    const others = this.settings.columns.filter(([name, other]) => name !== column && (other === "-" || other !== meaning));
    this.#set({ columns: [...others, [column, meaning]] });
  }

  /** @param {Partial<Settings>} settings */
  #set(settings) {
    this.settings = { ...this.settings, ...settings };
    this.#changed();
  }

  /** @returns {[number, number] | undefined} */
  #span() {
    const [first, last] = [this.#first.value, this.#last.value].map((text) => /^-?\d{1,5}$/.test(text.trim()) ? Number(text) : undefined);
    return first === undefined || last === undefined ? undefined : [first, last];
  }

  /** @param {Answer} answer */
  show(answer) {
    this.#shape = answer.dataset ?? this.#shape;
    const shape = this.#shape;
    if (shape && document.activeElement !== this.#title) this.#title.value = this.settings.title ?? shape.title;
    const chosen = this.settings.ego ?? shape?.ego ?? "";
    this.#ego.replaceChildren(h("option", { value: "", selected: chosen === "" }, "nobody: everyone keeps one place"),
      ...(shape?.actors ?? []).map(([id, name]) => h("option", { value: id, selected: id === chosen }, name === id ? id : `${name} (${id})`)));
    this.#showWords(answer);
    const rules = answer.rules.map((rule) => h("li", {}, rule));
    const lead = h("p", {}, `Read as ${answer.form}.`);
    this.#rules.replaceChildren(lead, ...(rules.length ? [h("ul", {}, ...rules)] : []));
  }

  /** @param {Answer} answer */
  #showWords(answer) {
    // Before any word told a stance, the rungs were those of mere presence.
    if (answer.dataset && answer.words.length) this.#ladder = answer.dataset.ladder;
    const ladder = this.#ladder;
    const known = answer.words.slice(0, WORDS).map(({ word, rows, stance }) => this.#word(word, rows === 1 ? "1 row" : `${rows} rows`, stance, ladder));
    const unknown = answer.unknownWords.slice(0, WORDS).map(({ word }) => this.#word(word, "means no stance yet", undefined, ladder));
    const all = [...unknown, ...known];
    this.#words.replaceChildren(...(all.length ? [h("h3", {}, "What the words mean"), h("ul", {}, ...all)] : []));
  }

  /**
   * @param {string} word
   * @param {string} note
   * @param {number | undefined} stance
   * @param {[number, string][]} ladder
   */
  #word(word, note, stance, ladder) {
    const select = h("select", { "aria-label": `What the word ${word} means` },
      ...(stance === undefined ? [h("option", { value: "", selected: true }, "choose…")] : []),
      ...ladder.map(([value, name]) => h("option", { value: String(value), selected: value === stance }, name)));
    select.onchange = () => {
      if (select.value) this.#set({ kinds: [...this.settings.kinds.filter(([other]) => other !== word), [word, Number(select.value)]] });
    };
    return h("li", { className: stance === undefined ? "error" : "" }, h("span", {}, h("b", {}, word), ` ${note}`), select);
  }
}
