// Citing the view: as a text, as BibTeX and as CSL-JSON, each to be copied.
import { Dialog } from "./dialog.js";
import { h } from "./dom.js";

/**
 * What a view shows now.
 * @typedef {import("./detente.js").Outline & { year: number, compared: number | undefined, focusId: string }} Shown
 * @typedef {object} Subject what is cited
 * @property {string} author
 * @property {string} title
 * @property {number} year
 * @property {number | undefined} [compared]
 * @property {string} focus
 * @property {string} focusId
 * @property {string} version
 * @property {number | undefined} [published]
 * @property {string} address
 */

/** What BibTeX or TeX would take for a command. Braces by name: BibTeX counts even those behind a backslash. @type {Record<string, string>} */
const COMMANDS = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/**
 * A text as the value of a BibTeX field.
 * @param {string} text
 */
export function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\{}~^]|[%&#_$]/g, (letter) => COMMANDS[letter] ?? `\\${letter}`);
}

/**
 * What is cited, in three forms.
 * @param {Subject} subject
 */
export function citations({ author, title, year, compared, focus, focusId, version, published, address }) {
  const view = [`end of ${year}`, compared && `compared with the end of ${compared}`, focus && `${focus} in focus`].filter(Boolean).join("; ");
  const dated = published ? ` (${published})` : "";
  const edition = version ? `, version ${version}` : "";
  const head = author ? `${author}${dated}. ${title}` : `${title}${dated}`;
  const key = ["detente", year, focusId].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]/g, "");
  const fields = {
    author: author && `{${escaped(author)}}`,
    title: `{${escaped(title)}}`,
    year: published && String(published),
    version: version && escaped(version),
    note: escaped(`Data set${edition}. View: ${view}`),
    // An address is taken letter by letter; only what would unbalance the field is encoded.
    url: address.replace(/[\\{}\s]/g, (letter) => encodeURIComponent(letter)),
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  const csl = {
    id: key,
    type: "dataset",
    title,
    author: author ? [{ literal: author }] : undefined,
    issued: published ? { "date-parts": [[published]] } : undefined,
    version: version || undefined,
    note: `View: ${view}`,
    URL: address,
  };
  return {
    text: `${head}${edition} [Data set]. View: ${view}. ${address}`,
    bibtex: `@misc{${key},\n${lines.join("\n")}\n}\n`,
    csl: JSON.stringify([csl], undefined, 2),
  };
}

/**
 * The page's address, with the view in it where the page keeps it there.
 * @param {string} href
 * @param {boolean} linked
 * @param {number} year
 * @param {string} focusId
 */
export function addressOf(href, linked, year, focusId) {
  const [page = "", hash = ""] = href.split(/#(.*)/s);
  if (!linked) return page;
  const state = new URLSearchParams(hash);
  state.set("year", String(year));
  if (focusId) state.set("focus", focusId);
  else state.delete("focus");
  return `${page}#${state}`;
}

/** The dialog. */
export class Cite {
  #view;
  #shown;
  #dialog = new Dialog("cite", "Cite this view");
  #fields = { text: field(6), bibtex: field(8), csl: field(8) };

  /**
   * @param {HTMLElement} view
   * @param {{ shown: () => Shown }} host
   */
  constructor(view, { shown }) {
    this.#view = view;
    this.#shown = shown;
    const { text, bibtex, csl } = this.#fields;
    this.#dialog.append(...this.#dialog.copied("text", "Text", text), ...this.#dialog.copied("bibtex", "BibTeX", bibtex),
      ...this.#dialog.copied("csl", "CSL-JSON", csl));
  }

  get element() { return this.#dialog.element; }

  open() {
    const forms = citations(this.#subject());
    for (const name of /** @type {const} */ (["text", "bibtex", "csl"])) this.#fields[name].value = forms[name];
    this.#dialog.open();
  }

  #subject() {
    const { title, first, last, year, focusId, compared, actors, version, published } = this.#shown();
    return {
      year, focusId, compared, version, published,
      // Who made a dataset of somebody else is not known here.
      author: this.#view.hasAttribute("src") ? "" : "Détente contributors",
      title: `${title}, ${first}–${last}`,
      // An actor, or the two of a tie.
      focus: focusId.split("-").map((code) => actors.find(({ id }) => id === code)?.name).filter(Boolean).join(" and "),
      address: addressOf(location.href, this.#view.hasAttribute("address"), year, focusId),
    };
  }
}

/** @param {number} rows */
function field(rows) {
  return h("textarea", { className: "citation", readOnly: true, rows, spellcheck: false });
}
