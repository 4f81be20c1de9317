// The colours of a reader's system in the place of the view's own, for readers who have colours forced: styles obey by
// themselves, canvases do not.
import { h } from "./dom.js";

/** What of the system's colours a picture has, in the order of the core's. */
const COLORS = ["Canvas", "CanvasText", "LinkText", "Highlight"];

/** Whether colours are forced, and which they are. */
export class ForcedColors {
  #query = matchMedia("(forced-colors: active)");

  /** @param {() => void} changed */
  listen(changed) {
    this.#query.onchange = changed;
  }

  stop() {
    this.#query.onchange = null;
  }

  /**
   * The colours as the browser computes them in an element; nothing where none are forced.
   * @param {Element} within
   */
  colors(within) {
    if (!this.#query.matches) return "";
    const probe = h("span", { hidden: true });
    within.append(probe);
    const colors = COLORS.map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return colors.join(" ");
  }
}
