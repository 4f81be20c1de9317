// What happens inside a view: asks the core, and carries out what it answers. All state of a view is here or in the core.
import { placeOf, readAddress, writeAddress } from "./address.js";
import { Environment } from "./environment.js";
import { Frames } from "./frames.js";
import { hosts } from "./hosts.js";
import { Later } from "./later.js";
import { build } from "./parts.js";
import { Screen } from "./screen.js";
import { setting, stepOf } from "./settings.js";
import { pack } from "./source.js";
import { styles } from "./style.js";
import { Failures, message, trouble } from "./trouble.js";
import { core, free } from "./wasm.js";

/** A pack of more bytes is large. */
const LARGE = 50_000;

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 * @typedef {import("./address.js").Place} Place
 */

/** Everything between one element and its core. */
export class Controller {
  #view;
  #parts;
  #screen;
  #environment;
  #later;
  #abort = new AbortController();
  /** @type {Detente | undefined} */
  #core;
  /** The number of each bit of an answer. @type {Map<Bit, number>} */
  #bits = new Map();
  /** Where it was last: to go back to after a start. @type {Place | undefined} */
  #place;
  /** What attributes asked for while there was no core. @type {Place} */
  #asked = {};
  /** The sizes that the core was told last. @type {string | undefined} */
  #size;
  #frames;
  #printing = false;
  /** Whether it has begun to play by itself. */
  #autoplayed = false;
  #failures = new Failures();

