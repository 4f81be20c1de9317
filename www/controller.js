// What happens inside a view: loads the core, asks it, and shows what it answers. All state of a view is here.
import { readAddress, writeAddress } from "./address.js";
import { setText } from "./dom.js";
import { Environment } from "./environment.js";
import { legend } from "./legend.js";
import { build } from "./parts.js";
import { setting } from "./settings.js";
import { pack, texts } from "./source.js";
import { styles } from "./style.js";
import { showTip } from "./tip.js";
import { message, trouble } from "./trouble.js";
import { core } from "./wasm.js";

/** After so many failures within a minute the picture stays still. */
const PATIENCE = 3;
/** How long a year must stand, while it is dragged past, before its list is built: milliseconds. */
const PAUSE = 140;
/** How long the last year stands before play begins again: milliseconds. */
const REST = 2200;

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").CardText} CardText
 * @typedef {import("./address.js").Place} Place
 * @typedef {{ width: number, height: number, across: number, ratio: number }} Size
 */

const NO_SIZE = { width: 0, height: 0, across: 0, ratio: 0 };

/** Everything between one element and its core. */
export class Controller {
  #view;
  #parts;
  #environment;
  #abort = new AbortController();
  /** @type {Detente | undefined} */
  #core;
  /** @type {import("./detente.js").Outline | undefined} */
  #outline;
  /** What the last frame showed. @type {import("./detente.js").FrameState | undefined} */
  #shown;
  /** Where it was when the core was last asked: to go back to after a start. @type {Place | undefined} */
  #place;
  /** What attributes asked for while there was no core. @type {Place} */
  #asked = {};
  /** @type {Size} */
  #size = NO_SIZE;
  #frame = 0;
  #printing = false;
  #fading = false;
  /** Whether it has begun to play by itself. */
  #autoplayed = false;
  /** Whether the year that is gone to becomes a step that Back undoes. */
  #pushHistory = false;
  /** The year that was announced last. @type {number | undefined} */
  #announced;
  /** The event to be marked in its year's list, until another year has been read. @type {{ id: string, year: number, seen: boolean } | undefined} */
  #sought;
  /** @type {{ canvas: HTMLCanvasElement, index: number }[]} */
  #plots = [];
  /** When it failed. @type {number[]} */
  #failures = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;

