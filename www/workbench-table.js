// The table of the workbench: cells to read and to write, each problem in the row where it is, and what each column is
// read as.
import { h } from "./dom.js";
import { find } from "./find.js";

/**
 * @typedef {import("./workbench-core.js").Answer} Answer
 * @typedef {import("./workbench-core.js").Line} Line
 * @typedef {import("./workbench-core.js").Problem} Problem
 * @typedef {import("./workbench-core.js").Place} Place
 */

/** So many rows are shown at a time. */
const ROWS = 100;
/** How long a reader must stop typing before a cell is written: milliseconds. */
const PAUSE = 350;

/** What a column can be read as, in words. @type {Record<string, string>} */
const MEANINGS = {
  "-": "not read", a: "one actor", b: "the other actor", from: "first day or year", to: "first day it no longer held",
  until: "last day or year", year: "one year", spells: "intervals", stance: "how they stood: number or name",
  kind: "how they stood: a word", weight: "how strong: a number", why: "why",
};

/**
 * What the table asks for.
 * @typedef {object} TableHost
 * @property {(file: string, from: number, count: number) => Promise<Line[]>} rows
 * @property {(file: string, row: number, column: number, value: string) => void} edit
 * @property {(file: string) => void} addRow
 * @property {(file: string, row: number) => void} deleteRow
 * @property {(column: string, meaning: string) => void} readAs
 */

/** The table of one file, and the choice of a file where there are several. */
export class Table {
  #host;
  #tabs = find("#tabs", HTMLElement);
  #box = find("#sheet", HTMLElement);
  /** @type {Answer | undefined} */
  #answer;
  #file = "";
  /** The first row that is shown, after the head. */
  #from = 1;
  /** What the cells were made for: where that stays, they stay. */
  #made = "";
  /** @type {Map<string, HTMLInputElement>} */
  #cells = new Map();
  /** @type {Map<HTMLInputElement, ReturnType<typeof setTimeout>>} */
  #typing = new Map();
  /** The cell that the tab key reaches. @type {HTMLInputElement | undefined} */
  #current;

