// <detente-view>: owns the DOM and the loop. Dates, colours and coordinates are the core's.
import { core } from "./wasm.js";
import { h, say, swatch } from "./dom.js";
import { Cite } from "./cite.js";
import { Controls, Table, howToRead, legend } from "./controls.js";
import { Panel } from "./panel.js";
import { Pointing } from "./pointing.js";
import { Search } from "./search.js";
import { Compare } from "./compare.js";
import { Film } from "./film.js";
import { Ribbons } from "./ribbons.js";
import { sheet } from "./style.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
/** After so many failures within a minute the picture stays still. */
const PATIENCE = 3;
/** The largest pack, in bytes. */
const LARGEST = 16 * 1024 * 1024;
/** How long a year must stand, while it is dragged past, before its list is built: milliseconds. */
const PAUSE = 140;

/** The view of a dataset. Events: `ready`, `yearchange`, `focuschange`, `comparechange`, `error`. */
export class DetenteViewElement extends HTMLElement {
  static observedAttributes = ["year", "focus", "compare", "theme"];

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

  /** The year shown. */
  get year() { return this.#shown.year; }
  set year(year) { this.setAttribute("year", String(year)); }

  /** The id of the actor or tie in focus, or the empty string. */
  get focusId() { return this.#core?.focused() ?? ""; }

  /** The year held against the shown one. */
  get compared() { return this.#core?.compared(); }

  /** Plays on from here; at the end, from the beginning. */
  play() { this.#ask((core) => core.play()); }

  /** Stops at the next whole year. */
  pause() { this.#ask((core) => core.pause()); }

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
    if (this.hasAttribute("address")) on(window, "popstate", () => this.#readAddress(true));
    this.#watchSize();
    this.#start();
  }

  disconnectedCallback() {
    this.#abort?.abort();
    this.resizes?.disconnect();
    this.sights?.disconnect();
    this.film.stop();
    this.#stop();
    this.#free();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#core || before === now) return;
    if (name === "year" && now) this.#go(Number(now));
    if (name === "focus") this.#focus(now || undefined);
    if (name === "compare") this.#compare(now ? Number(now) : undefined);
    if (name === "theme") this.#setTheme();
  }

  // --- setting up ---------------------------------------------------------------------------

  #build() {
    if (this.#built) return;
    this.#built = true;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.rings = h("canvas", { className: "rings", "aria-hidden": "true" });
    this.marks = h("canvas", { className: "marks", part: "canvas", tabIndex: 0, role: "application",
      "aria-label": "Network", "aria-roledescription": "network", "aria-describedby": "description keys" });
    this.tip = h("div", { className: "tip", part: "tip", hidden: true });
    this.description = h("p", { id: "description", className: "sr" });
    const keys = h("p", { id: "keys", className: "sr" },
      "Arrow keys travel round the ring, in and out; Enter puts an actor into focus; Escape goes back.");
    this.net = h("div", { className: "net", part: "network" }, this.rings, this.marks, this.tip);
    this.panel = new Panel({
      onFocus: (id) => this.#focus(id, true),
      onCompare: (year) => this.#compare(year, true),
      onEvent: (index, year) => this.#goToEvent(index, year),
      onPlot: (canvas, index) => this.#drawPlot(canvas, index),
      onRetry: () => this.#loadTexts(),
    });
    this.controls = new Controls({
      scrub: (position) => this.#ask((core) => core.scrub(position)),
      settle: () => { this.#deliberate = true; this.#ask((core) => core.settle()); },
      go: (year) => this.#go(year),
      move: (years) => this.#go(Math.min(this.#outline.last, Math.max(this.#outline.first, this.#target() + years))),
      next: (direction) => this.#ask((core) => { this.#deliberate = true; core.go(core.nextChange(direction)); }),
      togglePlay: () => this.#togglePlay(),
      speed: (factor) => this.#ask((core) => core.speed(factor)),
    });
    this.ribbons = new Ribbons({
      point: (x, y) => this.#ask((core) => core.pointRibbons(x, y), true),
      position: (x) => this.#ask((core) => core.positionAt(x), true),
      scrub: (position) => this.#ask((core) => core.scrub(position)),
      settle: () => { this.#deliberate = true; this.#ask((core) => core.settle()); },
      go: (year) => this.#go(Math.min(this.#outline.last, Math.max(this.#outline.first, year))),
      focus: (id) => this.#focus(id, true),
    });
    this.compare = new Compare((year) => this.#compare(year, true));
    this.film = new Film({
      draw: (canvas, year) => this.#ask((core) =>
        core.still(canvas, year, canvas.clientWidth || 190, canvas.clientHeight || 190, Math.max(devicePixelRatio, 2)), true),
      go: (year) => this.#go(year),
      year: () => this.#shown.year,
      line: (year) => this.#outline.lines[year - this.#outline.first] ?? "",
      span: () => [this.#outline.first, this.#outline.last],
      linked: this.hasAttribute("address"),
    });
    this.table = new Table(() => ({ year: this.#shown.year, list: this.#core?.table() ?? [] }));
    this.search = new Search({
      find: (query) => this.#ask((core) => core.search(query), true),
      go: (year) => this.#go(year),
      focus: (id) => this.#focus(id, true),
      event: (index, year) => this.#goToEvent(index, year),
    });
    this.cite = new Cite(this, () => ({ ...this.#outline, year: this.#shown.year, compared: this.compared, focusId: this.focusId }));
    this.status = h("p", { className: "sr", role: "status" });
    this.message = h("div", { className: "message", part: "message", role: "alert", hidden: true });
    this.tools = h("div", { className: "tools" }, this.compare.element, this.cite.button, howToRead());
    this.stage = h("div", { className: "stage" }, this.net);
    this.view = h("div", { className: "view", part: "view" }, this.search.element, this.stage, this.panel.element,
      this.controls.element, this.tools, this.ribbons.element, this.film.element, this.table.element,
      this.cite.dialog, this.description, keys, this.status);
    this.view.hidden = true;
    root.append(this.message, this.view, h("slot"));
    new Pointing(this.marks, {
      point: (x, y, reach) => this.#ask((core) => core.point(x, y, reach)),
      leave: () => this.#ask((core) => core.leave()),
      focus: (id) => this.#focus(id, true),
      travel: (direction) => this.#ask((core) => core.travel(direction)),
      tip: (card) => this.#showTip(card),
      scrub: (years) => this.#ask((core) => core.scrub(this.#shown.position + years)),
      settle: () => { this.#deliberate = true; this.#ask((core) => core.settle()); },
      span: () => this.#outline.last - this.#outline.first,
      say: (card) => say(this.status, `${card.name}: ${card.stanceName}${card.since ? ` since ${card.since}` : ""}`),
    });
    root.addEventListener("keydown", (event) => this.#keys(event));
  }

  async #start(was) {
    this.dataset.state = "loading";
    try {
      const [Detente, pack] = await Promise.all([core(), this.#loadPack()]);
      if (!this.isConnected) return;
      // What was asked for while the program was on its way counts too.
      const { year, focus, compare } = was ?? this.#addressed();
      this.#core = new Detente(this.rings, this.marks, this.controls.strip, this.ribbons.canvas, pack);
      this.#outline = this.#core.outline();
      this.#equip();
      this.#core.calm(CALM.matches);
      this.#core.theme(this.#theme());
      this.view.hidden = false;
      this.message.hidden = true;
      this.#measure();
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
        this.#layRibbons();
        this.#wake();
        this.#loadTexts();
      }));
    } catch (error) {
      this.#fail(error);
    }
  }

  #equip() {
    const { first, last, stances } = this.#outline;
    this.controls.setSpan(first, last);
    this.compare.setSpan(first, last);
    this.legend?.remove();
    this.legend = legend(stances, swatch);
    this.stage.append(this.legend);
  }

  /** The dataset that `src` names, packed by `detente pack`; without one, the core has its own. */
  async #loadPack() {
    const source = this.getAttribute("src");
    if (!source) return undefined;
    const response = await fetch(source, { signal: this.#abort.signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok) throw new Error(`the dataset answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > LARGEST) throw new Error(`the dataset has ${bytes.length} bytes; the limit is ${LARGEST}`);
    return bytes;
  }

  async #loadTexts() {
    this.panel.showNote("");
    // A dataset of one's own brings its texts by name, or has none.
    if (this.hasAttribute("src") && !this.hasAttribute("texts")) {
      this.dataset.texts = "ready";
      return;
    }
    try {
      const response = await fetch(this.getAttribute("texts") ?? new URL("./north-korea.json", import.meta.url), { signal: this.#abort.signal });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const texts = await response.json();
      this.#ask((core) => {
        for (const [name, values] of Object.entries(texts)) core.column(name, values.map((value) => `${value}\u001f`).join(""));
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
    this.#shown = state;
    this.controls.show(state);
    this.ribbons.moveTo(state.cursor);
    const { first, lines, egoName, rivalName } = this.#outline;
    this.panel.showYear(state.year, lines[state.year - first] ?? "", state.counts, [egoName, rivalName]);
    this.panel.fade(turned || this.fading);
    if (turned) {
      this.fading = true;
      this.ribbons.show(this.#core.ribbonRows() ?? []);
      this.controls.describe(String(state.year));
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
    this.controls.describe(year.valueText);
    say(this.description, year.description);
    this.marks.setAttribute("aria-label", `Network at the end of ${year.year}`);
    if (!this.controls.held && this.announced !== year.year) {
      if (this.announced !== undefined) say(this.status, year.announcement);
      this.announced = year.year;
    }
    this.table.refresh();
    this.film.mark();
    this.#showDifferences();
    if (this.focusId) this.#showFocus();
    this.#showEvent();
  }

  #target() {
    return Math.round(this.aim ?? this.#shown.position);
  }

  #go(year) {
    if (!Number.isFinite(year)) return;
    this.#deliberate = true;
    this.#ask((core) => core.go(year));
    // Keys pressed faster than a step lasts add up.
    this.aim = year;
    clearTimeout(this.aiming);
    this.aiming = setTimeout(() => { this.aim = undefined; }, 900);
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
    this.compare.show(year);
    this.panel.showDifferences(year === undefined ? undefined : this.#ask((core) => core.differences(), true), year, this.#shown.year);
  }

  /** On to the year of an event, whose entry is then shown in the list. */
  #goToEvent(index, year) {
    this.sought = { id: `event-${index}`, year };
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
    // Neither on paper nor where the slider is hidden is there a track to follow.
    if (!this.#core || !this.ribbons.element.clientWidth || !this.controls.strip.clientWidth) return;
    const box = this.ribbons.element.getBoundingClientRect();
    const track = this.controls.strip.getBoundingClientRect();
    this.ribbons.height = this.#ask((core) => core.layRibbons(box.width, track.left - box.left, track.right - box.left, devicePixelRatio), true) ?? 0;
    this.ribbons.show(this.#core?.ribbonRows() ?? []);
  }

  #showTip(card) {
    this.tip.hidden = !card?.place;
    if (!card?.place) return;
    const [x, y] = card.place;
    const source = card.sources[0];
    this.tip.replaceChildren(
      h("p", { className: "tip-name" }, swatch(card.color, card.stance === undefined), h("b", {}, card.name), `: ${card.stanceName}`),
      ...(card.since ? [h("p", { className: "when" }, `since ${card.since}`)] : []),
      ...(card.why ? [h("p", {}, card.why)] : []),
      ...(source ? [h("p", { className: "when" }, source.publisher || source.title)] : []),
      ...(card.doubt ? [h("p", { className: "doubt" }, card.doubt)] : []),
    );
    const { width, height } = this.#size;
    const above = y > this.tip.offsetHeight + 24;
    this.tip.style.setProperty("left", `${Math.min(Math.max(x - 132, 4), Math.max(4, width - 268))}px`);
    this.tip.style.setProperty(above ? "bottom" : "top", `${(above ? height - y : y) + 18}px`);
    this.tip.style.setProperty(above ? "top" : "bottom", "auto");
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
    const asked = this.getAttribute("theme");
    if (asked === "dark" || asked === "light") return asked;
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
    this.resizes.observe(this.controls.track);
    this.sights = new IntersectionObserver((entries) => {
      this.#visible = entries.at(-1).isIntersecting;
      this.#wake();
    });
    this.sights.observe(this);
  }

  #measure() {
    if (!this.#core) return;
    const { clientWidth: width, clientHeight: height } = this.net;
    const { clientWidth: across, clientHeight: tall } = this.controls.strip;
    const ratio = devicePixelRatio;
    if (!width || !height) return;
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

  #addressed() {
    const hash = this.hasAttribute("address") ? new URLSearchParams(location.hash.slice(1)) : new URLSearchParams();
    const text = hash.get("year") ?? this.getAttribute("year") ?? "";
    const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
    const other = hash.get("compare") ?? this.getAttribute("compare") ?? "";
    const compare = /^\d{4}$/.test(other) ? Number(other) : undefined;
    return { year, focus: hash.get("focus") ?? this.getAttribute("focus") ?? undefined, compare };
  }

  #readAddress() {
    const { year, focus, compare } = this.#addressed();
    this.#ask((core) => core.jump(Number.isFinite(year) ? year : this.#outline.last));
    this.aim = undefined;
    this.#focus(focus);
    this.#compare(compare);
    this.#stop();
    this.#tick(performance.now());
    this.#settled();
  }

  #writeAddress(push) {
    if (!this.hasAttribute("address") || !this.#core) return;
    const hash = new URLSearchParams({ year: String(Math.round(this.#shown.position)) });
    if (this.focusId) hash.set("focus", this.focusId);
    if (this.compared) hash.set("compare", String(this.compared));
    if (`#${hash}` === location.hash) return;
    try {
      history[push ? "pushState" : "replaceState"](null, "", `#${hash}`);
    } catch {
      // A sandboxed frame may not touch its address; the view works all the same.
    }
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
    const was = { year: Math.round(this.#shown.position ?? NaN), focus: this.lastFocus, compare: Number(this.compare.select.value) || undefined };
    const running = this.dataset.state === "ready";
    this.#core = undefined;
    this.#size = {};
    this.dataset.state = "failed";
    const now = performance.now();
    this.#failures = [...this.#failures.filter((time) => now - time < 60_000), now];
    const again = h("button", { type: "button", onclick: () => this.#start(was) }, "Start again");
    const given = this.#failures.length >= PATIENCE;
    this.view.hidden = !running || given;
    const sentence = running && !given
      ? "The picture stopped working. "
      : `The picture stands still: the program that moves it cannot run here (${reason(error)}). `;
    this.message.replaceChildren(h("p", {}, sentence), ...(given ? [] : [again]));
    this.message.hidden = false;
    this.#tell("error", { error });
  }
}

function reason(error) {
  if (typeof WebAssembly !== "object") return "this browser has no WebAssembly";
  if (error instanceof WebAssembly.CompileError) return "this page or browser does not allow or understand it";
  if (error instanceof WebAssembly.RuntimeError) return "it failed";
  return error?.message || "it failed";
}
