// Everyone in the picture as a tree to walk by keys: the rings, who stands on each, and what is known of everyone.
import { h, modified } from "./dom.js";
import { treeEveryone, treeKeys } from "./messages-late.js";

/**
 * @typedef {object} TreeHost
 * @property {() => import("./detente.js").TableText | undefined} table
 * @property {(id: string) => import("./detente.js").CardText | undefined} card
 * @property {(id?: string) => void} focus
 * @property {(index: number) => void} event
 */

/** @typedef {{ key: string, words: string, children?: () => Item[], follow?: () => void }} Item */

/** Pieces of a row, one after the other. @param {...string} pieces */
const joined = (...pieces) => pieces.filter(Boolean).join(", ");

/** A tree whose branches are made when they are opened; one of its items is a stop of the keyboard. */
export class Tree {
  #host;
  /** The keys of what is open. @type {Set<string>} */
  #open = new Set();
  /** The key of where the keyboard is, or would come. */
  #at = "";
  /** What the items that are shown tell and lead to, by their keys. @type {Map<string, Item>} */
  #items = new Map();
  #tree = h("ul", { role: "tree", "aria-label": treeEveryone, "aria-describedby": "tree-keys" });

  /** @param {TreeHost} host */
  constructor(host) {
    this.#host = host;
    this.element = h("details", { className: "tree", part: "tree", ontoggle: () => this.refresh() },
      h("summary", {}, treeEveryone), h("p", { id: "tree-keys", className: "when" }, treeKeys), this.#tree);
    this.#tree.addEventListener("keydown", (event) => this.#press(event));
    this.#tree.addEventListener("click", ({ target }) => {
      const item = target instanceof Element && target.closest("[role=treeitem]");
      if (item instanceof HTMLElement) this.#toggle(item);
    });
  }

  /** Brings it up to date, if it is open; the keyboard stays where it is, as far as that is there. */
  refresh() {
    const rings = this.element.open && this.#rings();
    if (!rings) return;
    const within = this.#tree.matches(":focus-within");
    this.#items.clear();
    const made = rings.map((ring) => this.#item(ring));
    if (!this.#items.has(this.#at)) this.#at = rings[0]?.key ?? "";
    const fresh = h("ul", {}, ...made);
    const same = this.#tree.childElementCount === made.length && made.every((item, index) => item.isEqualNode(this.#tree.children[index] ?? null));
    if (!same) this.#tree.replaceChildren(...fresh.children);
    this.#stop(within && !same);
  }

  /** The rings, warmest first, and who stands on each in the order of the table. */
  #rings() {
    /** @type {Map<string, Item[]>} */
    const rings = new Map();
    for (const row of this.#host.table()?.rows ?? []) {
      const those = rings.get(row.how) ?? [];
      rings.set(row.how, those);
      those.push({ key: row.id, words: joined(row.title, row.how, row.when), children: () => this.#known(row), follow: () => this.#host.focus(row.id) });
    }
    return [...rings].map(([how, those]) => ({ key: `=${how}`, words: `${how}: ${those.length}`, children: () => those }));
  }

  /**
   * Why somebody stands so, and its ties, spells, events and acts.
   * @param {import("./detente.js").Row} row
   * @returns {Item[]}
   */
  #known({ id, text }) {
    const why = text ? [{ key: `${id}/`, words: text }] : [];
    const sections = (this.#host.card(id)?.sections ?? []).map(({ kind, title, rows }) => ({ key: `${id}/${kind}`, words: title,
      children: () => rows.map((one, index) => ({ key: `${id}/${kind}/${index}`, words: joined(one.title, one.how, one.when, one.text),
        follow: () => (kind === "events" ? this.#host.event(one.index ?? 0) : this.#host.focus(one.id || id)) })) }));
    return [...why, ...sections];
  }

  /**
   * @param {Item} item
   * @returns {HTMLLIElement}
   */
  #item(item) {
    this.#items.set(item.key, item);
    // Its name is what it says, without what its branches say.
    const made = h("li", { role: "treeitem", "data-key": item.key, "aria-label": item.words }, h("span", { "aria-hidden": "true" }, item.words));
    if (!item.children) return made;
    const open = this.#open.has(item.key);
    made.setAttribute("aria-expanded", String(open));
    if (open) made.append(h("ul", { role: "group" }, ...item.children().map((child) => this.#item(child))));
    return made;
  }

  /** All items that are shown, from top to bottom. */
  get #shown() { return /** @type {HTMLElement[]} */ ([...this.#tree.querySelectorAll("[role=treeitem]")]); }

  /** Makes the item of the keyboard the stop. @param {boolean} go whether the keyboard goes there */
  #stop(go) {
    for (const item of this.#shown) {
      const here = item.dataset.key === this.#at;
      item.tabIndex = here ? 0 : -1;
      if (here && go) item.focus();
    }
  }

  /** @param {Element | null | undefined} item */
  #go(item) {
    if (!(item instanceof HTMLElement)) return;
    this.#at = item.dataset.key ?? "";
    this.#stop(true);
  }

  /** Opens or closes an item, where it has branches. @param {HTMLElement} item @param {boolean} [open] */
  #toggle(item, open = item.ariaExpanded !== "true") {
    this.#at = item.dataset.key ?? "";
    if (item.ariaExpanded === null) return this.#stop(true);
    if (open) this.#open.add(this.#at);
    else this.#open.delete(this.#at);
    this.refresh();
    this.#stop(true);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const item = event.target instanceof Element && event.target.closest("[role=treeitem]");
    if (!(item instanceof HTMLElement) || modified(event)) return;
    const shown = this.#shown;
    const place = shown.indexOf(item);
    const turned = getComputedStyle(this.#tree).direction === "rtl";
    const key = turned && { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[event.key] || event.key;
    const open = item.ariaExpanded;
    if (key === "ArrowDown") this.#go(shown[place + 1]); // not of the picture: the next item
    else if (key === "ArrowUp") this.#go(shown[place - 1]); // not of the picture: the item before
    else if (key === "Home") this.#go(shown[0]);
    else if (key === "End") this.#go(shown.at(-1));
    else if (key === "ArrowRight" && open === "false") this.#toggle(item, true);
    else if (key === "ArrowRight") this.#go(item.querySelector("[role=treeitem]"));
    else if (key === "ArrowLeft" && open === "true") this.#toggle(item, false);
    else if (key === "ArrowLeft") this.#go(item.parentElement?.closest("[role=treeitem]"));
    else if (key === "Enter" || key === " ") this.#follow(item);
    else if (key.length !== 1) return;
    else this.#go([...shown.slice(place + 1), ...shown].find((one) => one.ariaLabel?.toLowerCase().startsWith(key.toLowerCase()))); // not of the picture: what follows
    event.preventDefault();
    event.stopPropagation();
  }

  /** Goes where an item leads, or opens it. @param {HTMLElement} item */
  #follow(item) {
    const follow = this.#items.get(item.dataset.key ?? "")?.follow;
    if (!follow) return this.#toggle(item);
    follow();
    this.#stop(true);
  }
}
