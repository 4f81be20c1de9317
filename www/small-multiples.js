// Years side by side: small pictures in one layout, each a way to its year.
import { h, setText } from "./dom.js";
import { addDate, dateIsBelow, reset, shownNow, sideBySide, takeAway } from "./messages-late.js";

/** How far out of sight they are drawn already, in CSS pixels. */
const MARGIN = 200;

/**
 * @typedef {object} SmallMultiplesHost
 * @property {(canvas: HTMLCanvasElement, year: number) => void} draw
 * @property {(year: number) => void} go
 * @property {() => void} add the shown year
 * @property {(year: number) => void} remove
 * @property {() => void} reset
 * @property {() => boolean} linked whether the page's address keeps the year
 */

/** A place for a picture; its words stand beside it. */
const canvas = () => h("canvas", { className: "frame", "aria-hidden": "true" });

/** Small pictures of years; they are drawn when they come into view, or when the page is printed. */
export class SmallMultiples {
  #host;
  /** By year, with their words. @type {Map<number, { item: HTMLElement, canvas: HTMLCanvasElement, words: string }>} */
  #frames = new Map();
  #stale = true;
  #seen = false;
  /** The shown year, while it is not among the chosen ones: last, in a place that is always kept for it. */
  #shown = { canvas: canvas(), year: h("b", {}), line: h("span", { className: "when" }) };
  /** The year drawn there, or to be drawn there. @type {number | undefined} */
  #further;
  #last = h("li", { className: "shown", "aria-current": "true" }, h("div", { className: "to-year" },
    this.#shown.canvas, this.#shown.year, h("span", { className: "now-shown" }, shownNow), this.#shown.line));
  #list = h("ol", { className: "frames" }, this.#last);
  #add = h("button", { type: "button" });
  #intersectionObserver = new IntersectionObserver((entries) => {
    this.#seen = entries.at(-1)?.isIntersecting ?? false;
    if (this.#seen) this.draw();
  }, { rootMargin: `${MARGIN}px` });

  /** @param {SmallMultiplesHost} host */
  constructor(host) {
    this.#host = host;
    const back = h("button", { type: "button", onclick: () => host.reset() }, reset);
    this.#add.addEventListener("click", () => {
      host.add();
      this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    this.element = h("section", { className: "small-multiples", part: "small-multiples", "aria-label": sideBySide },
      h("div", { className: "small-multiples-head" }, h("h2", { className: "heading" }, sideBySide), this.#add, back), this.#list);
  }

  connect() {
    this.#intersectionObserver.observe(this.element);
  }

  disconnect() {
    this.#intersectionObserver.disconnect();
  }

  /**
   * The years, marked and offered by which one is shown.
   * @param {import("./detente.js").Multiple[]} multiples
   * @param {boolean} rests whether the shown year stands; before that it gets no picture
   */
  show(multiples, rests) {
    const shown = multiples.find(({ current }) => current);
    const list = multiples.filter(({ chosen }) => chosen);
    const same = list.length === this.#frames.size && list.every(({ year, name, line }) => this.#frames.get(year)?.words === name + line);
    if (!same) {
      this.#frames = new Map(list.map((multiple) => [multiple.year, this.#frame(multiple)]));
      this.#list.replaceChildren(...[...this.#frames.values()].map(({ item }) => item), this.#last);
      this.#stale = true;
    }
    if (rests) this.#showFurther(multiples.find(({ chosen }) => !chosen));
    this.#last.classList.toggle("past", this.#further !== shown?.year);
    for (const { year, current } of list) {
      const item = this.#frames.get(year)?.item;
      if (current) item?.setAttribute("aria-current", "true");
      else item?.removeAttribute("aria-current");
    }
    this.#add.disabled = shown?.chosen ?? true;
    this.#add.textContent = this.#add.disabled ? dateIsBelow(shown?.name ?? "") : addDate(shown?.name ?? "");
  }

  /** @param {import("./detente.js").Multiple | undefined} multiple */
  #showFurther(multiple) {
    this.#last.classList.toggle("none", !multiple);
    if (this.#further === multiple?.year && this.#shown.line.textContent === (multiple?.line ?? "")) return;
    this.#further = multiple?.year;
    setText(this.#shown.year, multiple?.name ?? "");
    setText(this.#shown.line, multiple?.line ?? "");
    if (this.#seen && !this.#stale) this.#drawFurther();
    else this.#stale = true;
  }

  #drawFurther() {
    if (this.#further !== undefined) this.#host.draw(this.#shown.canvas, this.#further);
  }

  /** @param {import("./detente.js").Multiple} multiple */
  #frame({ year, id, name, line }) {
    const picture = canvas();
    const words = [picture, h("b", {}, name), h("span", { className: "when" }, line)];
    const follow = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#host.go(year);
    };
    const to = this.#host.linked()
      ? h("a", { href: `#year=${id}`, className: "to-year", onclick: follow }, ...words)
      : h("button", { type: "button", className: "to-year", onclick: follow }, ...words);
    const remove = h("button", { type: "button", className: "remove", "aria-label": takeAway(name), title: takeAway(name),
      onclick: () => this.#host.remove(year) }, "×");
    return { item: h("li", {}, to, remove), canvas: picture, words: name + line };
  }

  /** Everything must be drawn anew, as soon as it is seen. */
  invalidate() {
    this.#stale = true;
    if (this.#seen) this.draw();
  }

  draw() {
    if (!this.#stale) return;
    this.#stale = false;
    for (const [year, { canvas }] of this.#frames) this.#host.draw(canvas, year);
    this.#drawFurther();
  }
}
