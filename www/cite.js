// Citing the view: as a text, as BibTeX and as CSL-JSON, each to be copied.
import { h, say } from "./dom.js";

/** What BibTeX or TeX would take for a command. Braces by name: BibTeX counts even those behind a backslash. */
const COMMANDS = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/** A text as the value of a BibTeX field. */
export function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\{}~^]|[%&#_$]/g, (letter) => COMMANDS[letter] ?? `\\${letter}`);
}

/** What is cited, in three forms. */
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

/** The page's address, with the view in it where the page keeps it there. */
export function addressOf(href, linked, year, focusId) {
  const [page, hash = ""] = href.split(/#(.*)/s);
  if (!linked) return page;
  const state = new URLSearchParams(hash);
  state.set("year", String(year));
  if (focusId) state.set("focus", focusId);
  else state.delete("focus");
  return `${page}#${state}`;
}

/** The dialog. */
export class Cite {
  /** @param {HTMLElement} view @param {object} host shown(): the outline, with the year and who is in focus */
  constructor(view, { shown }) {
    this.view = view;
    this.shown = shown;
    this.said = h("p", { className: "said", "aria-live": "polite" });
    const field = (id, name, rows) => {
      const area = h("textarea", { id, className: "citation", readOnly: true, rows, spellcheck: false });
      const copy = h("button", { type: "button", "aria-label": `Copy ${name}`, onclick: () => this.#copy(area, name) }, "Copy");
      return { area, nodes: [h("div", { className: "field-head" }, h("label", { for: id }, name), copy), area] };
    };
    this.fields = { text: field("cite-text", "Text", 6), bibtex: field("cite-bibtex", "BibTeX", 8), csl: field("cite-csl", "CSL-JSON", 8) };
    const close = h("button", { type: "button", className: "close", "aria-label": "Close", onclick: () => this.dialog.close() }, "×");
    this.dialog = h("dialog", { className: "cite-dialog", "aria-labelledby": "cite-title" },
      h("div", { className: "field-head" }, h("h2", { id: "cite-title" }, "Cite this view"), close),
      ...Object.values(this.fields).flatMap(({ nodes }) => nodes), this.said);
    // The view's own keys, such as Escape for the focus, are not meant here.
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog.close(); });
  }

  open() {
    const forms = citations(this.#subject());
    for (const [name, { area }] of Object.entries(this.fields)) area.value = forms[name];
    say(this.said, "");
    this.dialog.showModal();
  }

  #subject() {
    const { title, first, last, year, focusId, actors, ...edition } = this.shown();
    return {
      ...edition, year, focusId,
      // Who made a dataset of somebody else is not known here.
      author: this.view.hasAttribute("src") ? "" : "Détente contributors",
      title: `${title}, ${first}–${last}`,
      // An actor, or the two of a tie.
      focus: focusId.split("-").map((code) => actors.find(({ id }) => id === code)?.name).filter(Boolean).join(" and "),
      address: addressOf(location.href, this.view.hasAttribute("address"), year, focusId),
    };
  }

  async #copy(area, name) {
    try {
      await navigator.clipboard.writeText(area.value);
      say(this.said, `${name} copied.`);
    } catch {
      area.focus();
      area.select();
      say(this.said, `${name} is selected; copy it with your keys.`);
    }
  }
}
