// Pointer and arrow keys on the picture: hover, tap, going round, and the horizontal drag that moves time.
import { modified } from "./dom.js";
import { Drag } from "./drag.js";

/** Which arrow key leads where. @type {Record<string, string>} */
const DIRECTIONS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "in", ArrowDown: "out" };
/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 8;
/** How near the pointer must be, in CSS pixels. @type {Record<string, number>} */
const REACH = { mouse: 5, pen: 10, touch: 20 };

/**
 * @typedef {import("./detente.js").CardText} CardText
 * @typedef {object} PointingHost
 * @property {(x: number, y: number, reach: number) => CardText | undefined} point
 * @property {() => void} leave
 * @property {(direction: string) => CardText | undefined} navigate
 * @property {(distance: number, width: number) => void} drag
 * @property {() => void} release
 * @property {(id?: string) => void} focus
 * @property {(card?: CardText) => void} showTip
 * @property {(card: CardText) => void} announce
 */

/** Listens on the canvas and asks its host. */
export class Pointing {
  #canvas;
  #host;
  /** Who is under the pointer or was reached by keys. @type {string | undefined} */
  #at;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {PointingHost} host
   */
  constructor(canvas, host) {
    this.#canvas = canvas;
    this.#host = host;
    const drag = new Drag(canvas, DRAG, {
      start: () => this.#leave(),
      move: (_, distance) => host.drag(distance, canvas.clientWidth),
      end: () => host.release(),
      tap: (event) => {
        const card = this.#point(event);
        host.focus(card?.id);
        // A finger does not hover: what it taps is told beside the mark, and in full below.
        if (event.pointerType === "touch") host.showTip(card);
      },
      hover: (event) => { if (event.pointerType !== "touch") this.#hover(event); },
    });
    canvas.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !drag.dragging) this.#leave();
    });
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => this.#leave());
  }

  /** @param {PointerEvent} event */
  #point(event) {
    return this.#host.point(event.offsetX, event.offsetY, REACH[event.pointerType] ?? 5);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const card = this.#point(event);
    this.#canvas.classList.toggle("over", Boolean(card));
    if (card?.id === this.#at) return;
    this.#at = card?.id;
    this.#host.showTip(card);
  }

  #leave() {
    this.#at = undefined;
    this.#host.leave();
    this.#host.showTip();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event)) return;
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      const card = this.#host.navigate(direction);
      this.#at = card?.id;
      this.#host.showTip(card);
      if (card) this.#host.announce(card);
    } else if (event.key === "Enter" && this.#at) {
      event.preventDefault();
      this.#host.focus(this.#at);
    }
  }
}
