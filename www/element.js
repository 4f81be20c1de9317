// <detente-view>: owns the DOM and the loop. Dates, colours and coordinates are the core's.
import { readAddress, writeAddress } from "./address.js";
import { say, swatch } from "./dom.js";
import { build } from "./parts.js";
import { Settings, setting } from "./settings.js";
import { pack, texts } from "./source.js";
import { showTip } from "./tip.js";
import { trouble } from "./trouble.js";
import { core } from "./wasm.js";
import { legend } from "./controls.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
/** After so many failures within a minute the picture stays still. */
const PATIENCE = 3;
/** How long a year must stand, while it is dragged past, before its list is built: milliseconds. */
const PAUSE = 140;
/** How long the last year stands before play begins again: milliseconds. */
const REST = 2200;

/**
 * The view of a dataset. Attributes say where it starts and where it goes; properties tell where it is.
 * Events: `ready`, `yearchange`, `focuschange`, `comparechange`, `eventselect`, `error`; they bubble out of shadow roots.
 */
export class DetenteViewElement extends Settings {
  static observedAttributes = ["src", "texts", "year", "focus", "compare", "view", "theme", "lang", "controls", "speed"];

  #core;
  #outline;
  #shown = {};
  #frame = 0;
  #visible = true;
  #failures = [];
  #deliberate = false;
  #size = {};
  #abort;
  #built = false;
  #settling = 0;

