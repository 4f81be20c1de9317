// Everything that comes after the first frame, as one script: what is read, searched, pointed at and compared.
import { placeOf } from "./address.js";
import { Compare } from "./compare.js";
import { countries, languageName } from "./countries.js";
import { h, setText } from "./dom.js";
import { FewColors } from "./forced.js";
import { Foreign } from "./foreign.js";
import { Gestures } from "./gestures.js";
import { lateHosts } from "./late-hosts.js";
import { languageOf } from "./language.js";
import { HowToRead, legend } from "./legend.js";
import { cite, everyoneShown, help, languageOfPage, someTextsIn, nobodyCentral, reasonsMissing, share } from "./messages-late.js";
import { Offstage } from "./offstage.js";
import { Panel } from "./panel.js";
import { Reader } from "./reader.js";
import { Search, writes } from "./search.js";
import { skips } from "./skip.js";
import { SmallMultiples } from "./small-multiples.js";
import { texts } from "./source.js";
import { relabel, speak } from "./speak.js";
import { Status } from "./status.js";
import { lateStyles } from "./style-late.js";
import { paperStyles } from "./style-paper.js";
import { Table } from "./table.js";
import { Timeline } from "./timeline.js";
import { Tree } from "./tree.js";
import { languages, messages, translation } from "./words.js";

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 * @typedef {import("./controller.js").Controller} Controller
 * @typedef {import("./element.js").DetenteViewElement} View
 */

/** @typedef {ReturnType<typeof build>} LateParts */
/**
 * The long texts by columns, and in other languages by their places, where these come with them.
 * @typedef {Record<string, string[]> & { translations?: Record<string, Record<string, string[]>> }} Columns
 */

/** A column as the core takes it. @param {string[]} values */
const joined = (values) => values.map((value) => `${value}\u001f`).join("");

/**
 * Adds the late parts to the first ones.
 * @param {View} view
 * @param {Controller} controller
 * @param {import("./late-hosts.js").LateHosts} hosts
 * @param {() => void} uncentre
 */
function build(view, controller, hosts, uncentre) {
  const { whole, now, search: place, timeline: canvas, description } = controller.parts;
  const timeline = new Timeline(hosts.timeline, canvas);
  const smallMultiples = new SmallMultiples(hosts.smallMultiples);
  const panel = new Panel(hosts.panel, now.element);
  const compare = new Compare(hosts.panel.compare);
  const table = new Table(hosts.table);
  const tree = new Tree(hosts.tree);
  const everyone = h("div", { className: "everyone" }, tree.element, table.element);
  const search = new Search(hosts.search, place);
  const howToRead = new HowToRead();
  const back = h("button", { type: "button", className: "opener", hidden: true, onclick: () => uncentre() }, nobodyCentral);
  const tools = h("div", { className: "tools" }, back, compare.element, ...dialogs(view, whole, hosts.dialogs), howToRead.element);
  if (view.hasAttribute("address")) {
    skips(view.ownerDocument, whole);
    tools.append(...chooser(view));
  }
  const texts = h("p", { className: "texts-in", hidden: true });
  tools.append(texts);
  description.before(tools, timeline.element, smallMultiples.element, everyone, table.roll);
  return { timeline, smallMultiples, panel, compare, table, tree, search, howToRead, back, texts, status: new Status(controller.parts.status) };
}

/**
 * Links to the page in other languages, each in its own: to pages that this one names, or to itself. They keep what is shown.
 * @param {View} view
 */
function chooser(view) {
  const all = Object.entries(languages);
  if (!all.length) return [];
  const link = (/** @type {[string, string]} */ [code, name]) => {
    const page = view.ownerDocument.querySelector(`link[rel=alternate][hreflang=${code}]`)?.getAttribute("href");
    const element = h("a", { href: page ?? `?lang=${code}`, lang: code, hreflang: code, onclick: () => { element.hash = location.hash; } }, name);
    if (code === languageOf(view)) element.setAttribute("aria-current", "true");
    return element;
  };
  return [h("nav", { className: "languages", "aria-label": languageOfPage }, ...all.map(link))];
}

/**
 * The buttons whose dialogs are fetched when they are first asked for.
 * @param {View} view
 * @param {HTMLElement} whole
 * @param {import("./cite.js").DialogHost} host
 */
function dialogs(view, whole, host) {
  /** @type {Map<string, { element: HTMLElement, open: () => void }>} */
  const made = new Map();
  const open = async (/** @type {"Share" | "Cite" | "Help"} */ name) => {
    // It stays so when the dialog is closed: whoever comes back finds the year that the lines name.
    host.halt();
    const found = await import("./dialogs.js");
    const dialog = made.get(name) ?? new found[name](view, host);
    if (!made.has(name)) whole.append(dialog.element);
    made.set(name, dialog);
    dialog.open();
  };
  const opener = (/** @type {"Share" | "Cite" | "Help"} */ name, /** @type {import("./dom.js").Label} */ words) =>
    h("button", { type: "button", className: `opener ${name.toLowerCase()}`, "aria-haspopup": "dialog", onclick: () => open(name) }, words);
  return [opener("Share", share), opener("Cite", cite), opener("Help", help)];
}

