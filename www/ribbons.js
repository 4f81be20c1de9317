// The ribbons under the slider: the whole span at once, with the cursor of the same clock.
import { h, say, sources, swatch } from "./dom.js";

/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 4;

/** The canvas, its cursor, and how each row stands now. */
export class Ribbons {
  #down;
  #drag = false;

  /** @param {object} host point, position, scrub, settle, go, focus */
  constructor(host) {
    this.host = host;
    this.canvas = h("canvas", { className: "ribbons-canvas", role: "img",
      "aria-label": "Timeline: how each principal partner stood, year by year; the same is told in words when it is in focus" });
    this.cursor = h("div", { className: "cursor", "aria-hidden": "true" });
    this.rows = h("div", { className: "ribbon-rows" });
    this.tip = h("div", { className: "tip", hidden: true });
    this.element = h("div", { className: "ribbons", part: "ribbons" }, this.canvas, this.rows, this.cursor, this.tip);
    const on = (name, listener) => this.canvas.addEventListener(name, listener);
    on("pointerdown", (event) => this.#press(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#release(event));
    on("pointercancel", () => this.#cancel());
    on("pointerleave", () => this.#hide());
  }

  /** How much room they need. */
  set height(height) {
    this.canvas.style.setProperty("height", `${height}px`);
  }

  moveTo(x) {
    if (this.at === x) return;
    this.at = x;
    this.cursor.style.setProperty("transform", `translateX(${x}px)`);
  }

  /** How each row stands in the shown year. */
  show(rows) {
    while (this.rows.childElementCount > rows.length) this.rows.lastElementChild.remove();
    rows.forEach(({ top, height, focus, stanceName, color }, index) => {
      const row = this.rows.children[index] ?? this.rows.appendChild(h("button", { type: "button", className: "ribbon-row",
        onclick: (event) => this.host.focus(event.currentTarget.dataset.focus) }));
      // Most rows stand as they stood: a style that is set again is worked out again.
      const now = [top, height, focus, color].join(" ");
      if (row.now !== now) {
        row.now = now;
        row.dataset.focus = focus;
        row.style.setProperty("top", `${top}px`);
        row.style.setProperty("height", `${height}px`);
        row.style.setProperty("--mark", color);
      }
      say(row, stanceName);
    });
  }

  /** Names for those who hear the rows. */
  label(names) {
    [...this.rows.children].forEach((row, index) => row.setAttribute("aria-label", `${names[index]}: ${row.textContent}; put into focus`));
  }

  #press(event) {
    if (event.button !== 0) return;
    this.#down = { x: event.clientX, y: event.clientY };
    this.#drag = false;
  }

  #move(event) {
    if (this.#down) {
      const [dx, dy] = [Math.abs(event.clientX - this.#down.x), Math.abs(event.clientY - this.#down.y)];
      if (!this.#drag && dx > DRAG && dx > dy) {
        this.#drag = true;
        this.canvas.setPointerCapture(event.pointerId);
        this.#hide();
      }
      if (this.#drag) this.host.scrub(this.host.position(event.offsetX));
      return;
    }
    if (event.pointerType !== "touch") this.#show(this.host.point(event.offsetX, event.offsetY), event);
  }

  #release(event) {
    const [pressed, dragged] = [this.#down, this.#drag];
    this.#down = undefined;
    this.#drag = false;
    if (dragged) this.host.settle();
    else if (pressed) {
      this.host.go(Math.ceil(this.host.position(event.offsetX)));
      if (event.pointerType === "touch") this.#show(this.host.point(event.offsetX, event.offsetY), event);
    }
  }

  #cancel() {
    if (this.#drag) this.host.settle();
    this.#down = undefined;
    this.#drag = false;
  }

  #hide() {
    this.tip.hidden = true;
    this.shown = undefined;
  }

  #show(tip, event) {
    this.tip.hidden = !tip;
    if (!tip) {
      this.shown = undefined;
      return;
    }
    if (this.shown !== tip.title + tip.detail) {
      this.shown = tip.title + tip.detail;
      this.tip.replaceChildren(
        h("p", { className: "tip-name" }, swatch(tip.color), h("b", {}, tip.title)),
        h("p", { className: "when" }, tip.detail),
        ...(tip.text ? [h("p", {}, tip.text)] : []),
        ...(tip.sources.length ? [sources(tip.sources)] : []),
        ...(tip.doubt ? [h("p", { className: "doubt" }, tip.doubt)] : []));
    }
    const room = this.element.clientWidth;
    this.tip.style.setProperty("left", `${Math.min(Math.max(event.offsetX - 132, 0), Math.max(0, room - 268))}px`);
    const above = event.offsetY > this.tip.offsetHeight + 12;
    this.tip.style.setProperty("top", `${above ? event.offsetY - this.tip.offsetHeight - 12 : event.offsetY + 18}px`);
  }
}