  /** The year shown or gone to. */
  get year() { return this.#core ? this.#core.destination() : setting(this, "year"); }
  set year(year) { this.reflect("year", year); }

  /** The id of the actor or tie in focus, or the empty string. (`focus` is every element's method.) */
  get focusId() { return this.#core ? this.#core.focused() : this.getAttribute("focus") ?? ""; }
  set focusId(id) { this.reflect("focus", id); }

  // Frameworks write an attribute as the property of its name where there is one, and every element has a method `focus`.
  get focus() { return super.focus; }
  set focus(id) { this.focusId = id; }

  /** The year held against the shown one. */
  get compared() { return this.#core ? this.#core.compared() : setting(this, "compare"); }
  set compared(year) { this.reflect("compare", year); }

  /** Whether it stands still, unless a reader drags it. */
  get paused() { return !this.#shown.playing; }

  /** Plays on from here; at the end, from the beginning. */
  play() {
    clearTimeout(this.again);
    this.#ask((core) => core.play());
  }

  /** Stops at the next whole year. */
  pause() {
    clearTimeout(this.again);
    this.#ask((core) => core.pause());
  }

  /** From one year on to another, gliding. */
  travel(from, to) {
    this.#ask((core) => core.jump(from));
    this.#go(to);
  }

  /** The drawn picture as text, mark by mark. */
  printout() { return this.#core?.printout() ?? ""; }

  connectedCallback() {
    this.#build();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal });
    on(DARK, "change", () => this.#setTheme());
    on(CALM, "change", () => this.#ask((core) => core.calm(CALM.matches)));
    on(document, "visibilitychange", () => this.#wake());
    on(window, "pageshow", () => this.#redraw());
    // On a page of somebody else the key is theirs, outside of the view.
    on(this.hasAttribute("address") ? document : this, "keydown", (event) => this.search.shortcut(event));
    on(window, "beforeprint", () => this.#print(true));
    on(window, "afterprint", () => this.#print(false));
    if (this.hasAttribute("address")) on(window, "popstate", () => this.#readAddress());
    this.#watchSize();
    // An element that is moved within a page goes on where it was.
    const { was } = this;
    this.was = undefined;
    this.#start(was);
  }

  disconnectedCallback() {
    this.was = this.#core ? { ...this.#state(), year: this.year } : undefined;
    clearTimeout(this.again);
    clearTimeout(this.#settling);
    this.#abort?.abort();
    this.resizes?.disconnect();
    this.sights?.disconnect();
    this.film.stop();
    this.#stop();
    this.#free();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "src" || name === "texts") {
      if (this.isConnected) this.#restart();
    } else if (this.#core) this.#heed(name, now);
  }

  /** Does what an attribute asks for. */
  #heed(name, now) {
    switch (name) {
      case "year": return this.#go(setting(this, "year"));
      case "focus": return this.#focus(now || undefined);
      case "compare": return this.#compare(setting(this, "compare"));
      case "theme": return this.#setTheme();
      case "speed":
        this.bar.setSpeed(this.speed);
        return this.#ask((core) => core.speed(this.speed));
      case "view": return this.#arrange();
      // Whether the value is known is said as soon as it is set.
      default: return setting(this, name);
    }
  }

  // --- setting up ---------------------------------------------------------------------------

  #build() {
    if (this.#built) return;
    this.#built = true;
    build(this, {
      ask: (what, quiet) => this.#ask(what, quiet),
      go: (year) => this.#go(Math.min(this.#outline.last, Math.max(this.#outline.first, year))),
      // From where it is bound for: keys pressed faster than a step lasts add up.
      move: (years) => this.#go(Math.min(this.#outline.last, Math.max(this.#outline.first, this.year + years))),
      // What the reader settles is a step that Back undoes.
      deliberate: () => { this.#deliberate = true; },
      scrub: (position) => this.#ask((core) => core.scrub(position)),
      settle: () => { this.#deliberate = true; this.#ask((core) => core.settle()); },
      togglePlay: () => this.#togglePlay(),
      focus: (id) => this.#focus(id, true),
      compare: (year) => this.#compare(year, true),
      event: (index, year) => this.#goToEvent(index, year),
      plot: (canvas, index) => this.#drawPlot(canvas, index),
      retry: () => this.#loadTexts(),
      tip: (card) => this.#showTip(card),
      keys: (event) => this.#keys(event),
      shown: () => this.#shown,
      outline: () => this.#outline,
      table: () => this.#core?.table() ?? [],
    });
  }

  async #start(was) {
    this.dataset.state = "loading";
    try {
      const { signal } = this.#abort;
      const [Detente, bytes] = await Promise.all([core(), this.src ? pack(this.src, signal) : undefined]);
      if (signal.aborted) return;
      // What was asked for while the program was on its way counts too.
      const { year, focus, compare } = was ?? readAddress(this);
      this.#core = new Detente(this.rings, this.marks, this.bar.strip, this.ribbons.canvas, bytes);
      this.#outline = this.#core.outline();
      this.#equip();
      this.#core.calm(CALM.matches);
      this.#core.theme(this.#theme());
      this.#core.speed(this.speed);
      this.bar.setSpeed(this.speed);
      this.whole.hidden = false;
      this.message.hidden = true;
      this.#arrange();
      if (Number.isFinite(year)) this.#core.jump(year);
      if (focus) this.#core.focus(focus);
      if (compare) this.#core.compare(compare);
      this.#tick(performance.now());
      this.film.begin();
      this.#settled();
      this.#showFocus();
      this.film.watch();
      this.dataset.state = "ready";
      this.#tell("ready", { year: this.#shown.year });
      // Let the first picture reach the screen before anything else is asked of the network.
      requestAnimationFrame(() => setTimeout(() => {
        if (signal.aborted) return;
        this.#layRibbons();
        this.#wake();
        this.#loadTexts();
        this.#playItself();
      }));
    } catch (error) {
      if (error.name !== "AbortError") this.#fail(error);
    }
  }

  #equip() {
    const { first, last, stances } = this.#outline;
    this.bar.setSpan(first, last);
    this.comparing.setSpan(first, last);
    this.legend?.remove();
    this.legend = legend(stances, swatch);
    this.stage.append(this.legend);
  }

  /** Starts anew, from what the attributes ask for. */
  #restart() {
    this.disconnectedCallback();
    this.#failures = [];
    this.was = undefined;
    // Chosen years belong to the dataset they were chosen from.
    this.film.years = [];
    this.connectedCallback();
  }

  /** Shows the parts that `view` names; those that were out of sight are drawn now. */
  #arrange() {
    const { view } = this;
    this.whole.dataset.view = view;
    if (view === "table") this.table.element.open = true;
    this.#measure();
    if (this.dataset.state !== "ready") return;
    this.#layRibbons();
    this.film.spoil();
  }

  /** Begins to play, if that is asked for, seen and not too much motion. */
  #playItself() {
    if (!this.autoplay || this.played || !this.#visible || CALM.matches) return;
    this.played = true;
    this.play();
  }

  async #loadTexts() {
    this.panel.showNote("");
    // A dataset of one's own brings its texts by name, or has none.
    if (this.src && !this.hasAttribute("texts")) {
      this.dataset.texts = "ready";
      return;
    }
    const { signal } = this.#abort;
    try {
      const columns = await texts(this.getAttribute("texts"), signal);
      if (signal.aborted) return;
      this.#ask((core) => {
        for (const [name, values] of Object.entries(columns)) core.column(name, values.map((value) => `${value}\u001f`).join(""));
        core.attach();
      }, true);
      this.#settled();
      this.#showFocus();
      this.dataset.texts = "ready";
    } catch (error) {
      if (error.name !== "AbortError") this.panel.showNote("The reasons and sources could not be loaded.");
    }
  }

  // --- asking the core ----------------------------------------------------------------------

  /** Asks the core for something and keeps the loop going; a core that fails is put away. */
  #ask(what, quiet = false) {
    if (!this.#core) return undefined;
    try {
      const answer = what(this.#core);
      if (!quiet) this.#wake();
      return answer;
    } catch (error) {
      if (quiet && !(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#fail(error);
      return undefined;
    }
  }

  #wake() {
    if (this.#frame || !this.#core || !this.#visible || document.hidden) return;
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #tick(now) {
    this.#frame = 0;
    if (!this.#core) return;
    let state;
    try {
      state = this.#core.frame(now);
    } catch (error) {
      this.#fail(error);
      return;
    }
    const turned = state.year !== this.#shown.year;
    const ended = this.#shown.playing && !state.playing && state.position === this.#outline.last;
    this.#shown = state;
    if (ended && this.loop) this.again = setTimeout(() => this.play(), REST);
    this.bar.show(state);
    this.ribbons.moveTo(state.cursor);
    const { first, lines, egoName, rivalName } = this.#outline;
    this.panel.showYear(state.year, lines[state.year - first] ?? "", state.counts, [egoName, rivalName]);
    this.panel.fade(turned || this.fading);
    if (turned) {
      this.fading = true;
      this.ribbons.show(this.#core.timelineRows() ?? []);
      this.bar.describe(String(state.year));
      this.#tell("yearchange", { year: state.year });
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#settled(), PAUSE);
    }
    if (state.settled) {
      this.#settled();
      this.#writeAddress(this.#deliberate && !state.playing);
      if (!state.moving) this.#deliberate = false;
    }
    if (state.moving) this.#wake();
  }

  /** A year has come to rest: everything that is read is brought up to date. */
  #settled() {
    clearTimeout(this.#settling);
    const year = this.#ask((core) => core.year(), true);
    if (!year) return;
    this.fading = false;
    this.panel.fade(false);
    this.panel.showChanges(year);
    this.bar.describe(year.valueText);
    say(this.description, year.description);
    this.marks.setAttribute("aria-label", `Network at the end of ${year.year}`);
    if (!this.bar.held && this.announced !== year.year) {
      if (this.announced !== undefined) say(this.status, year.announcement);
      this.announced = year.year;
    }
    this.table.refresh();
    this.film.mark();
    this.#showDifferences();
    if (this.focusId) this.#showFocus();
    this.#showEvent();
  }

  /** What to go back to after a start. */
  #state() {
    return { year: Math.round(this.#shown.position ?? NaN), focus: this.lastFocus, compare: Number(this.comparing.select.value) || undefined };
  }

  #go(year) {
    if (!Number.isFinite(year)) return;
    this.#deliberate = true;
    this.#ask((core) => core.go(year));
  }

  #togglePlay() {
    if (this.#shown.playing) this.pause();
    else this.play();
  }

  // --- focus and pointing -------------------------------------------------------------------

  #focus(id, deliberate = false) {
    const before = this.focusId;
    const within = this.panel.element.contains(this.shadowRoot.activeElement);
    this.#ask((core) => core.focus(id));
    this.#showTip();
    this.#showFocus();
    // The button that was pressed is gone; the keyboard stays where the reader was.
    if (within && deliberate) this.panel.takeFocus();
    this.lastFocus = this.focusId || undefined;
    if (before === this.focusId) return;
    this.#layRibbons();
    this.film.spoil();
    this.#tell("focuschange", { focus: this.focusId });
    if (deliberate) {
      this.#writeAddress(true);
      this.#report();
    }
  }

  #report() {
    const card = this.focusId && this.#ask((core) => core.card(this.focusId), true);
    say(this.status, card ? `${card.name} in focus: ${card.stanceName}` : "Everyone is shown again.");
  }

  #showFocus() {
    const card = this.focusId ? this.#ask((core) => core.card(this.focusId), true) : undefined;
    this.panel.showCard(card, this.#shown.year);
  }

  // --- comparing, events, plots -------------------------------------------------------------

  #compare(year, deliberate = false) {
    const before = this.compared;
    this.#ask((core) => core.compare(year));
    this.#showDifferences();
    if (before === this.compared) return;
    this.#tell("comparechange", { compare: this.compared });
    if (deliberate) this.#writeAddress(true);
  }

  #showDifferences() {
    const year = this.compared;
    this.comparing.show(year);
    this.panel.showDifferences(year === undefined ? undefined : this.#ask((core) => core.differences(), true), year, this.#shown.year);
  }

  /** On to the year of an event, whose entry is then shown in the list. */
  #goToEvent(index, year) {
    this.sought = { id: `event-${index}`, year };
    this.#tell("eventselect", { event: index, year, title: this.#ask((core) => core.eventTitle(index), true) });
    this.#focus(undefined, true);
    this.#compare(undefined);
    if (this.#shown.position === year) this.#showEvent();
    else this.#go(year);
  }

  /** Marks the event that was asked for in its year's list, each time that list is built, until another year has been read. */
  #showEvent() {
    const { sought } = this;
    if (!sought) return;
    if (sought.year !== this.#shown.year) {
      if (sought.seen) this.sought = undefined;
      return;
    }
    const found = this.shadowRoot.getElementById(sought.id);
    if (!found) return;
    sought.seen = true;
    for (const other of this.shadowRoot.querySelectorAll(".found")) {
      other.classList.remove("found");
      other.removeAttribute("aria-current");
    }
    found.classList.add("found");
    found.setAttribute("aria-current", "true");
    found.scrollIntoView({ block: "nearest" });
  }

  #drawPlot(canvas, index) {
    this.plots = [...(this.plots ?? []).filter((plot) => plot.canvas.isConnected), { canvas, index }];
    // Its width is known once it stands in the panel.
    queueMicrotask(() => this.#ask((core) => core.plot(canvas, index, canvas.clientWidth || 360, canvas.clientHeight || 130, devicePixelRatio), true));
  }

  #layRibbons() {
    if (!this.#core || !this.ribbons.element.clientWidth || (this.printing && !this.bar.strip.clientWidth)) return;
    const box = this.ribbons.element.getBoundingClientRect();
    // On paper and where the slider is hidden there is no track to follow.
    const wide = box.width > 700 ? 150 : 16;
    const track = this.bar.strip.clientWidth ? this.bar.strip.getBoundingClientRect() : { left: box.left + wide, right: box.right - wide };
    this.ribbons.height = this.#ask((core) => core.layTimeline(box.width, track.left - box.left, track.right - box.left, devicePixelRatio), true) ?? 0;
    this.ribbons.show(this.#core?.timelineRows() ?? []);
  }

  #showTip(card) {
    showTip(this.tip, card, this.#size);
  }

  #keys(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && (this.focusId || this.compared || !this.tip.hidden)) {
      event.preventDefault();
      this.#ask((core) => core.leave());
      if (!this.focusId) this.#compare(undefined, true);
      this.#focus(undefined, true);
      this.marks.focus({ preventScroll: true });
    }
    const target = event.composedPath()[0];
    if (event.key === " " && target instanceof Element && !target.closest("button, a, select, summary, input:not([type=range])")) {
      event.preventDefault();
      this.#togglePlay();
    }
  }

  // --- size and theme -----------------------------------------------------------------------

  /** Paper is light, and everything is on it. */
  #print(on) {
    this.printing = on;
    this.#ask((core) => core.paper(on));
    this.#setTheme();
    if (on) {
      this.#stop();
      this.#tick(performance.now());
      this.film.draw();
    }
  }

  #theme() {
    if (this.printing) return "light";
    if (this.theme !== "auto") return this.theme;
    return DARK.matches ? "dark" : "light";
  }

  #setTheme() {
    this.#ask((core) => core.theme(this.#theme()));
    this.#layRibbons();
    this.film.spoil();
    if (this.#core) this.#settled();
  }

  #watchSize() {
    this.resizes = new ResizeObserver(() => this.#measure());
    this.resizes.observe(this.net);
    this.resizes.observe(this.bar.track);
    this.sights = new IntersectionObserver((entries) => {
      this.#visible = entries.at(-1).isIntersecting;
      this.#wake();
      if (this.#core && this.dataset.state === "ready") this.#playItself();
    });
    this.sights.observe(this);
  }

  #measure() {
    if (!this.#core) return;
    const { clientWidth: width, clientHeight: height } = this.net;
    const { clientWidth: across, clientHeight: tall } = this.bar.strip;
    const ratio = devicePixelRatio;
    // A part that is not shown has no size; nothing at all is shown where neither has one.
    if (!width && !across) return;
    const same = this.#size.width === width && this.#size.height === height && this.#size.across === across && this.#size.ratio === ratio;
    if (same) return;
    this.#size = { width, height, across, ratio };
    this.#ask((core) => core.resize(width, height, across, tall, ratio), true);
    if (this.dataset.state === "ready") this.#layRibbons();
    this.film.spoil();
    for (const { canvas, index } of this.plots ?? []) if (canvas.isConnected) this.#drawPlot(canvas, index);
    this.#showTip();
    // Within the same frame, so that a resized canvas is never seen empty.
    this.#stop();
    this.#tick(performance.now());
  }

  #redraw() {
    this.#size = {};
    this.#measure();
  }

  // --- the address --------------------------------------------------------------------------

  #readAddress() {
    const { year, focus, compare } = readAddress(this);
    this.#ask((core) => core.jump(Number.isFinite(year) ? year : this.#outline.last));
    this.#focus(focus);
    this.#compare(compare);
    this.#stop();
    this.#tick(performance.now());
    this.#settled();
  }

  #writeAddress(push) {
    if (!this.hasAttribute("address") || !this.#core) return;
    writeAddress({ year: Math.round(this.#shown.position), focus: this.focusId, compare: this.compared }, push);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  // --- when it cannot run -------------------------------------------------------------------

  #free() {
    try {
      this.#core?.free();
    } catch {
      // An instance that panicked cannot be freed; it goes with its memory.
    }
    this.#core = undefined;
    this.#size = {};
  }

  #fail(error) {
    this.#stop();
    const was = this.#state();
    const running = this.dataset.state === "ready";
    this.#core = undefined;
    this.#size = {};
    this.dataset.state = "failed";
    const now = performance.now();
    this.#failures = [...this.#failures.filter((time) => now - time < 60_000), now];
    const given = this.#failures.length >= PATIENCE;
    this.whole.hidden = !running || given;
    this.message.replaceChildren(...trouble(error, running && !given, given ? undefined : () => this.#start(was)));
    this.message.hidden = false;
    this.#tell("error", { error, report: error?.message ?? String(error) });
  }
}
