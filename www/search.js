// The search: a field whose list of years, actors and events opens while one types.
import { h, icon, modified, setText } from "./dom.js";

const LABEL = "Find a country, event or year";
const GLASS = "M10.2 3.5a6.7 6.7 0 1 0 4.1 12l4.6 4.6 1.7-1.7-4.6-4.6a6.7 6.7 0 0 0-5.8-10.3zm0 2.2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z";
/** The small word over each kind. @type {Record<FoundRow["kind"], string>} */
const KINDS = { year: "Years", actor: "Countries and bodies", event: "Events" };
/** How long typing must pause before the count is said: milliseconds. */
const PAUSE = 500;

/**
 * @typedef {import("./detente.js").FoundRow} FoundRow
 * @typedef {object} SearchHost
 * @property {(query: string) => FoundRow[] | undefined} find
 * @property {(year: number) => void} go
 * @property {(id?: string) => void} focus
 * @property {(index: number, year: number) => void} event
 */

/** A combobox with a list of what was found; where to go is asked of the host. */
export class Search {
  #host;
  /** @type {FoundRow[]} */
  #rows = [];
  #active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;
  #field = h("input", { type: "text", className: "sought", part: "search", id: "sought", role: "combobox", placeholder: LABEL, maxLength: 80,
    autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "go", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": "found", "aria-keyshortcuts": "/" });
  #list = h("div", { className: "found-list", id: "found", role: "listbox", "aria-label": "Found" });
  #none = h("p", { className: "none", hidden: true }, "Nothing found");
  #popup = h("div", { className: "popup", hidden: true }, this.#list, this.#none);
  // Not a second status beside the view's own, which tells of years.
  #count = h("p", { className: "sr", "aria-live": "polite" });
  element = h("div", { className: "search", role: "search" },
    h("label", { className: "sr", for: "sought" }, LABEL), icon(GLASS), this.#field, this.#popup, this.#count);

  /** @param {SearchHost} host */
  constructor(host) {
    this.#host = host;
    this.#field.addEventListener("input", () => this.#find());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("blur", () => this.#close());
    this.#field.addEventListener("pointerdown", () => { if (this.#popup.hidden) this.#find(); });
    // Pressing on the list must not take the focus from the field, or the list would be gone before the click.
    this.#popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target instanceof Element && event.target.closest("[role=option]");
      if (option) this.#choose(Number(option.getAttribute("data-index")));
    });
  }

  /**
   * `/` leads to the field, unless it is typed into a text.
   * @param {KeyboardEvent} event
   */
  shortcut(event) {
    if (event.key !== "/" || event.defaultPrevented || modified(event)) return;
    const target = event.composedPath()[0];
    if (target instanceof Element && target.closest("input:not([type=range]), textarea, select, dialog, [contenteditable]")) return;
    event.preventDefault();
    this.#field.focus();
    this.#field.select();
  }

  #find() {
    const query = this.#field.value;
    this.#rows = query.trim() ? this.#host.find(query) ?? [] : [];
    this.#active = -1;
    /** @type {Map<string, HTMLElement>} */
    const groups = new Map();
    this.#rows.forEach((row, index) => {
      if (!groups.has(row.kind)) {
        const word = h("p", { className: "kind", "aria-hidden": "true" }, KINDS[row.kind]);
        groups.set(row.kind, h("div", { role: "group", "aria-label": KINDS[row.kind] }, word));
      }
      groups.get(row.kind)?.append(option(row, index));
    });
    this.#list.replaceChildren(...groups.values());
    this.#list.hidden = !this.#rows.length;
    this.#none.hidden = this.#rows.length > 0;
    this.#popup.hidden = !query.trim();
    this.#list.scrollTop = 0;
    this.#show();
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => setText(this.#count, this.#popup.hidden ? "" : this.#counted()), PAUSE);
  }

  #counted() {
    const count = this.#rows.length;
    return count ? `${count} found` : "Nothing found";
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event) || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step) {
      event.preventDefault();
      if (this.#popup.hidden) this.#find();
      // One place more than there are options: the field itself.
      const places = this.#rows.length + 1;
      this.#active = ((this.#active + 1 + step + places) % places) - 1;
      this.#show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.#popup.hidden) this.#find();
      else if (this.#rows.length) this.#choose(Math.max(0, this.#active));
    } else if (event.key === "Escape" && (!this.#popup.hidden || this.#field.value)) {
      event.preventDefault();
      if (this.#popup.hidden) this.#field.value = "";
      else this.#close();
    } else if (event.key === "Home" || event.key === "End") {
      // These stay with the text; the active option is left.
      this.#active = -1;
      this.#show();
    }
  }

  /** Marks the active option and says which it is. */
  #show() {
    this.#field.setAttribute("aria-expanded", String(!this.#popup.hidden && this.#rows.length > 0));
    this.#field.removeAttribute("aria-activedescendant");
    for (const option of this.#list.querySelectorAll("[role=option]")) {
      const active = Number(option.getAttribute("data-index")) === this.#active;
      option.setAttribute("aria-selected", String(active));
      if (!active) continue;
      this.#field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  #close() {
    clearTimeout(this.#announcing);
    setText(this.#count, "");
    this.#popup.hidden = true;
    this.#active = -1;
    this.#show();
  }

  /** @param {number} index */
  #choose(index) {
    const row = this.#rows[index];
    if (!row) return;
    this.#field.value = "";
    this.#close();
    // On a touched screen the keyboard would hide what was found.
    if (matchMedia("(pointer: coarse)").matches) this.#field.blur();
    const host = this.#host;
    if (row.kind === "event" && row.year !== undefined) host.event(Number(row.id), row.year);
    if (row.kind === "actor") host.focus(row.focus);
    if (row.kind !== "event" && row.year !== undefined) host.go(row.year);
  }
}

/**
 * An option; what was looked for is bold.
 * @param {FoundRow} row
 * @param {number} index
 */
function option({ pieces, detail }, index) {
  const title = h("span", { className: "title" }, ...pieces.map((piece, place) => (place % 2 ? h("b", {}, piece) : piece)));
  return h("div", { role: "option", id: `found-${index}`, "aria-selected": "false", "data-index": String(index) }, title, " ", h("span", { className: "detail" }, detail));
}
