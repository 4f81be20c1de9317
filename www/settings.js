// What the attributes of <detente-view> may say. What is unknown falls back, with one warning on the console.

const YEAR = /^-?\d{1,6}$/;
const warned = new WeakMap();

/** By attribute: how its text is read, what holds without it, and what it may say. */
const SETTINGS = {
  year: { read: (text) => (YEAR.test(text) ? Number(text) : undefined), says: "a whole year" },
  compare: { read: (text) => (YEAR.test(text) ? Number(text) : undefined), says: "a whole year" },
  view: oneOf("full", "network", "timeline", "filmstrip", "table"),
  theme: oneOf("auto", "light", "dark"),
  controls: oneOf("full", "none"),
  lang: oneOf("en"),
  speed: {
    read: (text) => (Number(text) >= 0.5 && Number(text) <= 4 ? Number(text) : undefined),
    without: 1,
    says: "a number from 0.5 to 4",
  },
};

function oneOf(...words) {
  return { read: (text) => words.find((word) => word === text), without: words[0], says: words.join(", ") };
}

/** What an attribute says, or what holds without it. */
export function setting(element, name) {
  const { read, without, says } = SETTINGS[name];
  // A language may be narrower than ours is: en-GB is English.
  const text = name === "lang" ? element.getAttribute(name)?.split("-")[0] : element.getAttribute(name);
  if (text === null || text === undefined || text === "") return without;
  const value = read(text.trim());
  if (value === undefined) warn(element, `${name}="${text}" is unknown to <detente-view>; it takes ${says}.`);
  return value ?? without;
}

/** Says a sentence on the console, once for an element. */
export function warn(element, sentence) {
  const said = warned.get(element) ?? new Set();
  warned.set(element, said);
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(sentence);
}

/** An element whose attributes are mirrored by properties. */
export class Settings extends HTMLElement {
  constructor() {
    super();
    // What a page has set before the element was known hides the property of that name; it is set anew.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in new.target.prototype)) continue;
      delete this[name];
      this[name] = value;
    }
  }

  /** The address of a packed dataset; empty for the first dataset. */
  get src() { return this.getAttribute("src") ?? ""; }
  set src(address) { this.reflect("src", address); }

  /** What is shown: `full`, `network`, `timeline`, `filmstrip` or `table`. */
  get view() { return setting(this, "view"); }
  set view(view) { this.reflect("view", view); }

  /** `auto`, `light` or `dark`. */
  get theme() { return setting(this, "theme"); }
  set theme(theme) { this.reflect("theme", theme); }

  /** `full` or `none`. */
  get controls() { return setting(this, "controls"); }
  set controls(controls) { this.reflect("controls", controls); }

  /** How fast it plays, 0.5 to 4. */
  get speed() { return setting(this, "speed"); }
  set speed(factor) { this.reflect("speed", factor); }

  /** Whether it plays by itself once it is seen, unless the reader asked for less motion. */
  get autoplay() { return this.hasAttribute("autoplay"); }
  set autoplay(on) { this.toggleAttribute("autoplay", Boolean(on)); }

  /** Whether play begins again at the end. */
  get loop() { return this.hasAttribute("loop"); }
  set loop(on) { this.toggleAttribute("loop", Boolean(on)); }

  /** Writes a property into its attribute; nothing takes it away. */
  reflect(name, value) {
    if (value === undefined || value === null || value === "") this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}
