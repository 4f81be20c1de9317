// What a view shows in every frame: brings the parts up to date that an update of the core names.
import { legend } from "./legend.js";

/**
 * @typedef {import("./detente.js").Detente} Detente
 * @typedef {import("./detente.js").Bit} Bit
 */

/** The parts that are there from the first frame on. */
export class Screen {
  #parts;
  /** The year and the counts that were shown last. @type {{ year: number, counts: string | undefined } | undefined} */
  #now;

  /** @param {import("./parts.js").Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * What is the same in all years.
   * @param {Detente} core
   */
  begin(core) {
    const { controls, stage, whole, message } = this.#parts;
    const outline = core.outline();
    controls.setSpan(outline);
    stage.querySelector(".legend")?.remove();
    stage.append(legend(outline));
    this.#now = undefined;
    whole.hidden = false;
    message.hidden = true;
  }

  /**
   * @param {Detente} core
   * @param {(...names: Bit[]) => boolean} has whether the update has one of these bits
   */
  show(core, has) {
    if (has("PALETTE")) this.#showPalette(core);
    if (has("FRAME")) this.#showFrame(core);
    if (has("YEAR_CHANGED")) this.#parts.controls.describe(String(core.year()));
  }

  /** @param {Detente} core */
  #showPalette(core) {
    for (const [name, value] of core.palette()) this.#parts.whole.style.setProperty(name, value);
  }

  /** @param {Detente} core */
  #showFrame(core) {
    const { controls, now } = this.#parts;
    controls.show(core);
    const year = core.year();
    // Within a year only the counts change, and are cheaper asked for than the sentence.
    const counts = this.#now?.year === year ? `${core.egoCount()} ${core.rivalCount()}` : undefined;
    if (!counts || counts !== this.#now?.counts) now.show(core.now());
    this.#now = { year, counts };
  }

  /** @returns {[number, number, number, number]} width and height of the network and of the strip */
  sizes() {
    const { network, controls: { strip } } = this.#parts;
    return [network.clientWidth, network.clientHeight, strip.clientWidth, strip.clientHeight];
  }
}
