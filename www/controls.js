// The bar under the picture: play, steps, the slider with its strip, speed, and a field for the year.
import { h, say } from "./dom.js";

const PLAY = "M8 5v14l12-7z";
const PAUSE = "M7 5h4v14H7zM13 5h4v14h-4z";

/** A picture of 24 by 24, filled with the text's colour. */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** The controls; everything they do is asked of the host. */
export class Controls {
  /** @param {object} host scrub, settle, go, next, togglePlay, speed */
  constructor(host) {
    this.host = host;
    this.held = false;
    this.playIcon = icon(PLAY);
    this.play = h("button", { type: "button", className: "play", part: "play", "aria-label": "Play", onclick: () => host.togglePlay() }, this.playIcon);
    const step = (direction, label, path) =>
      h("button", { type: "button", className: "step", "aria-label": label, title: label, onclick: () => host.next(direction) }, icon(path));
    this.slider = h("input", { type: "range", className: "slider", part: "slider", step: "1", "aria-label": "Year" });
    this.strip = h("canvas", { className: "strip", part: "strip", "aria-hidden": "true" });
    this.done = h("div", { className: "done" });
    this.track = h("div", { className: "track" }, h("div", { className: "rail", "aria-hidden": "true" }, this.done), this.slider, this.strip);
    this.field = h("input", { type: "text", className: "field", inputMode: "numeric", autocomplete: "off", maxLength: 4, "aria-label": "Go to year" });
    this.speed = h("select", { className: "speed", "aria-label": "Speed", onchange: () => host.speed(Number(this.speed.value)) },
      ...[0.5, 1, 2, 4].map((factor) => h("option", { value: String(factor), selected: factor === 1 }, `${factor}×`)));
    this.element = h("div", { className: "bar", part: "controls", role: "group", "aria-label": "Time" },
      h("div", { className: "buttons" }, this.play,
        step(-1, "Previous year with change", "M15 5l-7 7 7 7 1.6-1.6L11.2 12l5.4-5.4z"),
        step(1, "Next year with change", "M9 5l7 7-7 7-1.6-1.6L12.8 12 7.4 6.6z")),
      this.track,
      h("div", { className: "extras" }, this.field, this.speed));
    this.#listen();
  }

  #listen() {
    const { slider, field, host } = this;
    // A fine step while a pointer drags, whole years for keys and assistive technology.
    slider.addEventListener("pointerdown", () => {
      this.held = true;
      slider.step = "any";
    });
    slider.addEventListener("input", () => {
      if (this.held) host.scrub(Number(slider.value));
      else host.go(Number(slider.value));
    });
    const release = () => {
      if (!this.held) return;
      this.held = false;
      host.settle();
    };
    for (const name of ["pointerup", "pointercancel", "change"]) slider.addEventListener(name, release);
    slider.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const rtl = getComputedStyle(slider).direction === "rtl" ? -1 : 1;
      const moves = {
        ArrowRight: rtl, ArrowLeft: -rtl, ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10,
        Home: -Infinity, End: Infinity,
      };
      const move = moves[event.key];
      if (move === undefined) return;
      event.preventDefault();
      host.move(move);
    });
    const typed = () => {
      const year = Number(field.value.trim());
      if (/^\d{4}$/.test(field.value.trim()) && year >= this.first && year <= this.last) {
        field.setCustomValidity("");
        field.removeAttribute("aria-invalid");
        host.go(year);
      } else if (field.value.trim()) {
        field.setCustomValidity(`A year from ${this.first} to ${this.last}, please.`);
        field.setAttribute("aria-invalid", "true");
        field.reportValidity();
      }
    };
    field.addEventListener("change", typed);
    field.addEventListener("input", () => {
      field.setCustomValidity("");
      field.removeAttribute("aria-invalid");
      if (/^\d{4}$/.test(field.value.trim())) typed();
    });
  }

  /** The span of the slider. */
  setSpan(first, last) {
    this.first = first;
    this.last = last;
    this.slider.min = String(first);
    this.slider.max = String(last);
    this.field.placeholder = String(last);
  }

  /** Shows how fast it plays; a speed of one's own joins the list. */
  setSpeed(factor) {
    const value = String(factor);
    if (![...this.speed.options].some((option) => option.value === value)) this.speed.append(h("option", { value }, `${value}×`));
    this.speed.value = value;
  }

  /** Follows the playhead. */
  show({ position, year, moving, playing }) {
    const { slider } = this;
    const step = moving || this.held || !Number.isInteger(position) ? "any" : "1";
    if (slider.step !== step) slider.step = step;
    const value = String(position);
    if (!this.held && slider.value !== value) slider.value = value;
    const left = 100 * (this.last - position) / Math.max(1, this.last - this.first);
    this.done.style.setProperty("transform", `translateX(-${left}%)`);
    if (this.field.value !== String(year) && !this.field.matches(":focus")) this.field.value = String(year);
    if (this.playing !== playing) {
      this.playing = playing;
      this.play.setAttribute("aria-label", playing ? "Pause" : "Play");
      this.playIcon.firstChild.setAttribute("d", playing ? PAUSE : PLAY);
    }
  }

  /** What assistive technology says of the slider's value. */
  describe(text) {
    this.slider.setAttribute("aria-valuetext", text);
  }
}

