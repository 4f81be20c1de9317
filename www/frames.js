// When a view is drawn: with the browser's next frame, or at once.

/** After so many milliseconds in which nothing is drawn a view rests. */
const REST = 100;

/**
 * @typedef {object} FramesHost
 * @property {(now: number) => void} draw
 * @property {() => boolean} drew a frame of the browser's was drawn; tells whether another is needed
 */

/** The frames of one view. */
export class Frames {
  #environment;
  #host;
  /** The one that is asked for. */
  #next = 0;
  /** When it was drawn last. */
  #last = 0;

  /**
   * @param {import("./environment.js").Environment} environment
   * @param {FramesHost} host
   */
  constructor(environment, host) {
    this.#environment = environment;
    this.#host = host;
  }

  /** Whether it is seen, and nothing has been drawn for a while. */
  get rest() {
    return !this.#next && this.#environment.visible && performance.now() - this.#last > REST; // not of the picture: how long nothing has been drawn
  }

  /** Asks for the browser's next frame. */
  request() {
    if (this.#next || !this.#environment.visible) return;
    this.#next = requestAnimationFrame((now) => {
      this.#next = 0;
      this.#draw(now);
      if (this.#host.drew()) this.request();
    });
  }

  /** Draws within the same frame, so that a resized canvas is never seen empty. */
  drawNow() {
    this.stop();
    this.#draw(performance.now());
  }

  stop() {
    cancelAnimationFrame(this.#next);
    this.#next = 0;
  }

  /** @param {number} now */
  #draw(now) {
    this.#last = now;
    this.#host.draw(now);
  }
}
