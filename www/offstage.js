// Draws the network in a worker while it moves, so that drawing does not keep the page waiting. One worker serves all
// views of a page. Until it is ready, and wherever there is none, the page draws by itself: the picture is the same.
import { h } from "./dom.js";
import { painter } from "./source.js";

/** A list of so many numbers is drawn in the worker before anything moves. */
const LARGE = 20_000;
/** Pictures that follow each other so closely are of something that moves, however slow the machine: milliseconds. */
const MOTION = 1000;
/** A worker that has not answered for so long never will: milliseconds. */
const PATIENCE = 5000;

/** After so many pictures it is judged whether the worker keeps up, and which share of them may go unseen. */
const JUDGED = 90;
const UNSEEN = 0.4;

/** @type {Worker | undefined} */
let worker;
/**
 * Whether this page can have no worker, or had one that failed. WebKitGTK and WPE free what a worker has drawn on another
 * thread, which within some thousand pictures ends the process of the page: github.com/WebKit/WebKit/pull/55628.
 */
let failed = /Linux(?!.*Chrom).*AppleWebKit/.test(navigator.userAgent);
/** The canvases that the worker draws on. @type {Map<number, Offstage>} */
const drawn = new Map();
let number = 0;

/** The worker, where the page can have one. */
function start() {
  if (worker || failed) return worker;
  try {
    const address = painter();
    // Browsers start no worker from another origin.
    if (address.origin !== location.origin) return fail();
    worker = new Worker(trusted(address), { type: "module" });
    worker.onmessage = ({ data }) => (data.lost ? drawn.get(data.id)?.giveUp() : drawn.get(data.id)?.answer(data.list));
    worker.onerror = (event) => {
      event.preventDefault();
      fail();
    };
  } catch {
    // There is no file for it, or a policy forbids it.
    fail();
  }
  return worker;
}

/** From now on the page draws everything by itself. */
function fail() {
  failed = true;
  worker?.terminate();
  worker = undefined;
  for (const one of [...drawn.values()]) one.giveUp();
}

/** @type {{ createScriptURL: (address: string) => string } | undefined} */
let policy;

/**
 * The address as pages want it that allow only named policies to load scripts.
 * @param {URL} address
 */
function trusted({ href }) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy("detente-view", { createScriptURL: (/** @type {string} */ same) => same });
  return policy?.createScriptURL(href) ?? href;
}

/** The network of one view, drawn on a canvas of the worker's above its own. */
export class Offstage {
  #surface;
  #redraw;
  /** The canvas that shows what the worker draws. @type {HTMLCanvasElement | undefined} */
  #canvas;
  #id = 0;
  /** Whether the worker has the canvas. */
  #ready = false;
  #stays = false;
  /** When the last picture came. */
  #last = -Infinity;
  /** Since when the worker draws; undefined while it rests. @type {number | undefined} */
  #busy;
  /** The picture to draw next. @type {import("./painter.js").Picture | undefined} */
  #waiting;
  /** A list that the worker gave back. @type {Int32Array | undefined} */
  #spare;
  /** How many strings the worker has. */
  #sent = 0;
  /** Pictures since the worker was judged last, and those of them that a newer one replaced. */
  #taken = 0;
  #replaced = 0;

  /**
   * @param {import("./surface.js").Surface<HTMLCanvasElement>} surface
   * @param {() => void} redraw has the core draw the network again
   */
  constructor(surface, redraw) {
    this.#surface = surface;
    this.#redraw = redraw;
    if (surface.length >= LARGE) this.#open();
  }

  /**
   * Takes a picture over, once the worker is ready.
   * @param {Int32Array} list
   * @param {number} known how many of the strings are those of the picture before
   */
  draw(list, known) {
    const now = performance.now();
    const moves = now - this.#last < MOTION; // not of the picture: whether pictures follow each other closely
    this.#last = now;
    if (!this.#canvas && !this.#stays && (moves || list.length >= LARGE)) this.#open();
    // Not at once: the core is at work, and the page would ask it for the picture again.
    if (this.#busy !== undefined && now - this.#busy > PATIENCE) queueMicrotask(fail); // not of the picture: how long it has been drawing
    if (!this.#ready) return false;
    if (known < this.#sent) this.#sent = known;
    this.#taken += 1; // not of the picture: how many came since the worker was judged
    if (this.#waiting) this.#replaced += 1; // not of the picture: how many of them nobody saw
    this.#waiting = { list: this.#copy(list), length: list.length, known: 0, fresh: [] };
    if (this.#busy === undefined) this.#send();
    return true;
  }

  /** @param {Int32Array} list the core's memory, which changes with its next call */
  #copy(list) {
    let copy = this.#waiting?.list ?? this.#spare;
    this.#spare = undefined;
    if (!copy || copy.length < list.length) copy = new Int32Array(list.length);
    copy.set(list);
    return copy;
  }

  /** Sends the picture that waits. Only one is drawn at a time; a newer one takes the place of the one that waits. */
  #send() {
    const picture = this.#waiting;
    if (!picture) return;
    const { strings } = this.#surface;
    [picture.known, picture.fresh, this.#sent] = [this.#sent, strings.slice(this.#sent), strings.length];
    this.#waiting = undefined;
    this.#busy = performance.now();
    worker?.postMessage({ id: this.#id, picture }, [picture.list.buffer]);
  }

  /**
   * The worker has the canvas, or has drawn a picture.
   * @param {Int32Array | undefined} list the picture's
   */
  answer(list) {
    this.#ready = true;
    if (!list) return;
    this.#busy = undefined;
    this.#spare ??= list;
    // Some engines hand canvases of workers on so slowly that the page draws more pictures by itself.
    if (this.#taken >= JUDGED) {
      if (this.#replaced > UNSEEN * this.#taken) return fail(); // not of the picture: the share that nobody saw
      this.#taken = this.#replaced = 0;
    }
    this.#send();
    const { canvas } = this.#surface;
    const id = this.#id;
    // The worker's first picture is seen before the page's own goes, which would be copied in every frame.
    if (canvas.width > 1) {
      requestAnimationFrame(() => requestAnimationFrame(() => {
        if (this.#ready && this.#id === id) [canvas.width, canvas.height] = [1, 1];
      }));
    }
  }

  #open() {
    const { canvas } = this.#surface;
    if (!canvas.transferControlToOffscreen) return;
    const to = start();
    if (!to) return;
    this.#canvas = h("canvas", { className: "offstage", part: "canvas", "aria-hidden": "true" });
    canvas.after(this.#canvas);
    const given = this.#canvas.transferControlToOffscreen();
    this.#sent = 0;
    number += 1; // not of the picture: the next canvas's number
    this.#id = number;
    drawn.set(this.#id, this);
    to.postMessage({ id: this.#id, canvas: given }, [given]);
  }

  /** The worker is not needed any longer, until something moves again. */
  stop() {
    if (!this.#canvas) return;
    this.#canvas.remove();
    this.#canvas = this.#waiting = this.#busy = this.#spare = undefined;
    this.#ready = false;
    drawn.delete(this.#id);
    worker?.postMessage({ id: this.#id });
    if (drawn.size) return;
    worker?.terminate();
    worker = undefined;
  }

  /** The worker has lost the picture, or is gone: the page draws what is shown. */
  giveUp() {
    const lost = this.#ready;
    this.stop();
    if (lost) this.#redraw();
  }

  /**
   * Whether the page draws for the time being, at once, as for paper.
   * @param {boolean} on
   */
  stay(on) {
    this.#stays = on;
    if (on) this.stop();
  }
}