  /** @param {import("./element.js").DetenteViewElement} view */
  constructor(view) {
    this.#view = view;
    this.#parts = build(view, this.#hosts());
    this.#environment = new Environment(view, {
      theme: () => this.#setTheme(),
      reducedMotion: () => this.#command((core) => core.calm(this.#environment.reducedMotion)),
      visible: () => {
        this.#wake();
        if (view.dataset.state === "ready") this.#playItself();
      },
      size: () => this.#measure(),
      restored: () => this.#redraw(),
      print: (on) => this.#print(on),
      address: () => this.#readAddress(),
      shortcut: (event) => this.#parts.search.shortcut(event),
    });
  }

  /** Where it is, or was before it was taken out of the page; nothing before it was anywhere. @returns {Place | undefined} */
  get place() {
    if (!this.#core) return this.#place && { ...this.#place, ...this.#asked };
    return { year: this.#core.destination(), focus: this.#core.focused(), compare: this.#core.compared() };
  }

  get playing() { return this.#shown?.playing ?? false; }

  play() {
    clearTimeout(this.#again);
    this.#command((core) => core.play());
  }

  pause() {
    clearTimeout(this.#again);
    this.#command((core) => core.pause());
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  playFrom(from, to) {
    this.#command((core) => core.jump(from));
    this.#go(to);
  }

  printout() { return this.#core?.printout(); }

  // --- its life -----------------------------------------------------------------------------

  connect() {
    this.#abort = new AbortController();
    const { root, network, controls } = this.#parts;
    // Styles belong to a document, and the element may have come from another one.
    root.adoptedStyleSheets = [styles(this.#view.ownerDocument)];
    this.#environment.connect(this.#abort.signal, [network, controls.track]);
    this.#start();
  }

  disconnect() {
    // An element that is moved within a page goes on where it was.
    this.#place = this.place;
    this.#asked = {};
    clearTimeout(this.#again);
    clearTimeout(this.#settling);
    this.#abort.abort();
    this.#environment.disconnect();
    this.#parts.smallMultiples.disconnect();
    this.#stop();
    this.#free();
  }

  /**
   * Does what an attribute asks for; whatever comes before there is a core, once there is one.
   * @param {string} name
   * @param {string | null} now
   */
  applyAttribute(name, now) {
    switch (name) {
      case "src": case "texts": return this.#restart();
      case "year": return this.#core ? this.#go(setting(this.#view, "year")) : this.#ask({ year: setting(this.#view, "year") });
      case "focus": return this.#core ? this.#focus(now || undefined) : this.#ask({ focus: now || undefined });
      case "compare": return this.#core ? this.#compare(setting(this.#view, "compare")) : this.#ask({ compare: setting(this.#view, "compare") });
      case "theme": return this.#setTheme();
      case "speed": return this.#setSpeed();
      case "view": return this.#arrange();
      // Whether the value is known is said as soon as it is set.
      case "lang": case "controls": setting(this.#view, name);
    }
  }

  /** @param {Place} place */
  #ask(place) {
    this.#asked = { ...this.#asked, ...place };
  }

  /** Starts anew, from what the attributes ask for: chosen years belong to the dataset they were chosen from. */
  #restart() {
    const connected = !this.#abort.signal.aborted;
    if (connected) this.disconnect();
    this.#failures = [];
    this.#place = undefined;
    this.#asked = {};
    this.#parts.smallMultiples.forget();
    if (connected) this.connect();
  }

  async #start() {
    const view = this.#view;
    view.dataset.state = "loading";
    const { signal } = this.#abort;
    try {
      const [Core, bytes] = await Promise.all([core(), view.src ? pack(view.src, signal) : undefined]);
      if (signal.aborted) return;
      this.#begin(Core, bytes);
      // Let the first picture reach the screen before anything else is asked of the network.
      requestAnimationFrame(() => setTimeout(() => {
        if (signal.aborted) return;
        this.#layTimeline();
        this.#wake();
        this.#loadTexts();
        this.#playItself();
      }));
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /**
   * The first picture, where it was or where it is asked to be.
   * @param {typeof import("./detente.js").Detente} Core
   * @param {Uint8Array | undefined} bytes
   */
  #begin(Core, bytes) {
    const { rings, marks, controls, timeline, whole, stage, compare, smallMultiples } = this.#parts;
    const { year, focus, compare: compared } = { ...(this.#place ?? readAddress(this.#view)), ...this.#asked };
    this.#asked = {};
    this.#place = { year, focus, compare: compared };
    const asked = this.#core = new Core(rings, marks, controls.strip, timeline.canvas, bytes);
    const { first, last, stances } = this.#outline = asked.outline();
    controls.setSpan(first, last);
    compare.setSpan(first, last);
    stage.querySelector(".legend")?.remove();
    stage.append(legend(stances));
    asked.calm(this.#environment.reducedMotion);
    asked.theme(this.#theme());
    this.#setSpeed();
    whole.hidden = false;
    this.#parts.message.hidden = true;
    this.#arrange();
    if (year !== undefined) asked.jump(year);
    if (focus) asked.focus(focus);
    if (compared !== undefined) asked.compare(compared);
    this.#tick(performance.now());
    smallMultiples.begin();
    this.#settled();
    this.#showFocus();
    smallMultiples.connect();
    if (!this.#core) return;
    this.#view.dataset.state = "ready";
    this.#dispatch("ready", { year: this.#shown?.year });
  }

  async #loadTexts() {
    const { panel } = this.#parts;
    const view = this.#view;
    panel.showNote("");
    // A dataset of one's own brings its texts by name, or has none.
    if (view.src && !view.hasAttribute("texts")) {
      view.dataset.texts = "ready";
      return;
    }
    const { signal } = this.#abort;
    try {
      const columns = await texts(view.getAttribute("texts"), signal);
      if (signal.aborted) return;
      for (const [name, values] of Object.entries(columns)) this.#core?.column(name, values.map((value) => `${value}\u001f`).join(""));
      this.#core?.attach();
      this.#settled();
      this.#showFocus();
      view.dataset.texts = "ready";
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.#fail(error);
      else if (!signal.aborted) panel.showNote("The reasons and sources could not be loaded.");
    }
  }

  /** Shows the parts that `view` names; those that were out of sight are drawn now. */
  #arrange() {
    const { view } = this.#view;
    this.#parts.whole.dataset.view = view;
    if (view === "table") this.#parts.table.open();
    this.#measure();
    if (this.#view.dataset.state !== "ready") return;
    this.#layTimeline();
    this.#parts.smallMultiples.invalidate();
  }

  /** Begins to play, if that is asked for, seen and not too much motion. */
  #playItself() {
    if (!this.#view.autoplay || this.#autoplayed || !this.#environment.visible || this.#environment.reducedMotion) return;
    this.#autoplayed = true;
    this.play();
  }

  get #focused() { return this.#core?.focused() ?? ""; }
  get #compared() { return this.#core?.compared(); }

  // --- asking the core ----------------------------------------------------------------------

  /**
   * Asks the core for something; a core that fails is put away.
   * @template T
   * @param {(core: Detente) => T} what
   * @returns {T | undefined}
   */
  #query(what) {
    if (!this.#core) return undefined;
    try {
      return what(this.#core);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /**
   * The same, and a frame is drawn.
   * @template T
   * @param {(core: Detente) => T} what
   */
  #command(what) {
    const answer = this.#query(what);
    this.#wake();
    return answer;
  }

  #wake() {
    if (this.#frame || !this.#core || !this.#environment.visible) return;
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** @param {number} now */
  #tick(now) {
    this.#frame = 0;
    const outline = this.#outline;
    const state = this.#query((core) => core.frame(now));
    if (!state || !outline) return;
    const before = this.#shown;
    this.#shown = state;
    if (before?.playing && !state.playing && state.position === outline.last && this.#view.loop) this.#again = setTimeout(() => this.play(), REST);
    const { controls, timeline, panel } = this.#parts;
    controls.show(state);
    timeline.moveTo(state.cursor);
    panel.showYear(state.year, this.#line(state.year), state.counts, [outline.egoName, outline.rivalName]);
    if (state.year !== before?.year) {
      this.#fading = true;
      this.#showTimelineRows();
      controls.describe(String(state.year));
      this.#dispatch("yearchange", { year: state.year });
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#settled(), PAUSE);
    }
    panel.fade(this.#fading);
    if (state.settled) {
      this.#settled();
      this.#writeAddress(this.#pushHistory && !state.playing);
      if (!state.moving) this.#pushHistory = false;
    }
    if (state.moving) this.#wake();
  }

  /** A year has come to rest: everything that is read is brought up to date. */
  #settled() {
    clearTimeout(this.#settling);
    const year = this.#query((core) => core.year());
    if (!year) return;
    const { panel, controls, description, marks, status, table, smallMultiples } = this.#parts;
    this.#fading = false;
    panel.fade(false);
    panel.showChanges(year);
    controls.describe(year.valueText);
    setText(description, year.description);
    marks.setAttribute("aria-label", `Network at the end of ${year.year}`);
    if (!controls.held && this.#announced !== year.year) {
      if (this.#announced !== undefined) setText(status, year.announcement);
      this.#announced = year.year;
    }
    table.refresh();
    smallMultiples.mark();
    this.#showDifferences();
    if (this.#focused) this.#showFocus();
    this.#showEvent();
  }

  /** @param {number} year */
  #line(year) {
    const { lines, first } = this.#outline ?? { lines: [], first: 0 };
    return lines[year - first] ?? "";
  }

  /** @param {number | undefined} year */
  #go(year) {
    if (year === undefined) return;
    this.#pushHistory = true;
    this.#command((core) => core.go(year));
  }

  /**
   * From where it is bound for: keys pressed faster than a step lasts add up.
   * @param {number} years
   */
  #step(years) {
    const { first, last } = this.#outline ?? { first: 0, last: 0 };
    this.#go(Math.min(last, Math.max(first, (this.place?.year ?? last) + years)));
  }

  // --- focus, comparing, events, plots ------------------------------------------------------

  /** @param {string | undefined} id */
  #focus(id, chosen = false) {
    const before = this.#focused;
    const { panel, smallMultiples, status } = this.#parts;
    const within = panel.hasFocus;
    this.#command((core) => core.focus(id));
    this.#showTip();
    this.#showFocus();
    // The button that was pressed is gone; the keyboard stays where the reader was.
    if (within && chosen) panel.takeFocus();
    this.#place = { ...this.#place, focus: this.#focused || undefined };
    if (before === this.#focused) return;
    this.#layTimeline();
    smallMultiples.invalidate();
    this.#dispatch("focuschange", { focus: this.#focused });
    if (!chosen) return;
    this.#writeAddress(true);
    const card = this.#card();
    setText(status, card ? `${card.name} in focus: ${card.stanceName}` : "Everyone is shown again.");
  }

  #card() {
    return this.#focused ? this.#query((core) => core.card(core.focused())) : undefined;
  }

  #showFocus() {
    this.#parts.panel.showCard(this.#card(), this.#shown?.year ?? 0);
  }

  /** @param {number | undefined} year */
  #compare(year, chosen = false) {
    const before = this.#compared;
    this.#command((core) => core.compare(year));
    this.#place = { ...this.#place, compare: this.#compared };
    this.#showDifferences();
    if (before === this.#compared) return;
    this.#dispatch("comparechange", { compare: this.#compared });
    if (chosen) this.#writeAddress(true);
  }

  #showDifferences() {
    const year = this.#compared;
    this.#parts.compare.show(year);
    const list = year === undefined ? undefined : this.#query((core) => core.differences());
    this.#parts.panel.showDifferences(list, year ?? 0, this.#shown?.year ?? 0);
  }

  /**
   * On to the year of an event, whose entry is then shown in the list.
   * @param {number} index
   * @param {number} year
   */
  #goToEvent(index, year) {
    this.#sought = { id: `event-${index}`, year, seen: false };
    this.#dispatch("eventselect", { event: index, year, title: this.#query((core) => core.eventTitle(index)) });
    this.#focus(undefined, true);
    this.#compare(undefined);
    if (this.#shown?.position === year) this.#showEvent();
    else this.#go(year);
  }

  /** Marks the event that was asked for, each time the list of its year is built. */
  #showEvent() {
    const sought = this.#sought;
    if (!sought) return;
    if (sought.year === this.#shown?.year) sought.seen = this.#parts.panel.markChange(sought.id) || sought.seen;
    else if (sought.seen) this.#sought = undefined;
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} index
   */
  #drawPlot(canvas, index) {
    this.#plots = [...this.#plots.filter((plot) => plot.canvas.isConnected), { canvas, index }];
    // Its width is known once it stands in the panel.
    queueMicrotask(() => this.#query((core) => core.plot(canvas, index, canvas.clientWidth || 360, canvas.clientHeight || 130, devicePixelRatio)));
  }

  #layTimeline() {
    const { timeline, controls: { strip } } = this.#parts;
    if (!this.#core || !timeline.element.clientWidth || (this.#printing && !strip.clientWidth)) return;
    const box = timeline.element.getBoundingClientRect();
    // On paper and where the slider is hidden there is no track to follow.
    const wide = box.width > 700 ? 150 : 16;
    const track = strip.clientWidth ? strip.getBoundingClientRect() : { left: box.left + wide, right: box.right - wide };
    timeline.setHeight(this.#query((core) => core.layTimeline(box.width, track.left - box.left, track.right - box.left, devicePixelRatio)) ?? 0);
    this.#showTimelineRows();
  }

  #showTimelineRows() {
    const { actors, egoName } = this.#outline ?? { actors: [], egoName: "" };
    const name = (/** @type {string} */ id) => actors.find((actor) => actor.id === id)?.name ?? "";
    const rows = this.#query((core) => core.timelineRows()) ?? [];
    this.#parts.timeline.show(rows.map((row) => ({ ...row, name: row.focus.split("-").map(name).filter((other) => other !== egoName).join(" – ") })));
  }

  /** @param {CardText} [card] */
  #showTip(card) {
    showTip(this.#parts.tip, card, this.#size);
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { tip, marks } = this.#parts;
    if (event.key === "Escape" && (this.#focused || this.#compared !== undefined || !tip.hidden)) {
      event.preventDefault();
      this.#command((core) => core.leave());
      if (!this.#focused) this.#compare(undefined, true);
      this.#focus(undefined, true);
      marks.focus({ preventScroll: true });
    }
    const target = event.composedPath()[0];
    if (event.key === " " && target instanceof Element && !target.closest("button, a, select, summary, input:not([type=range])")) {
      event.preventDefault();
      this.#togglePlay();
    }
  }

  #togglePlay() {
    if (this.playing) this.pause();
    else this.play();
  }

  // --- size and theme -----------------------------------------------------------------------

  /**
   * Paper is light, and everything is on it.
   * @param {boolean} on
   */
  #print(on) {
    this.#printing = on;
    this.#command((core) => core.paper(on));
    this.#setTheme();
    if (!on) return;
    this.#stop();
    this.#tick(performance.now());
    this.#parts.smallMultiples.draw();
  }

  #theme() {
    if (this.#printing) return "light";
    const { theme } = this.#view;
    if (theme !== "auto") return theme;
    return this.#environment.dark ? "dark" : "light";
  }

  #setTheme() {
    if (!this.#core) return;
    this.#command((core) => core.theme(this.#theme()));
    this.#layTimeline();
    this.#parts.smallMultiples.invalidate();
    this.#settled();
  }

  #setSpeed() {
    const { speed } = this.#view;
    this.#parts.controls.setSpeed(speed);
    this.#command((core) => core.speed(speed));
  }

  #measure() {
    if (!this.#core) return;
    const { network, controls, smallMultiples } = this.#parts;
    const { clientWidth: width, clientHeight: height } = network;
    const { clientWidth: across, clientHeight: tall } = controls.strip;
    const ratio = devicePixelRatio;
    // A part that is not shown has no size; nothing at all is shown where neither has one.
    if (!width && !across) return;
    const before = this.#size;
    if (before.width === width && before.height === height && before.across === across && before.ratio === ratio) return;
    this.#size = { width, height, across, ratio };
    this.#query((core) => core.resize(width, height, across, tall, ratio));
    if (this.#view.dataset.state === "ready") this.#layTimeline();
    smallMultiples.invalidate();
    for (const { canvas, index } of this.#plots) if (canvas.isConnected) this.#drawPlot(canvas, index);
    this.#showTip();
    // Within the same frame, so that a resized canvas is never seen empty.
    this.#stop();
    this.#tick(performance.now());
  }

  #redraw() {
    this.#size = NO_SIZE;
    this.#measure();
  }

  // --- the address and the host page --------------------------------------------------------

  #readAddress() {
    const { year, focus, compare } = readAddress(this.#view);
    this.#command((core) => core.jump(year ?? this.#outline?.last ?? 0));
    this.#focus(focus);
    this.#compare(compare);
    this.#stop();
    this.#tick(performance.now());
    this.#settled();
  }

  /** @param {boolean} push */
  #writeAddress(push) {
    if (!this.#view.hasAttribute("address") || !this.#core || !this.#shown) return;
    writeAddress({ year: Math.round(this.#shown.position), focus: this.#focused, compare: this.#compared }, push);
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    this.#view.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  // --- when it cannot run -------------------------------------------------------------------

  #free() {
    try {
      this.#core?.free();
    } catch {
      // An instance that panicked cannot be freed; it goes with its memory.
    }
    this.#core = undefined;
    this.#size = NO_SIZE;
  }

  /** @param {unknown} error */
  #fail(error) {
    const { whole, message: place } = this.#parts;
    this.#stop();
    const running = this.#view.dataset.state === "ready";
    if (this.#shown) this.#place = { ...this.#place, year: Math.round(this.#shown.position) };
    this.#core = undefined;
    this.#size = NO_SIZE;
    this.#view.dataset.state = "failed";
    const now = performance.now();
    this.#failures = [...this.#failures.filter((time) => now - time < 60_000), now];
    const given = this.#failures.length >= PATIENCE;
    whole.hidden = !running || given;
    place.replaceChildren(...trouble(error, running && !given, given ? undefined : () => this.#start()));
    place.hidden = false;
    this.#dispatch("error", { error, report: message(error) });
  }

  // --- what the parts may ask ---------------------------------------------------------------

  /** @returns {import("./parts.js").Hosts} */
  #hosts() {
    const go = (/** @type {number} */ year) => this.#go(year);
    const focus = (/** @type {string | undefined} */ id) => this.#focus(id, true);
    const event = (/** @type {number} */ index, /** @type {number} */ year) => this.#goToEvent(index, year);
    const scrub = (/** @type {number} */ position) => this.#command((core) => core.scrub(position));
    const release = () => {
      // What the reader settles is a step that Back undoes.
      this.#pushHistory = true;
      this.#command((core) => core.settle());
    };
    return {
      controls: {
        scrub, release, go,
        step: (years) => this.#step(years),
        nextChange: (direction) => this.#command((core) => { this.#pushHistory = true; core.go(core.nextChange(direction)); }),
        togglePlay: () => this.#togglePlay(),
        setSpeed: (factor) => { this.#view.speed = factor; },
      },
      timeline: {
        release, focus,
        scrubTo: (x) => scrub(this.#query((core) => core.positionAt(x)) ?? 0),
        goTo: (x) => go(Math.ceil(this.#query((core) => core.positionAt(x)) ?? 0)),
        point: (x, y) => this.#query((core) => core.pointTimeline(x, y)),
      },
      smallMultiples: {
        go,
        draw: (canvas, year) => this.#query((core) =>
          core.still(canvas, year, canvas.clientWidth || 190, canvas.clientHeight || 190, Math.max(devicePixelRatio, 2))),
        year: () => this.#shown?.year,
        line: (year) => this.#line(year),
        span: () => [this.#outline?.first ?? 0, this.#outline?.last ?? 0],
        linked: () => this.#view.hasAttribute("address"),
      },
      pointing: {
        release, focus,
        point: (x, y, reach) => this.#command((core) => core.point(x, y, reach)),
        leave: () => this.#command((core) => core.leave()),
        navigate: (direction) => this.#command((core) => core.navigate(direction)),
        // Across the whole picture lies half the span.
        drag: (distance, width) => scrub((this.#shown?.position ?? 0) + (distance / width) * (((this.#outline?.last ?? 0) - (this.#outline?.first ?? 0)) / 2)),
        showTip: (card) => this.#showTip(card),
        announce: (card) => setText(this.#parts.status, `${card.name}: ${card.stanceName}${card.since ? ` since ${card.since}` : ""}`),
      },
      panel: {
        onFocus: focus, onEvent: event,
        onCompare: (year) => this.#compare(year, true),
        onPlot: (canvas, index) => this.#drawPlot(canvas, index),
        onRetry: () => this.#loadTexts(),
      },
      search: { find: (query) => this.#query((core) => core.search(query)), go, focus, event },
      table: () => ({ year: this.#shown?.year ?? 0, list: this.#query((core) => core.table()) ?? [] }),
      share: {
        shown: () => ({ .../** @type {import("./detente.js").Outline} */ (this.#outline), year: this.#shown?.year ?? 0, compared: this.#compared, focusId: this.#focused }),
        description: () => this.#parts.description.textContent ?? "",
        svg: () => this.#query((core) => core.svg()) ?? "",
        shot: (canvas) => this.#shot(canvas),
      },
      keys: (event) => this.#keys(event),
    };
  }

  /**
   * The picture on its ground.
   * @param {HTMLCanvasElement} canvas
   */
  #shot(canvas) {
    this.#query((core) => core.shot(canvas, Math.max(devicePixelRatio, 2)));
    const context = canvas.getContext("2d");
    if (!context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = getComputedStyle(this.#parts.controls.element).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
}
