// The bar under the picture: play, steps, the slider with its strip, speed, and a field for the year.
import { h, icon, label, modified } from "./dom.js";
import { goTo, nextChange, pause, play, previousChange, slider, speed, time } from "./messages-first.js";

const PLAY = "M8 5v14l12-7z";
const PAUSE = "M7 5h4v14H7zM13 5h4v14h-4z";
const BACK = "M15 5l-7 7 7 7 1.6-1.6L11.2 12l5.4-5.4z";
const ON = "M9 5l7 7-7 7-1.6-1.6L12.8 12 7.4 6.6z";
/** Which key of the slider goes how many years on. @type {Record<string, number>} */
const KEYS = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };
/** Arrows along the line turn round where text runs to the left. @type {Record<string, string>} */
const TURNED = { ArrowRight: "ArrowLeft", ArrowLeft: "ArrowRight" };

/**
 * @typedef {object} ControlsHost
 * @property {(position: number) => void} scrub
 * @property {() => void} release
 * @property {(year: number) => void} go
 * @property {(years: number) => void} step
 * @property {(text: string, done: boolean) => string} typed a year that was typed, or is being typed; what is wrong with it
 * @property {(direction: number) => void} nextChange
 * @property {() => void} togglePlay
 * @property {(factor: number) => void} setSpeed
 */

/** The controls; everything they do is asked of the host. */
export class Controls {
  #host;
  #held = false;
  #playing = false;
  #playIcon = icon(PLAY);
  #play = h("button", { type: "button", className: "play", part: "play", "aria-label": play }, this.#playIcon);
  #slider = h("input", { type: "range", className: "slider", part: "slider", step: "1", "aria-label": slider });
  #done = h("div", { className: "done" });
  #field = h("input", { type: "text", className: "field", inputMode: "numeric", autocomplete: "off", maxLength: 10, "aria-label": goTo });
  #speed = h("select", { className: "speed", "aria-label": speed },
    ...[0.5, 1, 2, 4].map((factor) => h("option", { value: String(factor), selected: factor === 1 }, `${factor}×`)));

  strip = h("div", { className: "strip", part: "strip", "aria-hidden": "true" });
  track = h("div", { className: "track" }, h("div", { className: "rail", "aria-hidden": "true" }, this.#done), this.#slider, this.strip);

  /** @param {ControlsHost} host */
  constructor(host) {
    this.#host = host;
    this.element = h("div", { className: "bar", part: "controls", role: "group", "aria-label": time },
      h("div", { className: "buttons" }, this.#play, this.#step(-1, previousChange, BACK), this.#step(1, nextChange, ON)),
      this.track,
      h("div", { className: "extras" }, this.#field, this.#speed));
    this.#play.addEventListener("click", () => host.togglePlay());
    this.#speed.addEventListener("change", () => host.setSpeed(Number(this.#speed.value)));
    this.#listenToSlider();
    this.#field.addEventListener("change", () => this.#typed(true));
    // As many digits as the last year has are a year, right or wrong.
    this.#field.addEventListener("input", () => this.#typed(this.#field.value.trim().length >= this.#field.placeholder.length));
  }

  /** Whether a pointer holds the slider. */
  get held() { return this.#held; }

  /**
   * @param {number} direction
   * @param {import("./dom.js").Label} words
   * @param {string} path
   */
  #step(direction, words, path) {
    return h("button", { type: "button", className: "step", "aria-label": words, title: words, onclick: () => this.#host.nextChange(direction) }, icon(path));
  }

  #listenToSlider() {
    const slider = this.#slider;
    // A fine step while a pointer drags, whole years for keys and assistive technology.
    slider.addEventListener("pointerdown", () => {
      this.#held = true;
      slider.step = "any";
    });
    slider.addEventListener("input", () => {
      if (this.#held) this.#host.scrub(Number(slider.value));
      else this.#host.go(Number(slider.value));
    });
    const release = () => {
      if (!this.#held) return;
      this.#held = false;
      this.#host.release();
    };
    for (const name of ["pointerup", "pointercancel", "change"]) slider.addEventListener(name, release);
    slider.addEventListener("keydown", (event) => {
      const turned = getComputedStyle(slider).direction === "rtl" && TURNED[event.key];
      const years = KEYS[turned || event.key];
      if (years === undefined || modified(event)) return;
      event.preventDefault();
      this.#host.step(years);
    });
  }

  /** @param {boolean} done whether the reader has finished, and wants to know what is wrong */
  #typed(done) {
    const problem = this.#host.typed(this.#field.value, done);
    this.#field.setCustomValidity(problem);
    if (problem) this.#field.setAttribute("aria-invalid", "true");
    else this.#field.removeAttribute("aria-invalid");
    if (problem) this.#field.reportValidity();
  }

  /**
   * The years of the slider.
   * @param {import("./detente.js").Outline} outline
   */
  setSpan({ first, last, lastId }) {
    this.#slider.min = String(first);
    this.#slider.max = String(last);
    this.#field.placeholder = lastId;
  }

  /**
   * Shows how fast it plays; a speed of one's own joins the list.
   * @param {number} factor
   */
  setSpeed(factor) {
    const value = String(factor);
    if (![...this.#speed.options].some((option) => option.value === value)) this.#speed.append(h("option", { value }, `${value}×`));
    this.#speed.value = value;
  }

  /**
   * Follows the playhead.
   * @param {import("./detente.js").Detente} core
   */
  show(core) {
    const slider = this.#slider;
    const [position, playing] = [core.position(), core.playing()];
    const step = core.moving() || this.#held || !Number.isInteger(position) ? "any" : "1";
    if (slider.step !== step) slider.step = step;
    if (!this.#held && Number(slider.value) !== position) slider.value = String(position);
    this.#done.style.setProperty("transform", `scaleX(${core.progress()})`);
    if (this.#playing === playing) return;
    this.#playing = playing;
    label(this.#play, "aria-label", playing ? pause : play);
    this.#playIcon.firstElementChild?.setAttribute("d", playing ? PAUSE : PLAY);
  }

  /**
   * Shows the year in the field, unless somebody types there.
   * @param {import("./detente.js").StepId} year
   */
  showYear(year) {
    if (!this.#field.matches(":focus")) this.#field.value = String(year);
  }

  /**
   * What assistive technology says of the slider's value.
   * @param {string} text
   */
  describe(text) {
    this.#slider.setAttribute("aria-valuetext", text);
  }
}
