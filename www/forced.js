// Few colours in the place of a theme's: those of a reader's system that forces them, which styles obey by themselves and
// canvases do not; those of high contrast; and black on white for paper.
import { h } from "./dom.js";

/** What of the system's colours a picture has, in the order of the core's. */
const COLORS = ["Canvas", "CanvasText", "LinkText", "Highlight"];

/** Whether colours are few, and which they are. */
export class FewColors {
  #forced = matchMedia("(forced-colors: active)");
  #more = matchMedia("(prefers-contrast: more)");
  #dark = matchMedia("(prefers-color-scheme: dark)");

  /** @param {() => void} changed */
  listen(changed) {
    this.#forced.onchange = this.#more.onchange = changed;
  }

  stop() {
    this.#forced.onchange = this.#more.onchange = null;
  }

  /**
   * The name of the colours, or the system's as the browser computes them in an element; nothing where they are not few.
   * @param {Element} within
   * @param {string} theme
   * @param {boolean} printing
   */
  colors(within, theme, printing) {
    if (printing || theme === "print") return "print";
    if (!this.#forced.matches) {
      if (theme !== "contrast" && (theme !== "auto" || !this.#more.matches)) return "";
      return this.#dark.matches ? "contrast-dark" : "contrast";
    }
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
