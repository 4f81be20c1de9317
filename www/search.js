// The search: a field whose list of years, actors and events opens while one types.
import { h, icon, modified, setText } from "./dom.js";
import { find, found as foundName } from "./messages-late.js";

const GLASS = "M10.2 3.5a6.7 6.7 0 1 0 4.1 12l4.6 4.6 1.7-1.7-4.6-4.6a6.7 6.7 0 0 0-5.8-10.3zm0 2.2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z";
/** How long typing must pause before the count is said: milliseconds. */
const PAUSE = 500;

/**
 * @typedef {import("./detente.js").Row} Row
 * @typedef {object} SearchHost
 * @property {(query: string) => import("./detente.js").Found | undefined} find
 * @property {(year: number) => void} go
 * @property {(id?: string) => void} focus
 * @property {(index: number) => void} event
 * @property {(text: string | undefined) => void} say what is found, for assistive technology
 */

/** A combobox with a list of what was found; where to go is asked of the host. */
export class Search {
  #host;
  /** What each option leads to. @type {Map<Element, () => void>} */
  #options = new Map();
  /** @type {Element | undefined} */
  #active;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;
  #field = h("input", { type: "text", className: "sought", part: "search", id: "sought", role: "combobox", placeholder: find, maxLength: 80,
    autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "go", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": "found", "aria-keyshortcuts": "/" });
  #list = h("div", { className: "found-list", id: "found", role: "listbox", "aria-label": foundName });
  #none = h("p", { className: "none", hidden: true });
  #popup = h("div", { className: "popup", hidden: true }, this.#list, this.#none);

  /**
   * @param {SearchHost} host
   * @param {HTMLElement} place where it stands
   */
  constructor(host, place) {
    this.#host = host;
    place.append(h("label", { className: "sr", for: "sought" }, find), icon(GLASS), this.#field, this.#popup);
    this.#field.addEventListener("input", () => this.#find());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("blur", () => this.#close());
    this.#field.addEventListener("pointerdown", () => { if (this.#popup.hidden) this.#find(); });
    // Pressing on the list must not take the focus from the field, or the list would be gone before the click.
    this.#popup.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target instanceof Element && event.target.closest("[role=option]");
      if (option) this.#choose(option);
    });
  }

  /**
   * `/` leads to the field, unless it is typed into a text.
   * @param {KeyboardEvent} event
   */
  shortcut(event) {
    if (event.key !== "/" || event.defaultPrevented || modified(event) || writes(event)) return;
    event.preventDefault();
    this.#field.focus();
    this.#field.select();
  }

  #find() {
    const query = this.#field.value;
    const found = query.trim() ? this.#host.find(query) : undefined;
    this.#active = undefined;
    this.#options.clear();
    this.#list.replaceChildren(...(found?.sections ?? []).map(({ kind, title, rows }) =>
      h("div", { role: "group", "aria-label": title }, h("p", { className: "kind", "aria-hidden": "true" }, title), ...rows.map((row) => this.#option(kind, row)))));
    const none = !this.#options.size;
    this.#list.hidden = none;
    this.#none.hidden = !none;
    this.#popup.hidden = !query.trim();
    setText(this.#none, found?.said ?? "");
    this.#list.scrollTop = 0;
    this.#show();
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => { if (!this.#popup.hidden) this.#host.say(found?.said); }, PAUSE);
  }

  /**
   * An option; what was looked for is bold.
   * @param {string} kind
   * @param {Row} row
   */
  #option(kind, row) {
    let sought = true;
    const title = row.pieces.map((piece) => {
      sought = !sought;
      return sought ? h("b", {}, piece) : piece;
    });
    const option = h("div", { role: "option", id: `found-${this.#options.size}`, "aria-selected": "false" },
      h("span", { className: "title" }, ...title), " ", h("span", { className: "detail" }, row.text));
    this.#options.set(option, () => {
      if (kind === "event") return this.#host.event(row.index ?? 0);
      if (kind === "actor") this.#host.focus(row.id || undefined);
      if (row.year !== undefined) this.#host.go(row.year);
    });
    return option;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event) || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.#popup.hidden) this.#find();
      const options = [...this.#options.keys()];
      // Round by way of the field itself, where no option is active.
      const places = [undefined, ...(event.key === "ArrowUp" ? options.reverse() : options)];
      [, this.#active] = places.slice(places.indexOf(this.#active));
      this.#show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.#popup.hidden) this.#find();
      else this.#choose(this.#active ?? [...this.#options.keys()][0]);
    } else if (event.key === "Escape" && (!this.#popup.hidden || this.#field.value)) {
      event.preventDefault();
      if (this.#popup.hidden) this.#field.value = "";
      else this.#close();
    } else if (event.key === "Home" || event.key === "End") {
      // These stay with the text; the active option is left.
      this.#active = undefined;
      this.#show();
    }
  }

  /** Marks the active option and says which it is. */
  #show() {
    this.#field.setAttribute("aria-expanded", String(!this.#popup.hidden && this.#options.size > 0));
    this.#field.removeAttribute("aria-activedescendant");
    for (const option of this.#options.keys()) {
      const active = option === this.#active;
      option.setAttribute("aria-selected", String(active));
      if (!active) continue;
      this.#field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  #close() {
    clearTimeout(this.#announcing);
    this.#popup.hidden = true;
    this.#active = undefined;
    this.#show();
  }

  /** @param {Element | undefined} option */
  #choose(option) {
    const follow = option && this.#options.get(option);
    if (!follow) return;
    this.#field.value = "";
    this.#close();
    // On a touched screen the keyboard would hide what was found.
    if (matchMedia("(pointer: coarse)").matches) this.#field.blur();
    follow();
  }
}

/**
 * Whether a key goes where the reader writes or chooses.
 * @param {KeyboardEvent} event
 */
export function writes(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest("input:not([type=range]), textarea, select, dialog, [contenteditable]") !== null;
}
