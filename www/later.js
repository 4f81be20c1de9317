// What comes after the first frame: when it is fetched, whether it is there, and what is said until then.
import { onTheirWay } from "./messages-first.js";
import { missing } from "./trouble.js";

/** The late part of one view: a script for the page, a part of the program for each core. */
export class Later {
  #view;
  #controller;
  /** From when it came first. @type {import("./late.js").Late | undefined} */
  #late;
  /** Brings the late part of the program into the core. @type {(() => Promise<void>) | undefined} */
  #complete;
  /** Whether the core has it. */
  #whole = false;

  /**
   * @param {import("./element.js").DetenteViewElement} view
   * @param {import("./controller.js").Controller} controller
   */
  constructor(view, controller) {
    this.#view = view;
    this.#controller = controller;
  }

  /** The late part, where the core has it too. */
  get part() { return this.#whole ? this.#late : undefined; }

  /**
   * All sheets of styles, for the document of the view.
   * @param {CSSStyleSheet} first
   */
  styles(first) { return this.#late?.styles(first) ?? [first]; }

  /**
   * There is another core. Where the late part has come before, it is there at once.
   * @param {() => Promise<void>} complete
   */
  async start(complete) {
    this.#whole = false;
    this.#complete = complete;
    if (!this.#late) return;
    await complete();
    this.#whole = true;
  }

  /** There is no core any longer. */
  stop() {
    this.#late?.stop();
    this.#whole = false;
  }

  /** Fetches it, if it is not there; if it never comes, the year goes on moving. */
  async load() {
    if (this.part) return this.part.loadTexts();
    const { signal, parts: { message } } = this.#controller;
    const complete = this.#complete;
    const over = () => signal.aborted || complete !== this.#complete || this.#view.dataset.state !== "ready";
    this.#view.dataset.late = "loading";
    message.hidden = true;
    try {
      const [{ Late }] = await Promise.all([import("./late.js"), complete?.()]);
      if (over()) return;
      this.#late ??= new Late(this.#view, this.#controller);
      this.#whole = true;
      this.#controller.dress();
      this.show();
      this.#late.loadTexts();
    } catch (error) {
      if (over()) return;
      if (error instanceof WebAssembly.RuntimeError) return this.#controller.fail(error);
      this.hideWait();
      this.#view.dataset.late = "failed";
      delete this.#view.dataset.wordless;
      message.replaceChildren(...missing(() => this.load()));
      message.hidden = false;
    }
  }

  /** All of it as it stands, if it is there. */
  show() {
    if (!this.part) return;
    this.hideWait();
    this.#controller.ask((core) => this.part?.show(core));
    if (this.part) this.#view.dataset.late = "ready";
  }

  /** Whether it is there; while it is under way, that is said in the place of what was pointed at. */
  isHere() {
    if (!this.part && this.#view.dataset.late === "loading") {
      const { tip } = this.#controller.parts;
      tip.classList.add("wait");
      tip.textContent = onTheirWay();
      tip.hidden = false;
    }
    return this.#whole;
  }

  hideWait() {
    const { tip } = this.#controller.parts;
    if (tip.classList.contains("wait")) tip.hidden = true;
    tip.classList.remove("wait");
  }
}
