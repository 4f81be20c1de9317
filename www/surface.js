// The canvases that the core draws on: each takes a list of operations, and says where it is drawn.
import { paint } from "./paint.js";

/** Sizes a canvas; setting either length clears it, even to the same number.
 * @param {HTMLCanvasElement | OffscreenCanvas} canvas
 * @param {number} width
 * @param {number} height
 */
export function resize(canvas, width, height) {
  if (canvas.width === width && canvas.height === height) return;
  [canvas.width, canvas.height] = [width, height];
}

/** A canvas, and the strings that its lists name. */
export class Surface {
  canvas;
  /** @type {string[]} */
  strings = [];
  #still;
  /** Draws in the place of this, once it is there. @type {import("./offstage.js").Offstage | undefined} */
  offstage;
  /** How many numbers its last list had. */
  length = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {boolean} still whether its pictures stay for long: those are shown as finished bitmaps, because a browser
   *   without a GPU copies every canvas with a 2d context in each frame in which any is drawn
   */
  constructor(canvas, still) {
    this.canvas = canvas;
    this.#still = still;
  }

  /**
   * Called by the core: draws a list on a canvas of that many device pixels.
   * @param {Int32Array} list
   * @param {number} width
   * @param {number} height
   * @param {number} scale device pixels for each unit of the list
   * @param {number} known how many strings of the table stay as they are
   * @param {string} fresh those that follow on them
   */
  draw(list, width, height, scale, known, fresh) {
    this.strings.length = known;
    if (fresh) this.strings.push(...fresh.split("\u001f"));
    this.length = list.length;
    if (this.offstage?.draw(list, width, height, scale, known)) return;
    if (this.#still && this.#drawBitmap(list, width, height, scale)) return;
    resize(this.canvas, width, height);
    paint(usable(this.canvas.getContext("2d")), list, this.strings, scale);
  }

  /**
   * @param {Int32Array} list
   * @param {number} width
   * @param {number} height
   * @param {number} scale
   */
  #drawBitmap(list, width, height, scale) {
    if (!globalThis.OffscreenCanvas) return false;
    const sheet = new OffscreenCanvas(width, height);
    const [context, bitmaps] = [sheet.getContext("2d"), this.canvas.getContext("bitmaprenderer")];
    if (!context || !bitmaps) return false;
    paint(context, list, this.strings, scale);
    resize(this.canvas, width, height);
    bitmaps.transferFromImageBitmap(sheet.transferToImageBitmap());
    return true;
  }
}

/**
 * @template T
 * @param {T | null} context
 */
function usable(context) {
  if (!context) throw new Error("this canvas cannot be drawn on");
  return context;
}
