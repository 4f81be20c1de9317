// Sharing the view: a link, the lines to embed it in three ways, and the picture as a file.
import { addressOf } from "./cite.js";
import { Dialog } from "./dialog.js";
import { h } from "./dom.js";
import { home, integrity } from "./home.js";
import {
  chooseForm, choosePart, chooseTheme, chooseWidth, embed, formElement, formFrame, formPicture, linesToCopy, linkToView, partAll, partMultiples,
  partNetwork, partTimeline, pictureOfView, previewFrame, previewPicture, themeAuto, themeDark, themeLight, widthText,
} from "./messages-dialogs.js";
import { share } from "./messages-late.js";

/**
 * @typedef {"element" | "frame" | "picture"} Form
 * @typedef {object} Embedded what is embedded, and how
 * @property {URL} base the folder with the files of the site
 * @property {string} page the address of a page about the view
 * @property {string} title
 * @property {string} alt
 * @property {import("./detente.js").StepId} year
 * @property {string} focus
 * @property {string} view
 * @property {string} theme
 * @property {string} width in CSS pixels, or as wide as there is room
 * @property {string | undefined} integrity the hash of the script
 * @property {string} src the address of a dataset of one's own
 * @property {string} [texts] the address of its long texts
 */

/**
 * Text as the value of an attribute.
 * @param {unknown} text
 */