  /** @param {TableHost} host */
  constructor(host) {
    this.#host = host;
    this.#box.addEventListener("input", ({ target }) => { if (target instanceof HTMLInputElement && target.dataset.row) this.#typed(target); });
    this.#box.addEventListener("change", ({ target }) => { if (target instanceof HTMLInputElement && target.dataset.row) this.#write(target); });
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("focusin", ({ target }) => { if (target instanceof HTMLInputElement && target.dataset.row) this.#reachable(target); });
  }

  /** Other files: from their beginning. */
  reset() {
    this.#file = "";
    this.#from = 1;
    this.#made = "";
  }

  /** What is typed and not yet written is written now. */
  flush() {
    for (const input of [...this.#typing.keys()]) this.#write(input);
  }

  /** @param {Answer} answer */
  async show(answer) {
    this.#answer = answer;
    const shown = answer.files.filter(({ isText }) => isText);
    if (!shown.some(({ name }) => name === this.#file)) {
      const wrong = answer.problems.find(({ place }) => shown.some(({ name }) => name === place.file));
      this.#file = (answer.files.length > 1 ? wrong?.place.file : undefined) ?? shown[0]?.name ?? "";
      this.#from = 1;
    }
    this.#showTabs();
    await this.#showRows();
  }

  /**
   * The cell of a problem, on the screen and with the focus.
   * @param {Place} place
   */
  async goTo({ file, row, column }) {
    if (row === null || !this.#answer) return;
    const first = row === 0 ? this.#from : 1 + ROWS * Math.floor((row - 1) / ROWS); // not of the picture: the page of a table that a row is on
    if (file !== this.#file || first !== this.#from) {
      this.#file = file;
      this.#from = first;
      this.#showTabs();
      await this.#showRows();
    }
    const cell = this.#cells.get(`${row} ${column ?? 0}`);
    cell?.scrollIntoView({ block: "center", inline: "center" });
    cell?.focus({ preventScroll: true });
    cell?.select();
  }

  #showTabs() {
    const files = this.#answer?.files ?? [];
    this.#tabs.hidden = files.length < 2;
    this.#tabs.replaceChildren(...files.map(({ name, isText }) => {
      const wrong = this.#problems(name).filter(({ allowed }) => !allowed).length;
      const tab = h("button", { type: "button", disabled: !isText, "aria-pressed": String(name === this.#file), onclick: () => {
        this.#file = name;
        this.#from = 1;
        this.#showTabs();
        this.#showRows();
      } }, name);
      if (wrong) tab.append(" ", h("span", { className: "badge" }, String(wrong)), h("span", { className: "sr" }, wrong === 1 ? " error" : " errors"));
      return tab;
    }));
  }

  /** @param {string} file */
  #problems(file) {
    return this.#answer?.problems.filter(({ place }) => place.file === file) ?? [];
  }

  async #showRows() {
    const [answer, file] = [this.#answer, this.#file];
    const shape = answer?.files.find(({ name }) => name === file);
    if (!answer || !shape) {
      this.#made = "";
      this.#cells.clear();
      return this.#box.replaceChildren(h("p", { className: "nothing" }, "There is nothing that can be shown as a table."));
    }
    const [head, rest] = await Promise.all([
      shape.isTable ? this.#host.rows(file, 0, 1) : Promise.resolve([]),
      shape.isTable ? this.#host.rows(file, this.#from, ROWS) : this.#host.rows(file, this.#from - 1, ROWS), // not of the picture: a file that is no table has no head
    ]);
    if (answer !== this.#answer || file !== this.#file) return;
    const made = JSON.stringify([file, this.#from, rest.map(({ cells }) => cells.length), head[0]?.cells.length]);
    if (made === this.#made) this.#refresh([...head, ...rest]);
    else this.#build(shape.isTable, head[0], rest, shape.rows);
    this.#made = made;
    this.#columns(head[0]?.cells ?? []);
    this.#mark();
  }

  /**
   * The same cells with other values; one that is being written is left alone.
   * @param {Line[]} lines
   */
  #refresh(lines) {
    for (const { row, cells } of lines) {
      cells.forEach((value, column) => {
        const input = this.#cells.get(`${row} ${column}`);
        if (input && input.value !== value && !this.#typing.has(input)) input.value = value;
      });
    }
  }

  /**
   * @param {boolean} isTable
   * @param {Line | undefined} head
   * @param {Line[]} lines
   * @param {number} rows
   */
  #build(isTable, head, lines, rows) {
    this.flush();
    this.#cells.clear();
    this.#current = undefined;
    const file = this.#file;
    const names = head?.cells ?? [];
    const row = (/** @type {Line} */ { row, line, cells }) => h("tr", { "data-row": String(row) },
      h("th", { scope: "row", className: "line" }, String(line)),
      ...cells.map((value, column) => h("td", {}, this.#cell(row, column, value, `${names[column] || `column ${column + 1}`}, line ${line}`))), // not of the picture: a column without a name
      ...(isTable ? [h("td", { className: "tool" }, h("button", { type: "button", tabIndex: -1, "aria-label": `Delete line ${line}`, title: `Delete line ${line}`, onclick: () => this.#host.deleteRow(file, row) }, "×"))] : []));
    const widest = lines.reduce((most, { cells }) => Math.max(most, cells.length), names.length); // not of the picture: how many columns there are
    const table = h("table", { className: isTable ? "grid" : "grid text" },
      h("caption", { className: "sr" }, `${file}: arrow keys move between cells`),
      ...(head ? [h("thead", {}, h("tr", { "data-row": "0" }, h("th", { scope: "col", className: "line" }, h("span", { className: "sr" }, "Line")),
        ...names.map((name, column) => h("th", { scope: "col" }, this.#cell(0, column, name, `Name of column ${column + 1}`), h("div", { className: "reading-of" }))), // not of the picture: columns are counted from 1
        h("td", { className: "tool" })))] : []),
      h("tbody", {}, ...lines.map(row)));
    table.dataset.columns = String(widest + 2); // not of the picture: the number of the line and the button beside the cells
    const last = this.#from + lines.length - 1; // not of the picture: the last row that is shown
    const all = isTable ? rows - 1 : rows; // not of the picture: the head is no row of the table
    const page = (/** @type {string} */ words, /** @type {number} */ to, /** @type {boolean} */ can) =>
      h("button", { type: "button", disabled: !can, onclick: () => { this.#from = to; this.#showRows(); } }, words);
    const foot = h("p", { className: "foot" });
    if (isTable) foot.append(h("button", { type: "button", onclick: () => this.#host.addRow(file) }, "Add a row"), " ");
    if (all > ROWS) {
      foot.append(page("Earlier", this.#from - ROWS, this.#from > 1), " ", // not of the picture: the page before
        h("span", {}, `Rows ${this.#from} to ${last} of ${all}`), " ", page("Later", this.#from + ROWS, last < all)); // not of the picture: the next page
    }
    this.#box.replaceChildren(h("div", { className: "scroll" }, table), foot);
    const first = this.#cells.values().next().value;
    if (first) this.#reachable(first);
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {string} value
   * @param {string} label
   */
  #cell(row, column, value, label) {
    const input = h("input", { type: "text", value, tabIndex: -1, spellcheck: false, autocomplete: "off", "data-row": String(row), "data-column": String(column), "aria-label": label });
    input.size = Math.min(34, Math.max(6, value.length)); // not of the picture: as wide as its text
    this.#cells.set(`${row} ${column}`, input);
    return input;
  }

  /**
   * What each column is read as, to be set.
   * @param {string[]} names
   */
  #columns(names) {
    const answer = this.#answer;
    const boxes = [...this.#box.querySelectorAll(".reading-of")];
    const readings = answer?.columns.filter(({ file }) => file === this.#file) ?? [];
    const settable = readings.some(({ read_as: as }) => as === "a") || answer?.files.length === 1;
    boxes.forEach((box, column) => {
      const name = names[column] ?? "";
      const reading = readings.find((one) => one.column === name.trim());
      if (!reading || !settable) return box.replaceChildren(...(reading ? [h("span", {}, reading.read_as || "not read")] : []));
      const known = reading.read_as || "-";
      const values = [...new Set(["-", ...answer?.meanings ?? [], known])];
      const select = h("select", { "aria-label": `What the column ${name} is read as`, title: reading.note },
        ...values.map((value) => h("option", { value, selected: value === known }, MEANINGS[value] ?? value)));
      select.onchange = () => this.#host.readAs(name, select.value);
      if (document.activeElement === box.firstElementChild && box.firstElementChild instanceof HTMLSelectElement && box.firstElementChild.value === known) return;
      box.replaceChildren(select);
    });
  }

  /** Marks the cells of problems, and says below each row what is wrong in it. */
  #mark() {
    for (const note of this.#box.querySelectorAll("tr.notes")) note.remove();
    for (const cell of this.#cells.values()) {
      cell.removeAttribute("aria-invalid");
      cell.removeAttribute("aria-describedby");
      cell.parentElement?.classList.remove("error", "warning");
    }
    const columns = Number(this.#box.querySelector("table")?.dataset.columns ?? 1);
    /** @type {Map<number, Problem[]>} */
    const byRow = new Map();
    for (const problem of this.#problems(this.#file)) {
      const { row } = problem.place;
      if (row !== null) byRow.set(row, [...byRow.get(row) ?? [], problem]);
    }
    for (const [row, problems] of byRow) {
      const line = this.#box.querySelector(`tr[data-row="${row}"]`);
      if (!line) continue;
      const id = `notes-${row}`;
      const notes = problems.map((problem) => {
        const kind = problem.allowed ? "warning" : "error";
        const cell = problem.place.column === null ? undefined : this.#cells.get(`${row} ${problem.place.column}`);
        cell?.setAttribute("aria-describedby", id);
        if (!problem.allowed) cell?.setAttribute("aria-invalid", "true");
        (cell?.parentElement ?? line).classList.add(kind);
        return h("p", { className: kind }, h("b", {}, problem.place.field ? `${problem.place.field}: ` : ""), problem.message, problem.hint ? h("span", {}, ` – ${problem.hint}`) : "");
      });
      const note = h("tr", { className: "notes" }, h("td", { colSpan: columns }, h("div", { id }, ...notes)));
      line.after(note);
    }
  }

  /** @param {HTMLInputElement} input */
  #typed(input) {
    clearTimeout(this.#typing.get(input));
    this.#typing.set(input, setTimeout(() => this.#write(input), PAUSE));
  }

  /** @param {HTMLInputElement} input */
  #write(input) {
    if (!this.#typing.has(input)) return;
    clearTimeout(this.#typing.get(input));
    this.#typing.delete(input);
    this.#host.edit(this.#file, Number(input.dataset.row), Number(input.dataset.column), input.value);
  }

  /** @param {HTMLInputElement} input */
  #reachable(input) {
    if (this.#current) this.#current.tabIndex = -1;
    this.#current = input;
    input.tabIndex = 0;
  }

  /** From cell to cell with the arrow keys; to the sides only from the end of the text. @param {KeyboardEvent} event */
  #key(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (!(target instanceof HTMLInputElement) || !target.dataset.row || altKey || ctrlKey || metaKey) return;
    const cells = [...this.#cells.values()];
    const same = cells.filter(({ dataset }) => dataset.column === target.dataset.column);
    const atStart = target.selectionEnd === 0, atEnd = target.selectionStart === target.value.length;
    const next = (/** @type {HTMLInputElement[]} */ list, /** @type {number} */ by) => list[list.indexOf(target) + by]; // not of the picture: the cell beside another
    const to = key === "ArrowUp" ? next(same, -1)
      : key === "ArrowDown" || key === "Enter" ? next(same, 1)
        : key === "ArrowLeft" && atStart ? next(cells, -1) : key === "ArrowRight" && atEnd ? next(cells, 1) : undefined;
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.select();
  }
}
