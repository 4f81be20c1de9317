// Texts of the dataset in another language than the view's: each in an element that says its language and direction.
import { h } from "./dom.js";

/** A text that the core has put apart: between U+2066, or U+2067 from right to left, and U+2069. */
const APART = /([\u2066\u2067][^\u2066-\u2069]*\u2069)/;
/** Elements that hold text alone. */
const PLAIN = "option, title, style, textarea, .foreign";

/** Finds such texts wherever they come to stand within a view. */
export class Foreign {
  #language = "";
  #observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) for (const node of [target, ...addedNodes]) this.#mark(node);
  });

  /**
   * @param {Node} root
   * @param {string} language of those texts; none where there are none
   */
  watch(root, language) {
    this.stop();
    this.#language = language;
    if (!language) return;
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    this.#mark(root);
  }

  stop() {
    this.#observer.disconnect();
  }

  /** @param {Node} node */
  #mark(node) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const found = [];
    for (let text = node instanceof Text ? node : walker.nextNode(); text; text = walker.nextNode()) {
      if (text instanceof Text && APART.test(text.data)) found.push(text);
    }
    for (const text of found) {
      const plain = text.parentElement?.closest(PLAIN);
      if (plain && !plain.matches(".foreign")) plain.setAttribute("lang", this.#language);
      if (plain || !text.parentNode) continue;
      text.replaceWith(...text.data.split(APART).filter(Boolean).map((part) => (APART.test(part) ? this.#element(part) : part)));
    }
  }

  /** The marks stay in it, so that what is said is still what it was told to be. @param {string} part */
  #element(part) {
    return h("span", { className: "foreign", lang: this.#language, dir: part.startsWith("\u2067") ? "rtl" : "ltr" }, part);
  }
}
