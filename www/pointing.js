// Pointer and arrow keys on the picture: hover, tap, travel, and the horizontal drag that moves time.

/** Which arrow key leads where. */
const TRAVEL = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "in", ArrowDown: "out" };
/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 8;
/** How near the pointer must be, in CSS pixels. */
const REACH = { mouse: 5, pen: 10, touch: 20 };

/** Listens on the canvas and asks its host. */
export class Pointing {
  #down;
  #drag = false;
  #at;

  /** @param {HTMLCanvasElement} canvas @param {object} host */
  constructor(canvas, host) {
    this.canvas = canvas;
    this.host = host;
    const on = (name, listener) => canvas.addEventListener(name, listener);
    on("pointerdown", (event) => this.#press(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#release(event));
    on("pointercancel", () => this.#cancel());
    on("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !this.#drag) this.#leave();
    });
    on("keydown", (event) => this.#key(event));
    on("blur", () => this.#leave());
  }

  #card(event) {
    return this.host.point(event.offsetX, event.offsetY, REACH[event.pointerType] ?? REACH.mouse);
  }

  #leave() {
    this.#at = undefined;
    this.host.leave();
    this.host.tip();
  }

  #press(event) {
    if (event.button !== 0) return;
    this.#down = { x: event.clientX, y: event.clientY, last: event.clientX, id: event.pointerId };
    this.#drag = false;
  }

  #move(event) {
    const down = this.#down;
    if (down && event.pointerId === down.id) {
      const [dx, dy] = [event.clientX - down.x, event.clientY - down.y];
      if (!this.#drag && Math.abs(dx) > DRAG && Math.abs(dx) > Math.abs(dy)) {
        this.#drag = true;
        down.last = event.clientX;
        this.canvas.setPointerCapture(event.pointerId);
        this.#leave();
      }
      if (this.#drag) {
        // Across the whole picture lies half the span.
        const years = ((event.clientX - down.last) / this.canvas.clientWidth) * (this.host.span() / 2);
        down.last = event.clientX;
        this.host.scrub(years);
      }
      return;
    }
    if (event.pointerType === "touch") return;
    const card = this.#card(event);
    this.canvas.classList.toggle("over", Boolean(card));
    if (card?.id !== this.#at) {
      this.#at = card?.id;
      this.host.tip(card);
    }
  }

  #release(event) {
    const dragged = this.#drag;
    const pressed = this.#down;
    this.#down = undefined;
    this.#drag = false;
    if (dragged) {
      this.host.settle();
      return;
    }
    if (!pressed) return;
    const card = this.#card(event);
    this.host.focus(card?.id);
    // A finger does not hover: what it taps is told beside the mark, and in full below.
    if (event.pointerType === "touch") this.host.tip(card);
  }

  #cancel() {
    if (this.#drag) this.host.settle();
    this.#down = undefined;
    this.#drag = false;
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = TRAVEL[event.key];
    if (direction) {
      event.preventDefault();
      const card = this.host.travel(direction);
      this.#at = card?.id;
      this.host.tip(card);
      if (card) this.host.say(card);
    } else if (event.key === "Enter" && this.#at) {
      event.preventDefault();
      this.host.focus(this.#at);
    }
  }
}
