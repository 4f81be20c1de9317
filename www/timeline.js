// The timeline under the slider: the whole span at once, with the cursor of the same clock.
import { h, label, modified, setText } from "./dom.js";
import { Drag } from "./drag.js";
import { cursorEnd, eras, timeline, timelineKeys, timelineKind } from "./messages-late.js";
import { colour } from "./rows.js";

/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 4;
/** Which key leads to which event. @type {Record<string, string>} */
const LEAPS = { ArrowLeft: "earlier", ArrowRight: "later", ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last" };

/**
 * @typedef {object} TimelineHost
 * @property {(x: number, y: number) => void} point
 * @property {() => void} leave
 * @property {(x: number) => void} scrubTo to what lies at `x`
 * @property {() => void} release
 * @property {(x: number) => void} goTo
 * @property {(id?: string) => void} focus
 * @property {(leap: string) => void} leap to another event
 * @property {() => void} pick the event that the tip tells of
 * @property {(unfolded: boolean) => void} unfoldEras
 */

/** What stands before and after the year at the cursor. */
const around = () => cursorEnd("|").split("|");

/** The canvas, its cursor, and how each row stands now. */
export class Timeline {
  #host;
  /** @type {number | undefined} */
  #at;
  /** The dot of each row, and where it is. @type {{ dot: HTMLElement, level?: number, stance?: number }[]} */
  #steps = [];
  /** @type {number | undefined} */
  #nameAt;
  /** @type {number | undefined} */
  #named;
  /** Its height and the pieces of its cursor. */
  #layout = "";
  /** What each row shows, so that a style is not set again: it would be worked out again. @type {string[]} */
  #shown = [];
  #pieces = h("div", {});
  #dots = h("div", {});
  #year = document.createTextNode("");
  #name = h("div", { className: "cursor-year", "data-before": () => around()[0] ?? "", "data-after": () => around()[1] ?? "" }, this.#year);
  // One layer: a step moves it as it is.
  #cursor = h("div", { className: "cursor", "aria-hidden": "true" }, this.#pieces, this.#dots, this.#name);
  #outline = h("div", { className: "outline", hidden: true });
  #rows = h("div", { className: "timeline-rows" });
  #fold = h("button", { type: "button", className: "fold", hidden: true, onclick: () => this.#host.unfoldEras(!this.#unfolded) }, eras);
  #unfolded = false;
  /** Where the slider would be, if there is none. */
  track = h("div", { className: "track-place" });
  tip = h("div", { className: "tip", hidden: true });
  #key = h("p", { className: "timeline-key" });
  canvas;
  element;

  /**
   * @param {TimelineHost} host
   * @param {HTMLCanvasElement} canvas that it is drawn on
   */
  constructor(host, canvas) {
    this.#host = host;
    this.canvas = canvas;
    canvas.className = "timeline-canvas";
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-describedby", "timeline-keys");
    label(canvas, "aria-roledescription", timelineKind);
    label(canvas, "aria-label", timeline);
    this.element = h("div", { className: "timeline", part: "timeline" }, this.#key,
      h("div", { className: "plate" }, canvas, this.track, this.#rows, this.#cursor, this.#outline, this.tip),
      this.#fold, h("p", { id: "timeline-keys", className: "sr" }, timelineKeys));
    new Drag(this.canvas, DRAG, {
      move: (event) => host.scrubTo(event.offsetX),
      end: () => host.release(),
      tap: (event) => {
        host.goTo(event.offsetX);
        if (event.pointerType === "touch") host.point(event.offsetX, event.offsetY);
      },
      hover: (event) => { if (event.pointerType !== "touch") host.point(event.offsetX, event.offsetY); },
    });
    for (const name of ["pointerleave", "blur"]) this.canvas.addEventListener(name, () => host.leave());
    this.canvas.addEventListener("keydown", (event) => this.#press(event));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const leap = LEAPS[event.key];
    const known = leap || (!this.tip.hidden && (event.key === "Enter" || event.key === "Escape"));
    if (!known || modified(event)) return;
    event.preventDefault();
    if (leap) this.#host.leap(leap);
    else if (event.key === "Enter") this.#host.pick();
    else this.#host.leave();
  }

  /**
   * The cursor, and the shown year above it.
   * @param {number} x
   * @param {number} name how far the middle of the year's name lies from it
   * @param {import("./detente.js").Detente} core
   */
  moveTo(x, name, core) {
    const year = core.year();
    if (this.#named !== year) this.#year.data = core.label();
    if (this.#nameAt !== name) this.#name.style.setProperty("translate", `${name}px`);
    if (this.#at !== x) this.#cursor.style.setProperty("transform", `translateX(${x}px)`);
    [this.#named, this.#nameAt, this.#at] = [year, name, x];
  }

  /**
   * How each row stands in the shown year, as dots on the cursor.
   * @param {import("./detente.js").Detente} core
   */
  showDots(core) {
    this.#steps.forEach((step, index) => {
      const [level, stance] = [core.rowLevel(index), core.rowStance(index)];
      if (Object.is(step.level, level) && step.stance === stance) return;
      const none = Number.isNaN(level);
      if (step.dot.hidden !== none) step.dot.hidden = none;
      if (!none && step.level !== level) step.dot.style.setProperty("top", `${level}px`);
      if (!none && step.stance !== stance) colour(step.dot, { stance });
      [step.level, step.stance] = [level, stance];
    });
  }

  /**
   * How much room it needs, and how each row stands in the shown year.
   * @param {import("./detente.js").Detente} core
   */
  show(core) {
    const [height, rows, unfolded] = [core.timelineHeight(), core.timelineRows() ?? [], core.erasUnfolded()];
    const pieces = core.timelinePieces();
    const layout = [height, ...pieces].join(" ");
    if (this.#layout !== layout) {
      this.canvas.style.setProperty("height", `${height}px`);
      this.#showPieces(pieces);
    }
    setText(this.#key, core.timelineKey());
    this.#layout = layout;
    this.#unfolded = unfolded ?? false;
    this.#fold.hidden = unfolded === undefined;
    this.#fold.setAttribute("aria-expanded", String(this.#unfolded));
    while (this.#rows.childElementCount > rows.length) this.#rows.lastElementChild?.remove();
    this.#shown.length = rows.length;
    rows.forEach((row, index) => {
      const now = JSON.stringify(row);
      if (this.#shown[index] !== now) this.#showRow(row, index);
      this.#shown[index] = now;
    });
    if (this.#steps.length !== rows.length) {
      this.#steps = rows.map(() => ({ dot: h("span", { className: "dot" }) }));
      this.#dots.replaceChildren(...this.#steps.map(({ dot }) => dot));
    }
    this.showDots(core);
  }

  /**
   * The cursor's line, which does not cross the names.
   * @param {ArrayLike<number>} numbers where the year above ends, then top and height of each piece
   */
  #showPieces(numbers) {
    const [head, ...rest] = Array.from(numbers, (number) => `${number}px`);
    this.element.style.setProperty("--head", head ?? "");
    const pieces = [];
    while (rest.length) {
      const piece = h("span", { className: "piece" });
      for (const name of ["top", "height"]) piece.style.setProperty(name, rest.shift() ?? "");
      pieces.push(piece);
    }
    this.#pieces.replaceChildren(...pieces);
  }

  /**
   * @param {import("./detente.js").TimelineRow} placed
   * @param {number} index
   */
  #showRow({ place: [left, top, width, height, indent, middle], row }, index) {
    const button = /** @type {HTMLElement} */ (this.#rows.children[index] ?? this.#rows.appendChild(this.#row()));
    button.dataset.focus = row.id;
    button.classList.toggle("above", indent > 0);
    for (const [name, value] of Object.entries({ left, top, width, height, "--indent": indent, "--middle": middle })) {
      button.style.setProperty(name, `${value}px`);
    }
    button.setAttribute("aria-label", row.text);
    setText(colour(button, row, "text"), row.how);
  }

  /**
   * What the tip tells of.
   * @param {ArrayLike<number>} [box] left, top, width and height
   */
  outline(box = []) {
    const [left, top, width, height] = Array.from(box);
    this.#outline.hidden = width === undefined;
    for (const [name, value] of Object.entries({ left, top, width, height })) this.#outline.style.setProperty(name, `${value}px`);
  }

  #row() {
    const row = h("button", { type: "button", className: "timeline-row" });
    row.addEventListener("click", () => this.#host.focus(row.dataset.focus));
    return row;
  }
}
