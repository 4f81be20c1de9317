// The filmstrip: chosen years side by side in one layout, each a way to its year.
import { h } from "./dom.js";

/** The turning points. */
const YEARS = [1950, 1953, 1961, 1972, 1991, 1994, 2000, 2006, 2018, 2024];

/** Small pictures of years; they are drawn when they come into view, or when the page is printed. */
export class Film {
  /** @param {object} host draw(canvas, year), go(year), year(), line(year), span(), linked */
  constructor(host) {
    this.host = host;
    this.years = [];
    this.list = h("ol", { className: "frames" });
    this.add = h("button", { type: "button", onclick: () => this.#insert() });
    this.reset = h("button", { type: "button", onclick: () => this.set(YEARS) }, "Reset to turning points");
    this.element = h("section", { className: "film", part: "filmstrip", "aria-label": "Years side by side" },
      h("div", { className: "film-head" }, h("h2", { className: "heading" }, "Years side by side"), this.add, this.reset), this.list);
    this.sight = new IntersectionObserver((entries) => {
      if (entries.at(-1).isIntersecting) this.draw();
    }, { rootMargin: "200px" });
  }

  watch() {
    this.sight.observe(this.element);
  }

  stop() {
    this.sight.disconnect();
  }

  /** The turning points that lie in the dataset's span, or its first and last year and some between. */
  begin() {
    const [first, last] = this.host.span();
    const within = YEARS.filter((year) => year >= first && year <= last);
    const step = Math.max(1, Math.round((last - first) / 7));
    const spread = Array.from({ length: 8 }, (_, index) => Math.min(last, first + index * step));
    if (!this.years.length) this.#fill(within.length > 3 ? within : [...new Set(spread)]);
  }

  set(years) {
    this.#fill(years);
    this.draw();
  }

  #fill(years) {
    this.years = [...years].sort((a, b) => a - b);
    this.list.replaceChildren(...this.years.map((year) => this.#frame(year)));
    this.stale = true;
    this.mark();
  }

  #insert() {
    const year = this.host.year();
    if (!this.years.includes(year)) this.set([...this.years, year]);
    this.list.children[this.years.indexOf(year)]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #frame(year) {
    const canvas = h("canvas", { className: "frame", "aria-hidden": "true" });
    canvas.year = year;
    const words = [canvas, h("b", {}, String(year)), h("span", { className: "when" }, this.host.line(year))];
    const follow = (event) => {
      event.preventDefault();
      this.host.go(year);
    };
    const way = this.host.linked
      ? h("a", { href: `#year=${year}`, className: "to-year", onclick: follow }, ...words)
      : h("button", { type: "button", className: "to-year", onclick: follow }, ...words);
    const remove = h("button", { type: "button", className: "remove", "aria-label": `Take ${year} away`, title: `Take ${year} away`,
      onclick: () => this.set(this.years.filter((other) => other !== year)) }, "×");
    return h("li", {}, way, remove);
  }

  /** Marks the shown year, and offers it when it is not among them. */
  mark() {
    const year = this.host.year();
    if (year === undefined) return;
    for (const item of this.list.children) {
      if (item.querySelector("canvas").year === year) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
    this.add.textContent = `Add ${year}`;
    this.add.disabled = this.years.includes(year);
  }

  /** Everything must be drawn anew, as soon as it is seen. */
  spoil() {
    this.stale = true;
    const { top, bottom } = this.element.getBoundingClientRect();
    if (bottom > -200 && top < innerHeight + 200) this.draw();
  }

  draw() {
    if (!this.stale) return;
    this.stale = false;
    for (const canvas of this.list.querySelectorAll("canvas")) this.host.draw(canvas, canvas.year);
  }
}
