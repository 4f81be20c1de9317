// Years side by side: small pictures in one layout, each a way to its year.
import { h } from "./dom.js";

/** The turning points. */
const YEARS = [1950, 1953, 1961, 1972, 1991, 1994, 2000, 2006, 2018, 2024];
/** How far out of sight they are drawn already, in CSS pixels. */
const MARGIN = 200;

/**
 * @typedef {object} SmallMultiplesHost
 * @property {(canvas: HTMLCanvasElement, year: number) => void} draw
 * @property {(year: number) => void} go
 * @property {() => number | undefined} year the shown one
 * @property {(year: number) => string} line a year in a sentence
 * @property {() => [number, number]} span
 * @property {() => boolean} linked whether the page's address keeps the year
 */

/** Small pictures of years; they are drawn when they come into view, or when the page is printed. */
export class SmallMultiples {
  #host;
  /** @type {number[]} */
  #years = [];
  #stale = true;
  #list = h("ol", { className: "frames" });
  #add = h("button", { type: "button", onclick: () => this.#addShown() });
  #reset = h("button", { type: "button", onclick: () => this.#set(YEARS) }, "Reset to turning points");
  #intersectionObserver = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) this.draw();
  }, { rootMargin: `${MARGIN}px` });
  element = h("section", { className: "small-multiples", part: "small-multiples", "aria-label": "Years side by side" },
    h("div", { className: "small-multiples-head" }, h("h2", { className: "heading" }, "Years side by side"), this.#add, this.#reset), this.#list);

  /** @param {SmallMultiplesHost} host */
  constructor(host) {
    this.#host = host;
  }

  connect() {
    this.#intersectionObserver.observe(this.element);
  }

  disconnect() {
    this.#intersectionObserver.disconnect();
  }

  /** Forgets the chosen years: they belong to the dataset they were chosen from. */
  forget() {
    this.#years = [];
  }

  /** The turning points that lie in the dataset's span, or its first and last year and some between. */
  begin() {
    const [first, last] = this.#host.span();
    const within = YEARS.filter((year) => year >= first && year <= last);
    const step = Math.max(1, Math.round((last - first) / 7));
    const spread = Array.from({ length: 8 }, (_, index) => Math.min(last, first + index * step));
    if (!this.#years.length) this.#fill(within.length > 3 ? within : [...new Set(spread)]);
  }

  /** @param {number[]} years */
  #set(years) {
    this.#fill(years);
    this.draw();
  }

  /** @param {number[]} years */
  #fill(years) {
    this.#years = [...years].sort((a, b) => a - b);
    this.#list.replaceChildren(...this.#years.map((year) => this.#frame(year)));
    this.#stale = true;
    this.mark();
  }

  #addShown() {
    const year = this.#host.year();
    if (year === undefined) return;
    if (!this.#years.includes(year)) this.#set([...this.#years, year]);
    this.#list.children[this.#years.indexOf(year)]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {number} year */
  #frame(year) {
    const canvas = h("canvas", { className: "frame", "aria-hidden": "true" });
    const words = [canvas, h("b", {}, String(year)), h("span", { className: "when" }, this.#host.line(year))];
    const follow = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#host.go(year);
    };
    const way = this.#host.linked()
      ? h("a", { href: `#year=${year}`, className: "to-year", onclick: follow }, ...words)
      : h("button", { type: "button", className: "to-year", onclick: follow }, ...words);
    const remove = h("button", { type: "button", className: "remove", "aria-label": `Take ${year} away`, title: `Take ${year} away`,
      onclick: () => this.#set(this.#years.filter((other) => other !== year)) }, "×");
    return h("li", {}, way, remove);
  }

  /** Marks the shown year, and offers it when it is not among them. */
  mark() {
    const year = this.#host.year();
    if (year === undefined) return;
    this.#years.forEach((other, index) => {
      const item = this.#list.children[index];
      if (other === year) item?.setAttribute("aria-current", "true");
      else item?.removeAttribute("aria-current");
    });
    this.#add.textContent = `Add ${year}`;
    this.#add.disabled = this.#years.includes(year);
  }

  /** Everything must be drawn anew, as soon as it is seen. */
  invalidate() {
    this.#stale = true;
    const { top, bottom } = this.element.getBoundingClientRect();
    if (bottom > -MARGIN && top < innerHeight + MARGIN) this.draw();
  }

  draw() {
    if (!this.#stale) return;
    this.#stale = false;
    this.#list.querySelectorAll("canvas").forEach((canvas, index) => {
      const year = this.#years[index];
      if (year !== undefined) this.#host.draw(canvas, year);
    });
  }
}