/** The late parts of one view, and what they do while it is connected. */
export class Late {
  #view;
  #controller;
  #parts;
  #reader;
  #few = new FewColors();
  #foreign = new Foreign();
  #language = "en";
  /** The language that the words are in: its table has come. */
  #spoken = "en";
  /** Until the words are there, or will not come. @type {Promise<void> | undefined} */
  #speaking;
  /** The long texts, once they are there. @type {Columns | undefined} */
  #texts;
  /** The languages in which the core has the texts. @type {Set<string>} */
  #translated = new Set();

  /**
   * @param {View} view
   * @param {Controller} controller
   */
  constructor(view, controller) {
    this.#view = view;
    this.#controller = controller;
    const centre = (/** @type {string | undefined} */ id) => this.#centre(id);
    const hosts = lateHosts(view, controller, () => this.loadTexts(), centre);
    this.#parts = build(view, controller, hosts, () => this.#centre());
    this.#reader = new Reader(controller.parts, this.#parts, (what) => controller.ask(what));
    const { marks } = controller.parts.surfaces;
    new Gestures(marks.canvas, hosts.gestures);
    marks.offstage = new Offstage(marks, () => controller.redraw());
  }

  /**
   * Its styles round the first ones, for the document of the view.
   * @param {CSSStyleSheet} first
   */
  styles(first) {
    const page = this.#view.ownerDocument;
    return [lateStyles(page), first, paperStyles(page)];
  }

