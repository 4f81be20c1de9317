// <detente-view>: its attributes, properties, methods and its life. What happens inside is the controller's.
import { Controller } from "./controller.js";
import { reflect, setting, stepOf } from "./settings.js";

/** Without a browser there is nothing to extend, and importing the class does nothing. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/**
 * The view of a dataset. Attributes say where it starts and where it goes; properties tell where it is.
 * Events: `ready`, `yearchange`, `focuschange`, `comparechange`, `eventselect`, `error`; they bubble out of shadow roots.
 * Its interface is described in `interface.json`, from which types, manifest and tables are made.
 */
export class DetenteViewElement extends Base {
  static observedAttributes = ["src", "texts", "year", "focus", "compare", "view", "theme", "lang", "controls", "speed", "loop"];

  /** From the first time that it stands in a page. @type {Controller | undefined} */
  #controller;
  /** @type {{ pack: Uint8Array, texts?: Record<string, string[]> } | undefined} */
  #data;

  constructor() {
    super();
    // What a page has set before the element was known hides the property of that name; it is set anew.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in new.target.prototype)) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  connectedCallback() {
    this.#controller ??= new Controller(this);
    this.#controller.connect();
  }

  disconnectedCallback() {
    this.#controller?.disconnect();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#controller?.applyAttribute(name, now);
  }

  /** Where it is, or else where its attributes say that it starts. @returns {import("./address.js").Place} */
  get #place() {
    return this.#controller?.place ?? { year: setting(this, "year"), focus: this.getAttribute("focus") ?? "", compare: setting(this, "compare") };
  }

  /** The address of a packed dataset; empty for the first dataset. */
  get src() { return this.getAttribute("src") ?? ""; }
  set src(address) { reflect(this, "src", address); }

  /** A dataset that the page has itself, in the place of that of an address. */
  get data() { return this.#data; }
  set data(data) {
    this.#data = data;
    this.#controller?.applyAttribute("src", null);
  }

  /** The year shown or gone to. */
  get year() { return this.#place.year; }
  set year(year) { reflect(this, "year", year); }

  /** The id of the actor or tie in focus, or the empty string. (`focus` is every element's method.) */
  get focusId() { return this.#place.focus ?? ""; }
  set focusId(id) { reflect(this, "focus", id); }

  // Frameworks write an attribute as the property of its name where there is one, and every element has a method `focus`.
  // @ts-expect-error its value is that method all the same.
  get focus() { return super.focus; }
  set focus(id) { reflect(this, "focus", id); }

  /** The year held against the shown one. */
  get compared() { return this.#place.compare; }
  set compared(year) { reflect(this, "compare", year); }

  /** What is shown: `full`, `network`, `timeline`, `small-multiples` or `table`. */
  get view() { return setting(this, "view"); }
  set view(view) { reflect(this, "view", view); }

  /** `auto`, `light` or `dark`. */
  get theme() { return setting(this, "theme"); }
  set theme(theme) { reflect(this, "theme", theme); }

  /** `full` or `none`. */
  get controls() { return setting(this, "controls"); }
  set controls(controls) { reflect(this, "controls", controls); }

  /** How fast it plays, 0.5 to 4. */
  get speed() { return setting(this, "speed"); }
  set speed(factor) { reflect(this, "speed", factor); }

  /** Whether it plays by itself once it is seen, unless the reader asked for less motion. */
  get autoplay() { return this.hasAttribute("autoplay"); }
  set autoplay(on) { this.toggleAttribute("autoplay", Boolean(on)); }

  /** Whether play begins again at the end. */
  get loop() { return this.hasAttribute("loop"); }
  set loop(on) { this.toggleAttribute("loop", Boolean(on)); }

  /** Whether it stands still, unless a reader drags it. */
  get paused() { return !this.#controller?.playing; }

  /** Plays on from here; at the end, from the beginning. */
  play() { this.#controller?.send((core) => core.play()); }

  /** Stops at the next whole year. */
  pause() { this.#controller?.send((core) => core.pause()); }

  /**
   * To one year at once, and from there gliding to another.
   * @param {import("./settings.js").Step} from
   * @param {import("./settings.js").Step} to
   */
  playFrom(from, to) { this.#controller?.send((core) => core.playFrom(stepOf(core, from), stepOf(core, to))); }

  /** The drawn picture as text, mark by mark; nothing before the late part is there. */
  printout() { return this.#controller?.later.part?.printout() ?? ""; }
}
