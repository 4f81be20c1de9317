// The timeline under the slider: the whole span at once, with the cursor of the same clock.
import { h, setText, sources, swatch } from "./dom.js";
import { Drag } from "./drag.js";

/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 4;

/**
 * @typedef {import("./detente.js").TipText} TipText
 * @typedef {object} TimelineHost
 * @property {(x: number, y: number) => TipText | undefined} point
 * @property {(x: number) => void} scrubTo to what lies at `x`
 * @property {() => void} release
 * @property {(x: number) => void} goTo
 * @property {(id?: string) => void} focus
 */

/** The canvas, its cursor, and how each row stands now. */
export class Timeline {
  #host;
  /** @type {number | undefined} */
  #at;
  /** @type {string | undefined} */
  #told;
  /** What each row shows, so that a style is not set again: it would be worked out again. @type {string[]} */
  #shown = [];
  #cursor = h("div", { className: "cursor", "aria-hidden": "true" });
  #rows = h("div", { className: "timeline-rows" });
  #tip = h("div", { className: "tip", hidden: true });
  canvas = h("canvas", { className: "timeline-canvas", role: "img",
    "aria-label": "Timeline: how each principal partner stood, year by year; the same is told in words when it is in focus" });
  element = h("div", { className: "timeline", part: "timeline" }, this.canvas, this.#rows, this.#cursor, this.#tip);

  /** @param {TimelineHost} host */
  constructor(host) {
    this.#host = host;
    new Drag(this.canvas, DRAG, {
      start: () => this.#hide(),
      move: (event) => host.scrubTo(event.offsetX),
      end: () => host.release(),
      tap: (event) => {
        host.goTo(event.offsetX);
        if (event.pointerType === "touch") this.#point(event);
      },
      hover: (event) => { if (event.pointerType !== "touch") this.#point(event); },
    });
    this.canvas.addEventListener("pointerleave", () => this.#hide());
  }

  /**
   * How much room it needs.
   * @param {number} height
   */
  setHeight(height) {
    this.canvas.style.setProperty("height", `${height}px`);
  }

  /** @param {number} x */
  moveTo(x) {
    if (this.#at === x) return;
    this.#at = x;
    this.#cursor.style.setProperty("transform", `translateX(${x}px)`);
  }

  /**
   * How each row stands in the shown year.
   * @param {(import("./detente.js").TimelineRow & { name: string })[]} rows
   */
  show(rows) {
    while (this.#rows.childElementCount > rows.length) this.#rows.lastElementChild?.remove();
    this.#shown.length = rows.length;
    rows.forEach(({ top, height, focus, name, stanceName, color }, index) => {
      const row = /** @type {HTMLElement} */ (this.#rows.children[index] ?? this.#rows.appendChild(this.#row()));
      const now = [top, height, focus, color].join(" ");
      if (this.#shown[index] !== now) {
        this.#shown[index] = now;
        row.dataset.focus = focus;
        row.style.setProperty("top", `${top}px`);
        row.style.setProperty("height", `${height}px`);
        row.style.setProperty("--mark", color);
      }
      row.setAttribute("aria-label", `${name}: ${stanceName}`);
      setText(row, stanceName);
    });
  }

  #row() {
    const row = h("button", { type: "button", className: "timeline-row" });
    row.addEventListener("click", () => this.#host.focus(row.dataset.focus));
    return row;
  }

  #hide() {
    this.#tip.hidden = true;
    this.#told = undefined;
  }

  /** @param {PointerEvent} event */
  #point({ offsetX, offsetY }) {
    const tip = this.#host.point(offsetX, offsetY);
    if (!tip) {
      this.#hide();
      return;
    }
    this.#tip.hidden = false;
    if (this.#told !== tip.title + tip.detail) {
      this.#told = tip.title + tip.detail;
      this.#tip.replaceChildren(
        h("p", { className: "tip-name" }, swatch(tip.color), h("b", {}, tip.title)),
        h("p", { className: "when" }, tip.detail),
        ...(tip.text ? [h("p", {}, tip.text)] : []),
        ...(tip.sources.length ? [sources(tip.sources)] : []),
        ...(tip.doubt ? [h("p", { className: "doubt" }, tip.doubt)] : []));
    }
    const room = this.element.clientWidth;
    this.#tip.style.setProperty("left", `${Math.min(Math.max(offsetX - 132, 0), Math.max(0, room - 268))}px`);
    const above = offsetY > this.#tip.offsetHeight + 12;
    this.#tip.style.setProperty("top", `${above ? offsetY - this.#tip.offsetHeight - 12 : offsetY + 18}px`);
  }
}
