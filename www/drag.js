// Press, drag along the horizontal, release: one way to tell a drag from a tap for all that is dragged.

/**
 * @typedef {object} DragHandlers
 * @property {(event: PointerEvent) => void} [start] the pointer has gone far enough: this is a drag
 * @property {(event: PointerEvent, distance: number) => void} move how far it went since the last time, in CSS pixels
 * @property {() => void} end the drag is over
 * @property {(event: PointerEvent) => void} tap released where it was pressed
 * @property {(event: PointerEvent) => void} hover moved while nothing is pressed
 */

/** Listens on an element for presses of the first button, a pen or a finger. */
export class Drag {
  /** @type {{ id: number, x: number, y: number } | undefined} */
  #pressed;
  #dragging = false;
  #target;
  #threshold;
  #handlers;

  /**
   * @param {HTMLElement} target
   * @param {number} threshold from how far a drag is a drag, in CSS pixels
   * @param {DragHandlers} handlers
   */
  constructor(target, threshold, handlers) {
    this.#target = target;
    this.#threshold = threshold;
    this.#handlers = handlers;
    target.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      this.#pressed = { id: event.pointerId, x: event.clientX, y: event.clientY };
      this.#dragging = false;
    });
    target.addEventListener("pointermove", (event) => this.#move(event));
    target.addEventListener("pointerup", (event) => {
      if (this.#end()) handlers.tap(event);
    });
    target.addEventListener("pointercancel", () => this.#end());
  }

  /** Whether a drag is going on. */
  get dragging() { return this.#dragging; }

  /** @param {PointerEvent} event */
  #move(event) {
    const pressed = this.#pressed;
    if (pressed?.id !== event.pointerId) {
      this.#handlers.hover(event);
      return;
    }
    const [across, down] = [event.clientX - pressed.x, event.clientY - pressed.y]; // not of the picture: how far the pointer has gone
    if (!this.#dragging) {
      const [far, steep] = [Math.abs(across), Math.abs(down)]; // not of the picture: how far the pointer has gone
      if (far <= this.#threshold || far <= steep) return;
      this.#dragging = true;
      this.#target.setPointerCapture(event.pointerId);
      this.#handlers.start?.(event);
      pressed.x = event.clientX;
    }
    this.#handlers.move(event, event.clientX - pressed.x); // not of the picture: how far the pointer has gone
    pressed.x = event.clientX;
  }

  /** Ends whatever is going on; whether it was a press without a drag. */
  #end() {
    const tap = this.#pressed && !this.#dragging;
    const dragged = this.#dragging;
    this.#pressed = undefined;
    this.#dragging = false;
    if (dragged) this.#handlers.end();
    return tap;
  }
}
