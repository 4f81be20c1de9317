// What the dialogs share: a frame with a title, and fields whose text is to be copied.
import { h, setText } from "./dom.js";
import { close, copiedWhat, copy, copyWhat, selectedWhat } from "./messages-dialogs.js";

/** A dialog with a title and a way to close it. */
export class Dialog {
  #told = h("p", { className: "said", "aria-live": "polite" });
  #id;
  element;

  /**
   * @param {string} id for its title
   * @param {string} title
   */
  constructor(id, title) {
    this.#id = id;
    const button = h("button", { type: "button", className: "close", "aria-label": close, onclick: () => this.element.close() }, "×");
    this.element = h("dialog", { className: "cite-dialog", "aria-labelledby": `${id}-title` },
      h("div", { className: "field-head" }, h("h2", { id: `${id}-title` }, title), button), this.#told);
    // The view's own keys, such as Escape for the focus, are not meant here.
    this.element.addEventListener("keydown", (event) => event.stopPropagation());
    this.element.addEventListener("click", (event) => { if (event.target === this.element) this.element.close(); });
  }

  /** @param {...HTMLElement} content */
  append(...content) {
    this.#told.before(...content);
  }

  open() {
    setText(this.#told, "");
    this.element.showModal();
  }

  /**
   * A field of this dialog that is read and copied: its heading with a button, and itself.
   * @param {string} name part of its id
   * @param {string} title
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  copied(name, title, field) {
    field.id = `${this.#id}-${name}`;
    const button = h("button", { type: "button", "aria-label": copyWhat(title), onclick: () => this.#copy(title, field) }, copy);
    return [h("div", { className: "field-head" }, h("label", { for: field.id }, title), button), field];
  }

  /**
   * @param {string} title
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   */
  async #copy(title, field) {
    try {
      await navigator.clipboard.writeText(field.value);
      setText(this.#told, copiedWhat(title));
    } catch {
      field.focus();
      field.select();
      setText(this.#told, selectedWhat(title));
    }
  }
}
