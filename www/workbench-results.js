// What a reader takes along: lines to embed, files to download, pictures.
import { h } from "./dom.js";
import { find } from "./find.js";
import { codes, quoted } from "./share.js";

/**
 * @typedef {import("./workbench-core.js").Shape} Shape
 *
 * @typedef {object} ResultsHost
 * @property {(method: string, ...args: any[]) => Promise<Uint8Array | undefined>} make
 * @property {() => { pack: Uint8Array, texts: Uint8Array } | undefined} data
 * @property {() => number | string | undefined} year the shown one, or the shown month or day
 * @property {(words: string) => void} say
 */

/** How the lines say where the files are. @type {[string, string][]} */
const FORMS = [["element", "as part of the page (script)"], ["frame", "as a frame (one file)"]];

/** The offers; none while there has been no dataset without errors. */
export class Results {
  #host;
  #box = find("#results", HTMLElement);
  /** @type {Shape | undefined} */
  #shape;
  #hashes = /** @type {Record<string, string>} */ ({});
  #code = h("textarea", { id: "embed-code", readOnly: true, rows: 6, spellcheck: false });
  #form = h("select", { id: "embed-form", onchange: () => this.#write() }, ...FORMS.map(([value, words]) => h("option", { value }, words)));
  #needs = h("p", { className: "needs" });

  /** @param {ResultsHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** What scripts of this site must be, fetched with the page. */
  async fetchHashes() {
    try {
      const response = await fetch(new URL("./integrity.json", import.meta.url), { credentials: "omit" });
      if (response.ok) this.#hashes = await response.json();
    } catch {
      // The lines then say no hash.
    }
    this.#write();
  }

  /** @param {Shape} shape */
  show(shape) {
    const first = !this.#shape;
    this.#shape = shape;
    if (first) this.#build();
    this.#write();
  }

