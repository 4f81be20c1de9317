// The canvases that the core draws on: each takes lists of operations.
import { paint } from "./paint.js";

/** A canvas, and the strings that its lists name. */
export class Surface {
  canvas;
  #still;
  /** @type {string[]} */
  strings = [];
  /** How many numbers its last list had. */
  length = 0;
  /** Draws in the place of this, once it is there. @type {import("./offstage.js").Offstage | undefined} */
  offstage;

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
   * Called by the core: draws a list.
   * @param {Int32Array} list
   * @param {number} known how many strings of the table stay as they are
   * @param {string} fresh those that follow on them
   */
  draw(list, known, fresh) {
    const { canvas, strings } = this;
    this.length = list.length;
    strings.length = known;
    if (fresh) strings.push(...fresh.split("\u001f"));
    if (this.offstage?.draw(list, known)) return;
    const bitmaps = this.#still && globalThis.OffscreenCanvas ? canvas.getContext("bitmaprenderer") : null;
    if (!bitmaps) return paint(canvas.getContext("2d"), list, strings);
    const sheet = new OffscreenCanvas(1, 1);
    paint(sheet.getContext("2d"), list, strings);
    [canvas.width, canvas.height] = [sheet.width, sheet.height];
    bitmaps.transferFromImageBitmap(sheet.transferToImageBitmap());
  }
}
