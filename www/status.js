// The one status of a view: what is said to assistive technology, politely, in short and not too often.
import { setText } from "./dom.js";

/** Between two things that are said pass at least so many milliseconds; of what comes meanwhile the last is said. */
const GAP = 1000;
/** The most characters of one. */
const MOST = 150;

/** Says what happens. */
export class Status {
  #element;
  #last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  /** @param {HTMLElement} element with the role of a status */
  constructor(element) {
    this.#element = element;
  }

  /** @param {string} text */
  say(text) {
    this.stop();
    const wait = GAP - (performance.now() - this.#last); // not of the picture: how long what was said last has stood
    if (wait > 0) {
      this.#waiting = setTimeout(() => this.say(text), wait);
      return;
    }
    this.#last = performance.now();
    const letters = [...text];
    setText(this.#element, letters.length > MOST ? `${letters.slice(0, MOST - 1).join("")}…` : text); // not of the picture: room for the ellipsis
  }

  /** What waits is not said. */
  stop() {
    clearTimeout(this.#waiting);
  }
}
