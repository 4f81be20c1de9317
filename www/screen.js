// What a view shows in every frame: brings the parts up to date that an update of the core names.
import { legend } from "./legend.js";

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 */

/** The parts that are there from the first frame on. */
export class Screen {
  #parts;
  #showRows;
  /** The counts that were shown last. */
  #counts = "";
  /** Whether the words of the shown year wait until it stands for a frame; whether it has just turned. */
  #wordsWait = false;
  #turned = false;

  /**
   * @param {import("./parts.js").Parts} parts
   * @param {(core: Detente) => void} showRows shows what the rows of the timeline say of the year
   */
  constructor(parts, showRows) {
    this.#parts = parts;
    this.#showRows = showRows;
  }

  /**
   * What is the same in all years.
   * @param {Detente} core
   */
  begin(core) {
    const { controls, now, stage, whole, message } = this.#parts;
    const outline = core.outline();
    controls.setSpan(outline);
    now.setSpan(outline);
    whole.dataset.step = outline.step;
    stage.querySelector(".legend")?.remove();
    stage.append(legend(outline));
    this.#counts = "";
    whole.hidden = false;
    message.hidden = true;
  }

  /**
   * @param {Detente} core
   * @param {(...names: Bit[]) => boolean} has whether the update has one of these bits
   */
  show(core, has) {
    if (has("PALETTE")) this.#showPalette(core);
    if (has("YEAR_CHANGED")) this.#passYear(core);
    if (has("FRAME")) this.#showFrame(core);
    const read = has("SETTLED") || (has("YEAR", "CARD", "DIFFERENCES", "TABLE") && !has("YEAR_CHANGED"));
    if (read && this.#wordsWait) this.#showWords(core);
  }

  /** @param {Detente} core */
  #showPalette(core) {
    for (const [name, value] of core.palette()) this.#parts.whole.style.setProperty(name, value);
  }

  /** @param {Detente} core */
  #showFrame(core) {
    const { controls, now } = this.#parts;
    controls.show(core);
    now.showNumber(core);
    if (this.#wordsWait) return;
    // Within a year only the counts change, and are cheaper asked for than the sentence.
    const counts = `${core.egoCount()} ${core.rivalCount()}`;
    if (counts !== this.#counts) now.show(core.now());
    this.#counts = counts;
  }

  /**
   * Another year is passed: its words wait until it stands for a frame.
   * @param {Detente} core
   */
  #passYear(core) {
    [this.#wordsWait, this.#turned] = [true, true];
    this.#parts.controls.describe(core.label());
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
    const { controls, now } = this.#parts;
    this.#wordsWait = false;
    this.#counts = `${core.egoCount()} ${core.rivalCount()}`;
    now.show(core.now());
    controls.showYear(core.idOf(core.year()));
    this.#showRows(core);
  }

  /** @returns {[number, number, number, number]} width and height of the network and of the strip */
  sizes() {
    const { network, controls: { strip } } = this.#parts;
    return [network.clientWidth, network.clientHeight, strip.clientWidth, strip.clientHeight];
  }
}
