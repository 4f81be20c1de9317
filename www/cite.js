// Citing the view: as a text, as BibTeX and as CSL-JSON, each to be copied.
import { Dialog } from "./dialog.js";
import { h } from "./dom.js";
import { citationText } from "./messages-dialogs.js";
import { cite } from "./messages-late.js";

/**
 * What a view shows now, for the dialogs.
 * @typedef {object} DialogHost
 * @property {() => void} halt stops whatever moves, at a whole year: what is shared or cited is a year at rest
 * @property {() => import("./detente.js").Citation | undefined} citation
 * @property {() => { title: string, year: import("./detente.js").StepId, focus: string }} shown
 * @property {() => string} description the shown picture in words
 * @property {() => string} svg
 * @property {(canvas: HTMLCanvasElement) => void} shot
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
 * @param {import("./detente.js").Citation} citation
 * @param {string} address
 */
export function citations({ key, author, title, published, version, view, text }, address) {
  const edition = version ? `, version ${version}` : "";
  const fields = {
    author: author && `{${escaped(author)}}`,
    title: `{${escaped(title)}}`,
    year: published === undefined ? "" : String(published),
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
    issued: published === undefined ? undefined : { "date-parts": [[published]] },
    version: version || undefined,
    note: `View: ${view}`,
    URL: address,
  };
  return { text: `${text} ${address}`, bibtex: `@misc{${key},\n${lines.join("\n")}\n}\n`, csl: JSON.stringify([csl], undefined, 2) };
}

/**
 * The page's address, with the view in it where the page keeps it there.
 * @param {string} href
 * @param {boolean} linked
 * @param {import("./detente.js").StepId} year
 * @param {string} focus
 */
export function addressOf(href, linked, year, focus) {
  const [page = "", hash = ""] = href.split(/#(.*)/s);
  if (!linked) return page;
  const state = new URLSearchParams(hash);
  state.set("year", String(year));
  if (focus) state.set("focus", focus);
  else state.delete("focus");
  return `${page}#${state}`;
}

/** The dialog. */
export class Cite {
  #view;
  #host;
  #dialog = new Dialog("cite", cite());
  #fields = { text: field(6), bibtex: field(8), csl: field(8) };

  /**
   * @param {HTMLElement} view
   * @param {DialogHost} host
   */
  constructor(view, host) {
    this.#view = view;
    this.#host = host;
    const { text, bibtex, csl } = this.#fields;
    this.#dialog.append(...this.#dialog.copied("text", citationText(), text), ...this.#dialog.copied("bibtex", "BibTeX", bibtex),
      ...this.#dialog.copied("csl", "CSL-JSON", csl));
  }

  get element() { return this.#dialog.element; }

  open() {
    const citation = this.#host.citation();
    if (!citation) return;
    const { year, focus } = this.#host.shown();
    const forms = citations(citation, addressOf(location.href, this.#view.hasAttribute("address"), year, focus));
    for (const name of /** @type {const} */ (["text", "bibtex", "csl"])) this.#fields[name].value = forms[name];
    this.#dialog.open();
  }
}

/** @param {number} rows */
function field(rows) {
  return h("textarea", { className: "citation", readOnly: true, rows, spellcheck: false });
}