export function quoted(text) {
  return String(text).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * The lines to embed a view, by form. A frame and a picture show what their site brings.
 * @param {Embedded} embedded
 * @returns {{ element: string, frame?: string, picture?: string }}
 */
export function codes({ base, page, title, alt, year, focus, view, theme, width, integrity, src, texts }) {
  const query = new URLSearchParams({ year: String(year) });
  if (focus) query.set("focus", focus);
  if (view !== "network") query.set("view", view);
  if (theme !== "auto") query.set("theme", theme);
  query.set("id", ["detente", year, focus].filter(Boolean).join("-"));
  const attributes = Object.entries({ year, focus, view: view !== "full" && view, theme: theme !== "auto" && theme, src, texts })
    .map(([name, value]) => (value || value === 0 ? ` ${name}="${quoted(value)}"` : "")).join("");
  const image = `<img src="${quoted(new URL(`pictures/${year}.svg`, base))}" alt="${quoted(alt)}" width="100%">`;
  const linked = `<a href="${quoted(page)}">${image}</a>`;
  const picture = src ? quoted(alt) : linked;
  const check = integrity ? ` integrity="${integrity}"` : "";
  const element = `<script type="module" src="${quoted(new URL("detente-view.js", base))}"${check} crossorigin="anonymous"></script>\n` +
    `<detente-view${attributes}>\n  ${picture}\n</detente-view>`;
  if (src) return { element };
  const frame = `<iframe src="${quoted(new URL(`embed.html?${query}`, base))}" title="${quoted(title)}" width="${width || "100%"}" height="720" loading="lazy" ` +
    `frameborder="0" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>\n` +
    `<noscript>${linked}</noscript>`;
  return { element, frame, picture: linked };
}

/** The dialog. */
export class Share {
  #view;
  #host;
  /** @type {Record<string, string> | undefined} */
  #hashes;
  #dialog = new Dialog("share", share());
  #link = h("input", { type: "text", className: "citation", readOnly: true });
  #code = h("textarea", { className: "citation", readOnly: true, rows: 6, spellcheck: false });
  #form = this.#choice("form", [["element", formElement()], ["frame", formFrame()], ["picture", formPicture()]], "element");
  #part = this.#choice("view", [["network", partNetwork()], ["full", partAll()], ["timeline", partTimeline()],
    ["small-multiples", partMultiples()]], "network");
  #theme = this.#choice("theme", [["auto", themeAuto()], ["light", themeLight()], ["dark", themeDark()]], "auto");
  #width = this.#choice("width", [["", widthText()], ["480", "480 px"], ["640", "640 px"], ["800", "800 px"]], "");
  #linked = this.#dialog.copied("link", linkToView(), this.#link);
  #preview = h("div", { className: "preview" });
  #embed = h("div", { hidden: true });

  /**
   * @param {import("./element.js").DetenteViewElement} view
   * @param {import("./cite.js").DialogHost} host
   */
  constructor(view, host) {
    this.#view = view;
    this.#host = host;
    const head = (/** @type {string} */ words) => h("div", { className: "field-head" }, h("h3", {}, words));
    const file = (/** @type {string} */ words, /** @type {() => Blob | null | Promise<Blob | null>} */ make) =>
      h("button", { type: "button", className: "back", onclick: () => this.#save(make, words.toLowerCase()) }, words);
    const option = (/** @type {string} */ words, /** @type {HTMLSelectElement} */ select) => h("label", { className: "option" }, `${words} `, select);
    this.#embed.append(head(embed()),
      h("div", { className: "options" }, option(chooseForm(), this.#form), option(choosePart(), this.#part), option(chooseTheme(), this.#theme), option(chooseWidth(), this.#width)),
      ...this.#dialog.copied("code", linesToCopy(), this.#code), this.#preview);
    this.#dialog.append(...this.#linked, head(pictureOfView()),
      h("p", { className: "files" }, file("PNG", () => this.#png()), " ", file("SVG", () => new Blob([host.svg()], { type: "image/svg+xml" }))), this.#embed);
    this.element.addEventListener("close", () => this.#preview.replaceChildren());
  }

  get element() { return this.#dialog.element; }

  /**
   * @param {string} name
   * @param {[string, string][]} options
   * @param {string} chosen
   */
  #choice(name, options, chosen) {
    return h("select", { id: `share-${name}`, onchange: () => this.#write() },
      ...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
  }

  async open() {
    this.#write();
    this.#dialog.open();
    this.#hashes ??= await integrity(this.#view);
    this.#write();
  }

  /** Writes link and lines for what is shown and chosen, and shows how they will look. */
  #write() {
    const { year, title, focus } = this.#host.shown();
    const linked = this.#view.hasAttribute("address");
    this.#link.value = addressOf(location.href, linked, year, focus);
    // A dataset that stands nowhere yet has no address.
    const base = this.#view.data ? undefined : home(this.#view);
    for (const part of this.#linked) part.hidden = Boolean(this.#view.data);
    this.#embed.hidden = !base || !this.#hashes;
    if (!base || !this.#hashes) return;
    /** @type {Record<string, string | undefined>} */
    const lines = codes({
      base, title, year, focus, page: linked ? this.#link.value : addressOf(base.href, true, year, focus), alt: this.#host.description(),
      src: this.#view.src && new URL(this.#view.src, document.baseURI).href, view: this.#part.value, theme: this.#theme.value,
      width: this.#width.value, integrity: this.#hashes["detente-view.js"],
    });
    for (const option of this.#form.options) option.disabled = !lines[option.value];
    if (!lines[this.#form.value]) this.#form.value = "element";
    const form = this.#form.value;
    this.#part.disabled = this.#theme.disabled = form === "picture";
    this.#width.disabled = form !== "frame";
    this.#code.value = lines[form] ?? "";
    if (!this.#view.src) this.#show(form, base, year, focus);
  }

  /**
   * How the lines will look.
   * @param {string} form
   * @param {URL} base
   * @param {import("./detente.js").StepId} year
   * @param {string} focus
   */
  #show(form, base, year, focus) {
    const query = new URLSearchParams({ year: String(year), focus, view: this.#part.value, theme: this.#theme.value });
    const address = new URL(form === "picture" ? `pictures/${year}.svg` : `embed.html?${query}`, base).href;
    const before = this.#preview.firstElementChild;
    if (before?.getAttribute("src") === address) return;
    this.#preview.replaceChildren(form === "picture"
      ? h("img", { src: address, alt: previewPicture() })
      : h("iframe", { src: address, title: previewFrame(), loading: "lazy" }));
  }

  /** @returns {Promise<Blob | null>} */
  #png() {
    const canvas = h("canvas", {});
    this.#host.shot(canvas);
    return new Promise((done) => { canvas.toBlob(done, "image/png"); });
  }

  /**
   * @param {() => Blob | null | Promise<Blob | null>} make
   * @param {string} ending
   */
  async #save(make, ending) {
    const blob = await make();
    if (!blob) return;
    const url = URL.createObjectURL(blob);
    const { year, focus } = this.#host.shown();
    h("a", { href: url, download: `${["detente", year, focus].filter(Boolean).join("-")}.${ending}` }).click();
    // The download has begun by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