/** The legend: every stance in its colour and its word. */
export function legend(stances, swatch) {
  const list = h("ul", { className: "legend", part: "legend", "aria-label": "Legend, from the centre outwards" });
  for (const { value, name } of stances) list.append(h("li", {}, swatch(`var(--stance${value})`), name));
  const absent = h("li", {}, swatch("", true), "no relations");
  absent.title = "Shown where the absence says something: relations broken off, or with the other side alone";
  list.append(absent);
  return list;
}

/** What marks and lines mean beyond their colour. */
export function howToRead() {
  const rows = [
    ["Distance", "the nearer the centre, the warmer the relations; every country keeps its direction in all years"],
    ["Ally", "a defence treaty in force and conduct to match, or fighting side by side"],
    ["Partner", "close, with aid, arms or trade on special terms"],
    ["Cordial", "working relations on file: a resident mission, regular visits, talks, trade or aid; not friendship"],
    ["Distant", "relations on paper only, or good and bad in balance"],
    ["Strained", "open disputes, sanctions or broken promises, short of enmity"],
    ["Hostile", "each treats the other as an enemy; relations broken off by a government still in office"],
    ["At war", "fighting, from the first shots to the armistice"],
    ["Size of a mark", "the five principal partners, then those with a story of their own, then all others"],
    ["Ring round a mark", "it changed this year"],
    ["Hole in a mark, dotted line", "uncertain: a guess or a single weak source"],
    ["Hollow dot", "no relations with the North: they were broken off, or the state has relations with the South alone"],
    ["Curved line", "how two others stood to each other; dashed where they were on bad terms"],
    ["Bars under the slider", "how much happened that year: upwards for the better, downwards for the worse"],
    ["Years on a line", "when the country in focus first, and last, came to stand on that ring"],
    ["Timeline", "above the line friend, below it foe, the taller the stronger; ticks are events; stripes are uncertain"],
  ];
  return h("details", { className: "how" }, h("summary", {}, "How to read this"),
    h("dl", {}, ...rows.flatMap(([term, words]) => [h("dt", {}, term), h("dd", {}, words)])));
}

/** The table twin, built when it is opened and when a year settles under it. */
export class Table {
  constructor(rows) {
    this.rows = rows;
    this.summary = h("summary", {}, "Everyone in the picture, as a table");
    this.body = h("div", { className: "table-scroll", tabIndex: 0, role: "region", "aria-label": "The picture as a table" });
    this.element = h("details", { className: "table", part: "table", ontoggle: () => this.refresh() }, this.summary, this.body);
  }

  refresh() {
    if (!this.element.open) return;
    const { year, list } = this.rows();
    const head = h("tr", {}, ...["Actor", "Stance", "Since", "Why"].map((name) => h("th", { scope: "col" }, name)));
    const row = ({ name, stance, stanceName, since, why }) =>
      h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, `${stanceName} (${stance > 0 ? "+" : ""}${String(stance).replace("-", "−")})`),
        h("td", {}, since), h("td", {}, why));
    this.body.replaceChildren(h("table", {}, h("caption", {}, `At the end of ${year}: ${list.length} actors`),
      h("thead", {}, head), h("tbody", {}, ...list.map(row))));
  }
}

export { say };
