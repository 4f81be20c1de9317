// What is read and pointed at: brings the late parts up to date that an update of the core names.
import { placeOf } from "./address.js";
import { setText } from "./dom.js";
import { fillTip } from "./tip.js";

/** How long a year must stand, while it is dragged past, before its list is built: milliseconds. */
const PAUSE = 140;

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 */

/** The late parts, and what of them is stale. */
export class Reader {
  #parts;
  #late;
  #ask;
  /** What is read and waits until the year stands. @type {Set<Bit>} */
  #unread = new Set();
  /** The year whose texts are shown. @type {number | undefined} */
  #year;
  /** The year that the slider is bound for, and its value there in words. @type {number | undefined} */
  #goal;
  #goalWords = "";
  /** What is to be said of it. */
  #announcement = "";
  /** Whether anything has been shown before. */
  #announced = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #reading;
  /** When the list of the shown year is to be built: the clock is not set anew for each year that is passed. */
  #readAt = 0;

  /**
   * @param {import("./parts.js").Parts} parts
   * @param {import("./late.js").LateParts} late
   * @param {(what: (core: Detente) => void) => void} ask asks the core, and puts it away where it fails
   */
  constructor(parts, late, ask) {
    this.#parts = parts;
    this.#late = late;
    this.#ask = ask;
  }

  stop() {
    clearTimeout(this.#reading);
    this.#reading = undefined;
  }

  /**
   * What is seen is brought up to date at once, what is read when the year stands.
   * @param {Detente} core
   * @param {(...names: Bit[]) => boolean} has whether the update has one of these bits
   */
  show(core, has) {
    const { timeline, panel } = this.#late;
    if (has("FRAME")) {
      timeline.moveTo(core.cursor(), core.cursorName(), core);
      this.#describeGoal(core, has("YEAR_CHANGED"));
    }
    if (has("TIMELINE_ROWS") && !has("YEAR_CHANGED")) this.showRows(core);
    if (has("SMALL_MULTIPLES")) this.#showSmallMultiples(core);
    if (has("PLOTS")) panel.drawPlots();
    if (has("TIP", "TIP_MOVED")) this.#showTip(core, has("TIP"));
    const read = /** @type {Bit[]} */ (["YEAR", "CARD", "DIFFERENCES", "TABLE"]).filter((name) => has(name));
    for (const name of read) this.#unread.add(name);
    if (has("YEAR_CHANGED")) this.#passYear(core);
    if (has("SETTLED")) {
      // The frame in which it comes to rest has enough to do: the list comes with the next one.
      this.#readAt = 0;
      this.#readIn(0);
    } else if (read.length && !has("YEAR_CHANGED")) this.#read(core);
  }

  /**
   * Whoever steps hears at once where the slider is bound for; while it plays or is held, the year that is passed.
   * @param {Detente} core
   * @param {boolean} passed whether a year was passed, which the slider tells by its name
   */
  #describeGoal(core, passed) {
    const { controls } = this.#parts;
    const goal = controls.held || core.playing() ? undefined : core.destination();
    const other = goal !== this.#goal;
    this.#goal = goal;
    if (goal === undefined) return;
    if (other) this.#goalWords = core.valueText();
    if (other || passed) controls.describe(this.#goalWords);
  }

  /** @param {number} pause milliseconds */
  #readIn(pause) {
    this.stop();
    this.#reading = setTimeout(() => this.#readLater(), pause);
  }

  /** @param {Detente} core */
  showRows(core) {
    this.#late.timeline.show(core);
  }

  /** Everything, as it stands. @param {Detente} core */
  showAll(core) {
    this.show(core, (...names) => !names.includes("YEAR_CHANGED") && !names.includes("SETTLED"));
  }

  /** @param {Detente} core */
  #showYears(core) {
    this.#late.smallMultiples.show(core.smallMultiples(), !core.moving());
  }

  /** @param {Detente} core */
  #showSmallMultiples(core) {
    this.#showYears(core);
    this.#late.smallMultiples.invalidate();
  }

  /**
   * @param {Detente} core
   * @param {boolean} words whether they are other words, or only its place is another
   */
  #showTip(core, words) {
    const { tip, marks } = this.#parts;
    const { timeline } = this.#late;
    const on = core.tipOn();
    const text = words ? core.tip() : undefined;
    for (const [name, box] of /** @type {const} */ ([["network", tip], ["timeline", timeline.tip]])) {
      if (words) box.hidden = name !== on || !text;
      if (box.hidden) continue;
      if (text) fillTip(box, text.row);
      const [left, top] = core.placeTip(box.offsetWidth, box.offsetHeight);
      box.style.setProperty("left", `${left}px`);
      box.style.setProperty("top", `${top}px`);
    }
    timeline.outline(on === "timeline" && !timeline.tip.hidden ? core.timelineOutline() : undefined);
    marks.classList.toggle("over", core.pointed() !== "");
  }

  /**
   * Another year is passed: its list waits until it stands.
   * @param {Detente} core
   */
  #passYear(core) {
    const { panel, timeline } = this.#late;
    panel.fade(true);
    timeline.showDots(core);
    this.#readAt = performance.now() + PAUSE; // not of the picture: a point in time of the page
    if (this.#reading === undefined) this.#readIn(PAUSE);
  }

  #readLater() {
    const left = this.#readAt - performance.now(); // not of the picture: how long the year has to stand still
    if (left > 0) this.#readIn(left);
    else this.#ask((core) => {
      this.#showYears(core);
      this.#read(core);
    });
  }

  /**
   * The year stands: everything that is read is brought up to date.
   * @param {Detente} core
   */
  #read(core) {
    this.stop();
    const { controls } = this.#parts;
    const { panel, compare, table, tree, status } = this.#late;
    panel.fade(false);
    if (this.#unread.has("YEAR")) this.#showYear(core);
    if (this.#unread.has("CARD")) panel.showCard(core.card());
    if (this.#unread.has("DIFFERENCES")) {
      compare.show(placeOf(core).compare);
      panel.showDifferences(core.differences());
    }
    if (this.#unread.has("TABLE")) for (const one of [table, tree]) one.refresh();
    this.#unread.clear();
    if (controls.held || !this.#announcement) return;
    // Nothing is said before the reader does something.
    if (this.#announced) status.say(this.#announcement);
    this.#announcement = "";
    this.#announced = true;
  }

  /** @param {Detente} core */
  #showYear(core) {
    const { controls, description, marks } = this.#parts;
    const { panel } = this.#late;
    const text = core.yearText();
    const event = core.selectedEvent();
    panel.showYear(text);
    panel.mark(event?.year === text.year ? `event-${event.index}` : undefined);
    // On the way to another year it is that one that is told.
    if (this.#goal === undefined || this.#goal === text.year) controls.describe(text.valueText);
    setText(description, text.description);
    marks.setAttribute("aria-label", text.network);
    this.#showYears(core);
    // While it plays, a year in which nothing changes is passed in silence.
    if (this.#year !== text.year) this.#announcement = core.playing() && !text.rows.length ? "" : text.announcement;
    this.#year = text.year;
  }

  /**
   * @returns {[number, number, number]} the width of the timeline, 0 where it is not laid out, and where the slider's track begins and ends in it
   */
  track() {
    const { timeline: { element, track } } = this.#late;
    const { strip } = this.#parts.controls;
    const { left, width } = element.getBoundingClientRect();
    // Where the slider is hidden there is no track to follow; the styles say what stands in its place.
    const box = (strip.clientWidth ? strip : track).getBoundingClientRect();
    return [width, box.left - left, box.right - left]; // not of the picture: from the page's coordinates to the timeline's own
  }
}