  #build() {
    const button = (/** @type {string} */ words, /** @type {() => unknown} */ act, /** @type {string} */ id) => h("button", { type: "button", id, onclick: () => act() }, words);
    const card = (/** @type {string} */ title, /** @type {string} */ words, /** @type {(Node | string)[]} */ ...more) =>
      h("section", { className: "card" }, h("h3", {}, title), h("p", {}, words), ...more);
    const others = h("select", { id: "other-form" }, ...[["csv", "an edge list (CSV)"], ["json", "plain JSON"], ["gexf", "GEXF, for Gephi"]].map(([value, words]) => h("option", { value: value ?? "" }, words ?? "")));
    this.#box.replaceChildren(
      card("On your page", "Put the files beside your page, and these lines into it.",
        h("p", { className: "field" }, h("label", { for: "embed-form" }, "Embedded"), this.#form),
        h("label", { for: "embed-code", className: "sr" }, "Lines to embed"), this.#code,
        h("p", { className: "buttons" }, button("Copy the lines", () => this.#copy(), "copy-code")), this.#needs),
      card("One HTML file", "Viewer and data in one file. It opens from a disk, in a mail or in an archive, and asks nobody for anything.",
        h("p", { className: "buttons" }, button("Save the page", () => this.#save("page", "html", "text/html"), "save-page"))),
      card("The data", "The checked tables with a descriptor, as a Data Package; or another form.",
        h("p", { className: "buttons" }, button("Save the tables (ZIP)", () => this.#save("package", "zip", "application/zip"), "save-package")),
        h("p", { className: "field" }, h("label", { for: "other-form" }, "Or as"), others, " ",
          button("Save", () => this.#save("convert", others.value, "application/octet-stream", others.value), "save-other"))),
      card("A picture", "The shown year with its title and its sentence, 1200 by 675.",
        h("p", { className: "buttons" }, button("SVG", () => this.#picture(false), "save-svg"), " ", button("PNG", () => this.#picture(true), "save-png"))));
  }

  /** What its files are called. */
  get #name() {
    return this.#shape?.name.replace(/[^\p{L}\p{N}-]+/gu, "-").replace(/^-+|-+$/g, "") || "network";
  }

  #write() {
    const shape = this.#shape;
    if (!shape) return;
    const name = this.#name;
    const isFrame = this.#form.value === "frame";
    const embedded = { base: new URL("./", document.baseURI), page: "", title: shape.title, alt: `${shape.title}, ${spanOf(shape)}.`, year: shape.lastYear, focus: "", view: "network",
      theme: "auto", width: "", integrity: this.#hashes["detente-view.js"], src: `${name}.bin`, texts: `${name}.json` };
    this.#code.value = isFrame
      ? `<iframe src="${quoted(`${name}.html`)}" title="${quoted(`${shape.title}, ${spanOf(shape)}`)}" width="100%" height="860" loading="lazy" sandbox="allow-scripts"></iframe>`
      : codes(embedded).element;
    const file = (/** @type {string} */ label, /** @type {() => unknown} */ act, /** @type {string} */ id) => h("button", { type: "button", id, onclick: () => act() }, label);
    this.#needs.replaceChildren("Files: ", ...(isFrame
      ? [file(`${name}.html`, () => this.#save("page", "html", "text/html"), "save-frame")]
      : [file(`${name}.bin`, () => this.#keep(this.#host.data()?.pack, "bin", "application/octet-stream"), "save-pack"), " ",
        file(`${name}.json`, () => this.#keep(this.#host.data()?.texts, "json", "application/json"), "save-texts")]));
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#code.value);
      this.#host.say("The lines are copied.");
    } catch {
      this.#code.focus();
      this.#code.select();
      this.#host.say("The lines are selected; copy them with your keys.");
    }
  }

  /**
   * @param {string} method
   * @param {string} ending
   * @param {string} type
   * @param {...any} args
   */
  async #save(method, ending, type, ...args) {
    const bytes = await this.#host.make(method, ...args);
    if (!bytes?.length) return this.#host.say("That file cannot be made: a file of this site is missing.");
    this.#keep(bytes, ending, type);
  }

  /**
   * @param {Uint8Array | undefined} bytes
   * @param {string} ending
   * @param {string} type
   */
  #keep(bytes, ending, type) {
    if (bytes) keep(new Blob([/** @type {BlobPart} */ (bytes)], { type }), `${this.#name}.${ending}`, this.#host.say);
  }

  /** @param {boolean} pixels */
  async #picture(pixels) {
    const year = String(this.#host.year() ?? this.#shape?.lastYear ?? "");
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const bytes = await this.#host.make("picture", year, dark);
    if (!bytes) return;
    const picture = new Blob([/** @type {BlobPart} */ (bytes)], { type: "image/svg+xml" });
    const name = `${this.#name}-${year}`;
    if (!pixels) return keep(picture, `${name}.svg`, this.#host.say);
    const drawn = await png(picture);
    if (drawn) keep(drawn, `${name}.png`, this.#host.say);
  }
}

/**
 * Offers a file to be saved.
 * @param {Blob} blob
 * @param {string} name
 * @param {(words: string) => void} say
 */
function keep(blob, name, say) {
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  say(`${name} is saved.`);
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * An SVG as pixels, two for each of its own.
 * @param {Blob} picture
 * @returns {Promise<Blob | null>}
 */
async function png(picture) {
  const url = URL.createObjectURL(picture);
  try {
    const image = h("img", { src: url });
    await image.decode();
    const canvas = h("canvas", { width: 2 * image.naturalWidth, height: 2 * image.naturalHeight }); // not of the picture: as sharp as a fine screen
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The span of a dataset: years with a dash, dates, which have dashes themselves, with a word. @param {Shape} shape */
export function spanOf({ firstYear, lastYear }) {
  return [firstYear, lastYear].join(typeof firstYear === "number" ? "–" : " to ");
}
