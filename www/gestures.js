// Fingers on the network beyond a tap and a drag: two zoom it, a double tap looks from nearer or shows it whole again, a
// long press inspects.

/** How long a finger rests for a long press, and between the two taps of a double one at the most, in milliseconds. */
const [LONG, DOUBLE] = [500, 300];
/** How far a finger that rests may stray, in CSS pixels. */
const STRAY = 8;

/**
 * @typedef {object} GesturesHost
 * @property {(places: [number, number, number, number, number, number, number, number]) => void} pinch two fingers went from two places to two others
 * @property {(x: number, y: number) => void} nearer looks at a place from nearer, with one finger
 * @property {() => void} whole shows the whole network
 * @property {() => boolean} zoomed
 * @property {(x: number, y: number) => void} inspect
 */

/** Listens to fingers before the canvas does, and keeps from it what is not a tap or a drag. */
export class Gestures {
  #canvas;
  #host;
  /** Where each finger is. @type {Map<number, [number, number]>} */
  #fingers = new Map();
  /** Whether the canvas hears nothing until all fingers are gone. */
  #taken = false;
  /** @type {number | undefined} */
  #timer;
  /** When and where the last tap was. @type {[number, number, number]} */
  #tap = [-Infinity, 0, 0];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {GesturesHost} host
   */
  constructor(canvas, host) {
    this.#canvas = canvas;
    this.#host = host;
    for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
      canvas.addEventListener(name, (event) => this.#hear(/** @type {PointerEvent} */ (event)), { capture: true });
    }
    // The page does not scroll under two fingers.
    for (const name of /** @type {const} */ (["touchstart", "touchmove"])) {
      canvas.addEventListener(name, (event) => { if (event.touches.length > 1 && event.cancelable) event.preventDefault(); }, { passive: false });
    }
    canvas.addEventListener("contextmenu", (event) => { if (this.#fingers.size) event.preventDefault(); });
  }

  /** @param {PointerEvent} event */
  #hear(event) {
    if (event.pointerType !== "touch" || !event.isTrusted && event.type === "pointercancel") return;
    const { pointerId: id, offsetX: x, offsetY: y } = event;
    const gone = event.type === "pointerup" || event.type === "pointercancel";
    if (event.type === "pointerdown") this.#press(id, x, y, event.timeStamp);
    else if (event.type === "pointermove") this.#move(id, x, y);
    if (this.#taken) event.stopImmediatePropagation();
    if (!gone) return;
    clearTimeout(this.#timer);
    this.#fingers.delete(id);
    if (!this.#fingers.size) this.#taken = false;
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   * @param {number} now
   */
  #press(id, x, y, now) {
    this.#fingers.set(id, [x, y]);
    clearTimeout(this.#timer);
    const [then, fromX, fromY] = this.#tap;
    this.#tap = [now, x, y];
    if (this.#fingers.size > 1) return this.#take();
    if (now - then < DOUBLE && near(x, fromX, 4) && near(y, fromY, 4)) { // not of the picture: time between two taps
      this.#take();
      // A third tap begins anew.
      this.#tap[0] = -Infinity;
      if (this.#host.zoomed()) this.#host.whole();
      else this.#host.nearer(x, y);
      return;
    }
    this.#timer = setTimeout(() => {
      this.#take();
      this.#host.inspect(x, y);
    }, LONG);
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   */
  #move(id, x, y) {
    const from = this.#fingers.get(id);
    if (!from) return;
    const [, pressedX, pressedY] = this.#tap;
    if (this.#fingers.size === 1) {
      if (near(x, pressedX, 1) && near(y, pressedY, 1)) return;
      clearTimeout(this.#timer);
      // A drag is no tap.
      this.#tap[0] = -Infinity;
    }
    const other = [...this.#fingers].find(([finger]) => finger !== id)?.[1];
    if (other) this.#host.pinch([...from, ...other, x, y, ...other]);
    this.#fingers.set(id, [x, y]);
  }

  /** From here on the canvas hears nothing of these fingers: what it has begun is over. */
  #take() {
    this.#taken = true;
    this.#canvas.dispatchEvent(new PointerEvent("pointercancel", { pointerType: "touch" }));
  }
}

/**
 * Whether a finger strayed no farther than so many times what it may.
 * @param {number} place
 * @param {number} from
 * @param {number} times
 */
function near(place, from, times) {
  return Math.abs(place - from) <= STRAY * times; // not of the picture: how far a finger has gone
}
