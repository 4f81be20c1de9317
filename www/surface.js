// What the core draws on: it takes lists of operations.

/**
 * A canvas, or an element whose picture stays for long, and the strings that its lists name.
 * @template {HTMLElement} Kind
 */
export class Surface {
  canvas;
  #paint;
  /** @type {string[]} */
  strings = [];
  /** How many numbers its last list had. */
  length = 0;
  /** Draws in the place of this, once it is there. @type {import("./offstage.js").Offstage | undefined} */
  offstage;

  /**
   * @param {Kind} canvas
   * @param {(canvas: Kind, list: Int32Array, strings: string[]) => void} paint
   */
  constructor(canvas, paint) {
    this.canvas = canvas;
    this.#paint = paint;
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
    if (!this.offstage?.draw(list, known)) this.#paint(canvas, list, strings);
  }
}