  /** @param {import("./element.js").DetenteViewElement} view */
  constructor(view) {
    this.#view = view;
    this.#parts = build(view, hosts(view, this));
    this.#screen = new Screen(this.#parts, (core) => this.#later.part?.showRows(core));
    this.#later = new Later(view, this);
    this.#environment = new Environment(view, {
      theme: () => this.setTheme(),
      reducedMotion: () => this.send((core) => core.reducedMotion(this.#environment.reducedMotion)),
      visible: () => {
        this.#frames.request();
        if (view.dataset.state === "ready") this.#playItself();
      },
      size: () => this.#measure(),
      restored: () => this.#measure(true),
      print: (on) => this.#print(on),
      near: () => {
        if (view.dataset.state === "ready") this.#later.load();
      },
      address: () => this.#readAddress(),
      shortcut: (event) => this.#later.part?.shortcut(event),
    });
    this.#frames = new Frames(this.#environment, {
      draw: (now) => this.send((core) => core.frame(now)),
      drew: () => this.ask((core) => this.#screen.drew(core)) ?? false,
    });
  }

  /** Where it is, or was before it was taken out of the page; nothing before it was anywhere. @returns {Place | undefined} */
  get place() {
    if (!this.#core) return this.#place && { ...this.#place, ...this.#asked };
    return placeOf(this.#core);
  }

  get playing() { return this.ask((core) => core.playing()) ?? false; }
  get parts() { return this.#parts; }
  /** Ends with the connection to the page. */
  get signal() { return this.#abort.signal; }
  get later() { return this.#later; }

  // --- its life -----------------------------------------------------------------------------

  connect() {
    this.#abort = new AbortController();
    const { network, controls } = this.#parts;
    this.dress();
    this.#environment.connect(this.#abort.signal, [network, controls.track]);
    this.#start();
  }

  disconnect() {
    // An element that is moved within a page goes on where it was.
    [this.#place, this.#asked] = [this.place, {}];
    this.#later.part?.disconnect();
    this.#parts.surfaces.marks.offstage?.stop();
    this.#later.stop();
    this.#abort.abort();
    this.#environment.disconnect();
    this.#frames.stop();
    free(this.#core);
    this.#core = undefined;
  }

  /** Styles belong to a document, and the element may have come from another one. */
  dress() {
    this.#parts.root.adoptedStyleSheets = this.#later.styles(styles(this.#view.ownerDocument));
  }

  /**
   * Does what an attribute asks for; whatever comes before there is a core, once there is one.
   * @param {string} name
   * @param {string | null} now
   */
  applyAttribute(name, now) {
    const view = this.#view;
    switch (name) {
      case "src": case "texts": return this.#restart();
      case "year": return this.#move({ year: setting(view, "year") });
      case "focus": return this.#move({ focus: now || undefined });
      case "compare": return this.#move({ compare: setting(view, "compare") });
      case "theme": return this.setTheme();
      case "speed": return this.#setSpeed();
      case "loop": return this.send((core) => core.loop(view.loop));
      case "view": return this.#arrange();
      // Whether the value is known is said as soon as it is set.
      case "lang": this.#later.part?.speak();
      // falls through
      case "controls": setting(view, name);
    }
  }

  /**
   * On to a place that the page asks for: that is no step of the reader's that Back undoes.
   * @param {Place} place
   */
  #move(place) {
    if (!this.#core) this.#asked = { ...this.#asked, ...place };
    const { year, focus, compare } = place;
    if (year !== undefined) this.send((core) => core.go(stepOf(core, year)));
    if ("focus" in place) this.send((core) => core.focus(focus), false);
    if ("compare" in place) this.#compare(compare);
  }

  /** Holds what a page asks for against the shown year. @param {import("./address.js").Step | undefined} year */
  #compare(year) {
    this.send((core) => core.compare(core.stepOf(String(year ?? ""))), false);
  }

  /** Starts anew, from what the attributes ask for: chosen years belong to the dataset they were chosen from. */
  #restart() {
    const connected = !this.#abort.signal.aborted;
    if (connected) this.disconnect();
    this.#failures = new Failures();
    this.#place = undefined;
    this.#asked = {};
    if (connected) this.connect();
  }

  async #start() {
    const view = this.#view;
    view.dataset.state = "loading";
    const { signal } = this.#abort;
    try {
      const [{ Core, complete }, bytes] = await Promise.all([core(), view.data?.pack ?? (view.src ? pack(view.src, signal) : undefined)]);
      await this.#later.start(complete);
      if (signal.aborted) return;
      const { rings, marks, strip } = this.#parts.surfaces;
      const made = new Core(rings, marks, strip, this.#parts.timeline, bytes);
      // A large dataset is opened and drawn in two tasks: the page answers its reader between them.
      if (bytes && bytes.length > LARGE) await new Promise((done) => { setTimeout(done); });
      if (signal.aborted) return free(made);
      this.#begin(Core, made);
      // Let the first picture reach the screen before anything else is asked of the network.
      requestAnimationFrame(() => setTimeout(() => {
        if (signal.aborted) return;
        this.#playItself();
        this.#environment.awaitNear();
      }));
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  /**
   * The first picture, where it was or where it is asked to be.
   * @param {typeof import("./detente.js").Detente} Core
   * @param {Detente} made
   */
  #begin(Core, made) {
    const { year, focus, compare: compared } = { ...(this.#place ?? readAddress(this.#view)), ...this.#asked };
    this.#asked = {};
    this.#place = { year, focus, compare: compared };
    this.#core = made;
    this.#bits = new Map(Core.bits().map((name, index) => [name, 1 << index])); // not of the picture: what the bits of an answer are called
    this.#size = undefined;
    this.#screen.begin(made);
    this.send((core) => core.reducedMotion(this.#environment.reducedMotion));
    this.send((core) => core.loop(this.#view.loop));
    this.#setSpeed();
    this.setTheme();
    this.#arrange();
    if (year !== undefined) this.send((core) => core.jump(stepOf(core, year)), false);
    if (focus) this.send((core) => core.focus(focus), false);
    if (compared !== undefined) this.#compare(compared);
    this.#frames.drawNow();
    if (!this.#core) return;
    this.#screen.show(made, () => true);
    this.#view.dataset.state = "ready";
    this.#later.show();
    this.#dispatch("ready", { year: made.idOf(made.year()) });
  }

  /** Shows the parts that `view` names; those that were out of sight are drawn now. */
  #arrange() {
    const { view } = this.#view;
    this.#parts.whole.dataset.view = view;
    this.#measure();
    if (this.#view.dataset.state === "ready") this.#later.part?.arrange();
  }

  /** Begins to play, if that is asked for, seen and not too much motion. */
  #playItself() {
    if (!this.#view.autoplay || this.#autoplayed || !this.#environment.visible || this.#environment.reducedMotion) return;
    this.#autoplayed = true;
    this.send((core) => core.play());
  }

  // --- asking the core, and carrying out what it answers -------------------------------------

  /**
   * Asks the core for something; a core that fails is put away.
   * @template T
   * @param {(core: Detente) => T} what
   * @returns {T | undefined}
   */
  ask(what) {
    if (!this.#core) return undefined;
    try {
      return what(this.#core);
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /**
   * Sends a command, and carries out what it changed.
   * @param {(core: Detente) => number} command
   * @param {boolean} [reader] whether it is a reader's, who may want to undo it
   */
  send(command, reader = true) {
    this.#apply(this.ask(command) ?? 0, reader);
  }

  /**
   * Hands something over to the core that makes parts of the view stale.
   * @param {(core: Detente) => number} command
   */
  attach(command) {
    if (this.#core) this.#apply(command(this.#core));
  }

  /**
   * Carries out an update; where the core fails meanwhile, it is put away.
   * @param {number} update
   */
  #apply(update, reader = true) {
    const core = this.#core;
    if (!core || !update) return;
    const has = (/** @type {Bit[]} */ ...names) => names.some((name) => (update & (this.#bits.get(name) ?? 0)) !== 0);
    try {
      this.#screen.show(core, has);
      this.#later.part?.update(core, has);
      if (has("YEAR_CHANGED", "FOCUS_CHANGED", "COMPARE_CHANGED")) this.#place = this.place;
      if (has("YEAR_CHANGED")) this.#dispatch("yearchange", { year: core.idOf(core.year()) });
      if (has("FOCUS_CHANGED")) this.#dispatch("focuschange", { focus: core.focused() });
      if (has("COMPARE_CHANGED")) this.#dispatch("comparechange", { compare: placeOf(core).compare });
      const event = has("EVENT_SELECTED") && core.selectedEvent();
      if (event) this.#dispatch("eventselect", { event: event.index, year: event.id, title: event.title });
      if (has("HISTORY") ? reader : has("ADDRESS")) this.#writeAddress(core, has("HISTORY"));
      if (has("NETWORK", "MOVING")) {
        // From rest it is drawn at once: by the browser's next frame a worker has its picture ready.
        if (!has("MOVING") && this.#frames.rest && this.#view.dataset.state === "ready") this.#frames.drawNow();
        this.#frames.request();
      }
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.fail(error);
    }
  }

  /**
   * What the reader chooses to look at: the keyboard stays near it, and it is said who is in focus.
   * @param {(core: Detente) => number} command
   */
  choose(command) {
    const before = this.place?.focus;
    const within = this.#later.part?.hasFocus ?? false;
    this.send(command);
    this.#later.part?.chosen(within, this.place?.focus !== before);
  }

  /**
   * Paper is light and of one size, and everything is on it.
   * @param {boolean} on
   */
  #print(on) {
    this.#printing = on;
    this.#parts.surfaces.marks.offstage?.stay(on);
    this.send((core) => core.paper(on));
    this.setTheme();
    if (!on) {
      this.#measure(true);
      // Firefox tells of the end before the window has its scroll bar again.
      requestAnimationFrame(() => this.#measure());
      return;
    }
    this.#later.part?.list();
    this.#frames.drawNow();
    this.#later.part?.draw();
  }

  setTheme() {
    const dark = this.#view.theme === "auto" ? this.#environment.dark : this.#view.theme === "dark";
    this.send((core) => core.theme(dark && !this.#printing ? "dark" : "light"));
    this.#later.part?.fewColors(this.#printing);
  }

  #setSpeed() {
    const { speed } = this.#view;
    this.#parts.controls.setSpeed(speed);
    this.send((core) => core.speed(speed));
  }

  /** Tells the core the sizes, if they are others, or if the canvases are empty. */
  #measure(empty = false) {
    const [width, height, across, tall] = this.#screen.sizes();
    const size = [width, height, across, tall, devicePixelRatio].join(" ");
    // A part that is not shown has no size; nothing at all is shown where neither has one.
    if (!this.#core || this.#printing || (!width && !across) || (!empty && this.#size === size)) return;
    this.#size = size;
    this.send((core) => core.resize(width, height, across, tall, devicePixelRatio));
    if (this.#view.dataset.state === "ready") this.#later.part?.layout();
    this.#frames.drawNow();
  }

  // --- the address and the host page --------------------------------------------------------

  /** Draws everything again. */
  redraw() { this.#measure(true); }

  #readAddress() {
    const { year, focus, compare } = readAddress(this.#view);
    this.send((core) => core.jump(year === undefined ? core.outline().last : stepOf(core, year)), false);
    this.send((core) => core.focus(focus), false);
    this.#compare(compare);
    this.#frames.drawNow();
  }

  /**
   * @param {Detente} core
   * @param {boolean} push
   */
  #writeAddress(core, push) {
    if (!this.#view.hasAttribute("address")) return;
    writeAddress(placeOf(core), push);
  }

  /** @param {string} name @param {unknown} detail */
  #dispatch(name, detail) {
    this.#view.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /**
   * A core that failed is put away; the reader may start again.
   * @param {unknown} error
   */
  fail(error) {
    const { whole, message: place } = this.#parts;
    this.#frames.stop();
    this.#later.stop();
    const running = this.#view.dataset.state === "ready";
    this.#core = undefined;
    this.#view.dataset.state = "failed";
    const given = this.#failures.tooMany();
    whole.hidden = !running || given;
    this.#parts.root.prepend(place);
    place.replaceChildren(...trouble(error, running && !given, given ? undefined : () => this.#start()));
    place.hidden = false;
    this.#dispatch("error", { error, report: message(error) });
  }
}
