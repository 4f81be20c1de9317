// The timeline under the slider: the whole span at once, with the cursor of the same clock.
import { h, setText } from "./dom.js";
import { Drag } from "./drag.js";
import { colour } from "./rows.js";

/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 4;

/**
 * @typedef {object} TimelineHost
 * @property {(x: number, y: number) => void} point
 * @property {() => void} leave
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
  #height = 0;
  /** What each row shows, so that a style is not set again: it would be worked out again. @type {string[]} */
  #shown = [];
  #cursor = h("div", { className: "cursor", "aria-hidden": "true" });
  #rows = h("div", { className: "timeline-rows" });
  /** Where the slider would be, if there is none. */
  track = h("div", { className: "track-place" });
  tip = h("div", { className: "tip", hidden: true });
  canvas = h("canvas", { className: "timeline-canvas", role: "img",
    "aria-label": "Timeline: how each principal partner stood, year by year; the same is told in words when it is in focus" });
  element = h("div", { className: "timeline", part: "timeline" }, this.canvas, this.track, this.#rows, this.#cursor, this.tip);

  /** @param {TimelineHost} host */
  constructor(host) {
    this.#host = host;
    new Drag(this.canvas, DRAG, {
      move: (event) => host.scrubTo(event.offsetX),
      end: () => host.release(),
      tap: (event) => {
        host.goTo(event.offsetX);
        if (event.pointerType === "touch") host.point(event.offsetX, event.offsetY);
      },
      hover: (event) => { if (event.pointerType !== "touch") host.point(event.offsetX, event.offsetY); },
    });
    this.canvas.addEventListener("pointerleave", () => host.leave());
  }

  /** @param {number} x */
  moveTo(x) {
    if (this.#at === x) return;
    this.#at = x;
    this.#cursor.style.setProperty("transform", `translateX(${x}px)`);
  }

  /**
   * How much room it needs, and how each row stands in the shown year.
   * @param {number} height
   * @param {import("./detente.js").TimelineRow[]} rows
   */
  show(height, rows) {
    if (this.#height !== height) this.canvas.style.setProperty("height", `${height}px`);
    this.#height = height;
    while (this.#rows.childElementCount > rows.length) this.#rows.lastElementChild?.remove();
    this.#shown.length = rows.length;
    rows.forEach(({ top, height: tall, row }, index) => {
      const button = /** @type {HTMLElement} */ (this.#rows.children[index] ?? this.#rows.appendChild(this.#row()));
      const now = [top, tall, row.id, row.stance, row.text].join(" ");
      if (this.#shown[index] !== now) {
        this.#shown[index] = now;
        button.dataset.focus = row.id;
        button.style.setProperty("top", `${top}px`);
        button.style.setProperty("height", `${tall}px`);
        button.setAttribute("aria-label", row.text);
        colour(button, row, "text");
      }
      setText(button, row.how);
    });
  }

  #row() {
    const row = h("button", { type: "button", className: "timeline-row" });
    row.addEventListener("click", () => this.#host.focus(row.dataset.focus));
    return row;
  }
}