  /**
   * Everything as it stands, once the first picture is there.
   * @param {Detente} core
   */
  show(core) {
    const { step } = core.outline();
    this.#few.listen(() => this.#controller.setTheme());
    const { root } = this.#controller.parts;
    const { signal } = this.#controller;
    root.addEventListener("contextrestored", this.#restored, { capture: true, signal });
    // WebKit does not tell that a canvas was emptied while nobody saw it.
    this.#view.ownerDocument.addEventListener("visibilitychange", this.#restored, { signal });
    this.fewColors(false);
    this.#parts.compare.setSpan(core.steps(), step);
    speak("en", []);
    relabel(this.#controller.parts.whole, step);
    this.#parts.howToRead.show(core.howToRead());
    this.arrange();
    this.#reader.showAll(core);
    this.#parts.smallMultiples.connect();
    // Every core begins in English.
    this.#language = "en";
    this.#spoken = "en";
    this.#texts = undefined;
    this.#translated.clear();
    this.#foreign.stop();
    this.#speaking = this.speak();
  }

  /**
   * @param {Detente} core
   * @param {(...names: Bit[]) => boolean} has whether the update has one of these bits
   */
  update(core, has) {
    this.#reader.show(core, has);
  }

  /**
   * What the rows of the timeline say of a year that stands.
   * @param {Detente} core
   */
  showRows(core) {
    this.#reader.showRows(core);
  }

  /**
   * Puts somebody in the centre of a network without one, or nobody: the signs of the picture are others then.
   * @param {string} [id]
   */
  #centre(id) {
    const { howToRead, back } = this.#parts;
    this.#controller.choose((core) => core.centre(id));
    this.#controller.ask((core) => {
      this.#controller.parts.stage.querySelector(".legend")?.replaceWith(legend(core.outline()));
      howToRead.show(core.howToRead());
      back.hidden = !core.centred();
    });
  }

  /** A canvas has lost its picture: all are drawn anew, as soon as they can be seen. */
  #restored = () => {
    if (this.#view.ownerDocument.hidden) return;
    this.#controller.redraw();
    this.#parts.smallMultiples.invalidate();
    this.#parts.panel.drawPlots();
  };

  /** Those parts that were out of sight are drawn now. */
  arrange() {
    if (this.#view.view === "table") this.#parts.table.open();
    this.layout();
    this.#parts.smallMultiples.invalidate();
  }

  /** Few colours: the system's where they are forced, those of high contrast, or black on white. */
  fewColors(/** @type {boolean} */ printing) {
    const { whole } = this.#controller.parts;
    const colors = this.#few.colors(whole, this.#view.theme, printing);
    whole.classList.toggle("few", colors !== "");
    if (colors) this.#controller.send((core) => core.fewColors(colors));
  }

  /** The timeline has another width. */
  layout() {
    const [width, left, right] = this.#reader.track();
    if (width) this.#controller.send((core) => core.layoutTimeline(width, left, right, devicePixelRatio));
  }

  /** Paper has everyone's name on it. */
  list() {
    this.#parts.table.list();
  }

  draw() {
    this.#parts.smallMultiples.draw();
  }

  stop() {
    this.#reader.stop();
    this.#parts.status.stop();
  }

  disconnect() {
    this.stop();
    this.#few.stop();
    this.#foreign.stop();
    this.#parts.smallMultiples.disconnect();
  }

  /** @param {KeyboardEvent} event */
  shortcut(event) {
    this.#parts.search.shortcut(event);
    if (event.key === "?" && !event.defaultPrevented && !writes(event)) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.#controller.parts.whole.querySelector(".help"))?.click();
    }
  }

  /** What is in focus, in a sentence, for assistive technology; the keyboard stays where the reader was. */
  chosen(/** @type {boolean} */ within, /** @type {boolean} */ changed) {
    const { panel } = this.#parts;
    // The button that was pressed is gone.
    if (within) panel.takeFocus();
    if (!changed) return;
    this.say(this.#controller.ask((core) => core.card())?.said ?? everyoneShown());
  }

  /** @param {string | undefined} text what happened, for assistive technology */
  say(text) {
    if (text) this.#parts.status.say(text);
  }

  printout() {
    return this.#controller.ask((core) => core.printout());
  }

  /** Whether the keyboard is in the panel. */
  get hasFocus() { return this.#parts.panel.hasFocus; }

  /** Whether a tip is shown. */
  get tipped() { return !this.#controller.parts.tip.hidden || !this.#parts.timeline.tip.hidden; }

  /** Makes the words in the language of the view: they are English until its messages have come. */
  async speak() {
    const [view, controller] = [this.#view, this.#controller];
    const language = languageOf(view);
    if (language === this.#language) return;
    this.#language = language;
    const { signal } = controller;
    try {
      const table = await messages(language, signal);
      if (signal.aborted || language !== this.#language) return;
      controller.attach((core) => core.speak(table));
      // After those of the program, and an empty line, come those of the scripts.
      speak(language, table.split("\n\n")[1]?.split("\n") ?? []);
      this.#spoken = language;
      await this.#translate();
    } catch (error) {
      if (!signal.aborted) console.warn(`The words in the language ${language} could not be loaded; they stay as they are.`, error);
    }
  }

  /** Has names and texts of the dataset in the language of the view, as far as there are any. */
  async #translate() {
    const [view, controller, language, texts] = [this.#view, this.#controller, this.#language, this.#texts];
    const { signal } = controller;
    if (language !== this.#spoken) return;
    const own = controller.ask((core) => core.ownLanguage()) ?? "en";
    if (texts?.["languages"]?.includes(language) && !this.#translated.has(language)) {
      try {
        const places = texts.translations?.[language] ?? await translation(view.getAttribute("texts"), language, signal);
        if (signal.aborted) return;
        controller.ask((core) => Object.entries(places).forEach(([place, values]) => core.translate(language, place, joined(values))));
        this.#translated.add(language);
      } catch (error) {
        if (!signal.aborted) console.warn(`The texts in the language ${language} could not be loaded; they stay as they are.`, error);
      }
    }
    if (signal.aborted || language !== this.#language) return;
    controller.attach((core) => core.renamed(language === own ? "" : countries(own, language)));
    controller.ask((core) => {
      const foreign = core.foreign();
      this.#foreign.watch(controller.parts.whole, foreign);
      setText(this.#parts.texts, foreign && someTextsIn(languageName(foreign, language)));
      this.#parts.texts.hidden = !foreign;
      this.#retell(core);
    });
  }

  /**
   * What is told once, told in another language.
   * @param {Detente} core
   */
  #retell(core) {
    const { controls, now, stage, whole } = this.#controller.parts;
    const outline = core.outline();
    relabel(whole, outline.step);
    this.#parts.compare.setSpan(core.steps(), outline.step);
    this.#parts.compare.show(placeOf(core).compare);
    stage.querySelector(".legend")?.replaceWith(legend(outline));
    this.#parts.howToRead.show(core.howToRead());
    controls.describe(core.label());
    now.show(core.now());
    whole.lang = this.#view.dataset.words = this.#language;
    whole.dir = this.#language === "ar" ? "rtl" : "";
  }

  /** Fetches the long texts. With them, or without, the view has all words that it will have. */
  async loadTexts() {
    await this.#loadTexts();
    await this.#speaking;
    delete this.#view.dataset.wordless;
  }

  /** Fetches the long texts, and hands them to the core. */
  async #loadTexts() {
    const { panel, howToRead } = this.#parts;
    const [view, controller] = [this.#view, this.#controller];
    panel.showNote("");
    // A dataset of one's own brings its texts by name, or has none.
    if (view.data ? !view.data.texts : view.src && !view.hasAttribute("texts")) {
      view.dataset.texts = "ready";
      return;
    }
    const { signal } = controller;
    try {
      const columns = /** @type {Columns} */ (view.data?.texts) ?? await texts(view.getAttribute("texts"), signal);
      if (signal.aborted) return;
      controller.attach((core) => {
        for (const [name, values] of Object.entries(columns)) if (Array.isArray(values)) core.column(name, joined(values));
        const update = core.attach();
        howToRead.show(core.howToRead());
        return update;
      });
      this.#texts = columns;
      this.#translated.clear();
      if (this.#language !== "en" || columns["language"]) await this.#translate();
      view.dataset.texts = "ready";
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) controller.fail(error);
      else if (!signal.aborted) panel.showNote(reasonsMissing());
    }
  }
}
