// Sharing the view: a link, the lines to embed it in three ways, and the picture as a file.
import { addressOf } from "./cite.js";
import { h, say } from "./dom.js";

const own = (name) => new URL(name, new URL("./", import.meta.url));
const FORMS = [
  ["element", "As part of the page (script)"],
  ["frame", "As a frame (no script of ours)"],
  ["picture", "As a picture (newsletters, feeds)"],
];

/** Text as the value of an attribute. */
export function quoted(text) {
  return String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The lines to embed a view, by form. */
export function codes({ base, page, title, alt, year, focus, view, theme, width, integrity, src }) {
  const query = new URLSearchParams({ year: String(year) });
  if (focus) query.set("focus", focus);
  if (view !== "network") query.set("view", view);
  if (theme !== "auto") query.set("theme", theme);
  query.set("id", ["detente", year, focus].filter(Boolean).join("-"));
  const attributes = [["year", year], focus && ["focus", focus], view !== "full" && ["view", view], theme !== "auto" && ["theme", theme], src && ["src", src]]
    .filter(Boolean).map(([name, value]) => ` ${name}="${quoted(value)}"`).join("");
  const image = `<img src="${quoted(new URL(`pictures/${year}.svg`, base))}" alt="${quoted(alt)}" width="100%">`;
  const linked = `<a href="${quoted(page)}">${image}</a>`;
  const picture = src ? quoted(alt) : linked;
  const check = integrity ? ` integrity="${integrity}"` : "";
  const across = width ? `${width}` : "100%";
  const lines = {
    element: `<script type="module" src="${quoted(new URL("detente-view.js", base))}"${check} crossorigin="anonymous"></script>\n` +
      `<detente-view${attributes}>\n  ${picture}\n</detente-view>`,
    frame: `<iframe src="${quoted(new URL(`embed.html?${query}`, base))}" title="${quoted(title)}" width="${across}" height="720" loading="lazy" ` +
      `frameborder="0" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>\n` +
      `<noscript>${linked}</noscript>`,
    picture: linked,
  };
  // A frame and a picture show what their site brings.
  if (src) { delete lines.frame; delete lines.picture; }
  return lines;
}

/** The dialog. */
export class Share {
  /** @param {HTMLElement} element @param {object} host shown(), description(), svg(), shot(canvas) */
  constructor(element, host) {
    this.element = element;
    this.host = host;
    this.said = h("p", { className: "said", "aria-live": "polite" });
    this.link = h("input", { type: "text", id: "share-link", className: "citation", readOnly: true });
    this.code = h("textarea", { id: "share-code", className: "citation", readOnly: true, rows: 6, spellcheck: false });
    const choice = (id, name, options, chosen) => {
      const select = h("select", { id, onchange: () => this.#write() }, ...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
      this[id.slice(6)] = select;
      return h("label", { className: "option" }, `${name} `, select);
    };
    this.frame = h("div", { className: "preview" });
    const options = h("div", { className: "options" },
      choice("share-form", "Form", FORMS, "element"),
      choice("share-view", "Shows", [["network", "the network"], ["full", "everything"], ["timeline", "the timeline"], ["filmstrip", "years side by side"]], "network"),
      choice("share-theme", "Colours", [["auto", "as the reader's system"], ["light", "light"], ["dark", "dark"]], "auto"),
      choice("share-width", "Width", [["", "as wide as the text"], ["480", "480 px"], ["640", "640 px"], ["800", "800 px"]], ""));
    const file = (words, make, name) => h("button", { type: "button", className: "back", onclick: () => this.#save(make, name) }, words);
    const close = h("button", { type: "button", className: "close", "aria-label": "Close", onclick: () => this.dialog.close() }, "×");
    this.dialog = h("dialog", { className: "cite-dialog", "aria-labelledby": "share-title", onclose: () => this.frame.replaceChildren() },
      h("div", { className: "field-head" }, h("h2", { id: "share-title" }, "Share or embed"), close),
      ...this.#field("share-link", "Link to this view", this.link),
      h("div", { className: "field-head" }, h("h3", {}, "Picture of this view")),
      h("p", { className: "files" }, file("PNG", () => this.#png(), "png"), " ", file("SVG", () => this.#svg(), "svg")),
      h("div", { className: "field-head" }, h("h3", {}, "Embed")), options,
      ...this.#field("share-code", "Lines to copy", this.code), this.frame, this.said);
    // The view's own keys, such as Escape for the focus, are not meant here.
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog.close(); });
  }

  #field(id, name, area) {
    const copy = h("button", { type: "button", "aria-label": `Copy ${name.toLowerCase()}`, onclick: () => this.#copy(area, name) }, "Copy");
    return [h("div", { className: "field-head" }, h("label", { for: id }, name), copy), area];
  }

  async open() {
    say(this.said, "");
    this.#write();
    this.dialog.showModal();
    this.integrity ??= await fetch(own("integrity.json"), { credentials: "omit" })
      .then((response) => (response.ok ? response.json() : {})).catch(() => ({}));
    this.#write();
  }

  /** Writes link and lines for what is shown and chosen, and shows how they will look. */
  #write() {
    const { year, title, focusId: focus } = this.host.shown();
    this.link.value = addressOf(location.href, this.element.hasAttribute("address"), year, focus);
    const page = this.element.hasAttribute("address") ? this.link.value : addressOf(own("./").href, true, year, focus);
    const lines = codes({
      base: own("./"), page, title, year, focus, alt: this.host.description(), src: this.element.src && new URL(this.element.src, document.baseURI).href,
      view: this.view.value, theme: this.theme.value, width: this.width.value, integrity: this.integrity?.["detente-view.js"],
    });
    for (const option of this.form.options) option.disabled = !lines[option.value];
    const form = lines[this.form.value] ? this.form.value : "element";
    this.form.value = form;
    this.view.disabled = this.theme.disabled = form === "picture";
    this.width.disabled = form !== "frame";
    this.code.value = lines[form];
    this.#preview(form, year, focus);
  }

  #preview(form, year, focus) {
    if (this.element.src) return;
    const query = new URLSearchParams({ year: String(year), focus, view: this.view.value, theme: this.theme.value });
    const address = form === "picture" ? own(`pictures/${year}.svg`).href : own(`embed.html?${query}`).href;
    if (this.frame.firstChild?.src === address) return;
    this.frame.replaceChildren(form === "picture"
      ? h("img", { src: address, alt: "How the picture will look" })
      : h("iframe", { src: address, title: "How it will look", loading: "lazy" }));
  }

  async #copy(area, name) {
    try {
      await navigator.clipboard.writeText(area.value);
      say(this.said, `${name}: copied.`);
    } catch {
      area.focus();
      area.select();
      say(this.said, `${name}: selected; copy it with your keys.`);
    }
  }

  #svg() {
    return new Blob([this.host.svg()], { type: "image/svg+xml" });
  }

  #png() {
    const canvas = document.createElement("canvas");
    this.host.shot(canvas);
    return new Promise((done) => { canvas.toBlob(done, "image/png"); });
  }

  async #save(make, ending) {
    const url = URL.createObjectURL(await make());
    const focus = this.element.focusId;
    h("a", { href: url, download: `${["detente", this.host.shown().year, focus].filter(Boolean).join("-")}.${ending}` }).click();
    // The download has begun by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
