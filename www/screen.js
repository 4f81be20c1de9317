// What a view shows: brings the parts up to date that an update of the core names.
import { setText } from "./dom.js";
import { legend } from "./legend.js";
import { fillTip } from "./tip.js";

/** How long a year must stand, while it is dragged past, before its list is built: milliseconds. */
const PAUSE = 140;

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 */

/** The parts, and what of them is stale. */
export class Screen {
  #parts;
  /** What is read and waits until the year stands. @type {Set<Bit>} */
  #unread = new Set();
  /** The counts that were shown last. */
  #counts = "";
  /** Whether the words of the shown year wait until it stands for a frame; whether it has just turned. */
  #wordsWait = false;
  #turned = false;
  /** The year whose texts are shown. @type {number | undefined} */
  #year;
  /** What is to be said of it. */
  #announcement = "";
  /** Whether anything has been shown before. */
  #announced = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #reading;
  /** When the list of the shown year is to be built: the clock is not set anew for each year that is passed. */
  #readAt = 0;

  /** @param {import("./parts.js").Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * What is the same in all years.
   * @param {Detente} core
   */
  begin(core) {
    const { controls, compare, panel, stage, howToRead, whole, message } = this.#parts;
    const outline = core.outline();
    controls.setSpan(outline);
    compare.setSpan(outline);
    stage.querySelector(".legend")?.remove();
    stage.append(legend(outline));
    howToRead.show(core.howToRead());
    panel.setSpan(outline);
    this.#counts = "";
    whole.hidden = false;
    message.hidden = true;
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
    const { timeline, panel } = this.#parts;
    if (has("PALETTE")) this.#showPalette(core);
    if (has("YEAR_CHANGED")) this.#passYear(core);
    if (has("FRAME")) this.#showFrame(core);
    if (has("TIMELINE_ROWS") && !has("YEAR_CHANGED")) timeline.show(core);
    if (has("SMALL_MULTIPLES")) this.#showSmallMultiples(core);
    if (has("PLOTS")) panel.drawPlots();
    if (has("TIP", "TIP_MOVED")) this.#showTip(core, has("TIP"));
    const read = /** @type {Bit[]} */ (["YEAR", "CARD", "DIFFERENCES", "TABLE"]).filter((name) => has(name));
    for (const name of read) this.#unread.add(name);
    if (has("SETTLED")) this.#showYears(core);
    if (has("SETTLED") || (read.length && !has("YEAR_CHANGED"))) this.#read(core);
  }

  /** @param {Detente} core */
  #showPalette(core) {
    for (const [name, value] of core.palette()) this.#parts.whole.style.setProperty(name, value);
  }

  /** @param {Detente} core */
  #showFrame(core) {
    const { controls, timeline, panel } = this.#parts;
    controls.show(core);
    const year = core.year();
    timeline.moveTo(core.cursor(), core.cursorName(), year);
    panel.showNumber(year);
    if (this.#wordsWait) return;
    // Within a year only the counts change, and are cheaper asked for than the sentence.
    const counts = `${core.egoCount()} ${core.rivalCount()}`;
    if (counts !== this.#counts) panel.showNow(core.now());
    this.#counts = counts;
  }

  /**
   * A frame was drawn: words of a year that has stood since the last one are shown. Nobody could read them before.
   * @param {Detente} core
   * @returns {boolean} whether words wait for another frame
   */
  drew(core) {
    if (this.#wordsWait && !this.#turned) this.#showWords(core);
    this.#turned = false;
    return this.#wordsWait;
  }

  /** @param {Detente} core */
  #showWords(core) {
    const { controls, panel, timeline } = this.#parts;
    this.#wordsWait = false;
    this.#counts = `${core.egoCount()} ${core.rivalCount()}`;
    panel.showNow(core.now());
    controls.showYear(core.year());
    timeline.show(core);
  }

  /** @param {Detente} core */
  #showYears(core) {
    this.#parts.smallMultiples.show(core.smallMultiples(), core.year(), !core.moving());
  }

  /** @param {Detente} core */
  #showSmallMultiples(core) {
    this.#showYears(core);
    this.#parts.smallMultiples.invalidate();
  }

  /**
   * @param {Detente} core
   * @param {boolean} words whether they are other words, or only its place is another
   */
  #showTip(core, words) {
    const { tip, timeline, marks } = this.#parts;
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
   * Another year is passed: its words wait until it stands for a frame, its list for longer.
   * @param {Detente} core
   */
  #passYear(core) {
    const { panel, controls, timeline } = this.#parts;
    [this.#wordsWait, this.#turned] = [true, true];
    panel.fade(true);
    timeline.showDots(core);
    controls.describe(String(core.year()));
    this.#readAt = performance.now() + PAUSE; // not of the picture: a point in time of the page
    this.#reading ??= setTimeout(() => this.#readLater(core), PAUSE);
  }

  /** @param {Detente} core */
  #readLater(core) {
    const left = this.#readAt - performance.now(); // not of the picture: how long the year has to stand still
    this.#reading = left > 0 ? setTimeout(() => this.#readLater(core), left) : undefined;
    if (left <= 0) this.#read(core);
  }

  /**
   * The year stands: everything that is read is brought up to date.
   * @param {Detente} core
   */
  #read(core) {
    this.stop();
    const { panel, controls, compare, table, status } = this.#parts;
    if (this.#wordsWait) this.#showWords(core);
    panel.fade(false);
    if (this.#unread.has("YEAR")) this.#showYear(core);
    if (this.#unread.has("CARD")) panel.showCard(core.card());
    if (this.#unread.has("DIFFERENCES")) {
      compare.show(core.compared());
      panel.showDifferences(core.differences());
    }
    if (this.#unread.has("TABLE")) table.refresh();
    this.#unread.clear();
    if (controls.held || !this.#announcement) return;
    // Nothing is said before the reader does something.
    if (this.#announced) setText(status, this.#announcement);
    this.#announcement = "";
    this.#announced = true;
  }

  /** @param {Detente} core */
  #showYear(core) {
    const { panel, controls, description, marks } = this.#parts;
    const text = core.yearText();
    const event = core.selectedEvent();
    panel.showYear(text);
    panel.mark(event?.year === text.year ? `event-${event.index}` : undefined);
    controls.describe(text.valueText);
    setText(description, text.description);
    marks.setAttribute("aria-label", text.network);
    this.#showYears(core);
    if (this.#year !== text.year) this.#announcement = text.announcement;
    this.#year = text.year;
  }

  /** @returns {[number, number, number, number]} width and height of the network and of the strip */
  sizes() {
    const { network, controls: { strip } } = this.#parts;
    return [network.clientWidth, network.clientHeight, strip.clientWidth, strip.clientHeight];
  }

  /**
   * @returns {[number, number, number]} the width of the timeline, 0 where it is not laid out, and where the slider's track begins and ends in it
   */
  track() {
    const { timeline: { element, track }, controls: { strip } } = this.#parts;
    const { left, width } = element.getBoundingClientRect();
    // Where the slider is hidden there is no track to follow; the styles say what stands in its place.
    const box = (strip.clientWidth ? strip : track).getBoundingClientRect();
    return [width, box.left - left, box.right - left]; // not of the picture: from the page's coordinates to the timeline's own
  }
}
