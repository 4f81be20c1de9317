// The list of problems beside the table: each leads to its cell, and has a button where one thing is likely to be meant.
import { h } from "./dom.js";
import { find } from "./find.js";

/**
 * @typedef {import("./workbench-core.js").Answer} Answer
 * @typedef {import("./workbench-core.js").Problem} Problem
 *
 * @typedef {object} ProblemsHost
 * @property {(problem: Problem) => void} goTo
 * @property {(problem: Problem) => void} correct
 * @property {() => void} mend
 */

/** So many are listed until a reader asks for more. */
const SHOWN = 50;

/** The list, and what can be mended at once. */
export class Problems {
  #host;
  #box = find("#problems", HTMLElement);
  #mends = find("#mends", HTMLElement);
  #report = h("pre", { tabIndex: 0, "aria-label": "The report as text" });
  #details = h("details", { className: "report" }, h("summary", {}, "The report as text, as the command line prints it"), this.#report);
  #shown = SHOWN;

  /** @param {ProblemsHost} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {Answer} answer
   * @param {string} report
   */
  show(answer, report) {
    this.#showMends(answer);
    // What must be mended first, first.
    const problems = answer.problems.toSorted((one, other) => Number(one.allowed) - Number(other.allowed)); // not of the picture: errors before warnings
    const list = h("ol", { className: "list" }, ...problems.slice(0, this.#shown).map((problem) => this.#item(problem)));
    const left = answer.further + Math.max(0, problems.length - this.#shown); // not of the picture: how many are not listed
    const more = h("p", { className: "foot" }, `${left} more. `);
    if (problems.length > this.#shown) {
      more.append(h("button", { type: "button", onclick: () => {
        this.#shown += SHOWN; // not of the picture: how many are listed
        this.show(answer, report);
      } }, "Show more"));
    }
    this.#report.textContent = report;
    const none = h("p", { className: "nothing" }, "No mistakes: everything in the table is understood.");
    this.#box.replaceChildren(...(problems.length ? [list] : [none]), ...(left ? [more] : []), this.#details);
  }

  /** @param {Problem} problem */
  #item(problem) {
    const { allowed, message, note, hint, place, code, correction } = problem;
    const where = `${place.address}${place.field ? ` (${place.field})` : ""}`;
    const words = [h("b", {}, message), h("span", { className: "where" }, h("span", {}, allowed ? "warning" : "error"), ` ${code} · ${where}`)];
    const item = h("li", { className: allowed ? "warning" : "error" },
      place.row === null ? h("div", { className: "go" }, ...words) : h("button", { type: "button", className: "go", onclick: () => this.#host.goTo(problem) }, ...words));
    item.dataset.code = code;
    if (note) item.append(h("p", { className: "note" }, note));
    if (hint) item.append(h("p", { className: "hint" }, hint));
    if (correction !== null) {
      item.append(h("button", { type: "button", className: "fix", "aria-label": `Write ${correction} at ${where}`, onclick: () => this.#host.correct(problem) }, "Write ", h("code", {}, correction)));
    }
    return item;
  }

  /** @param {Answer} answer */
  #showMends({ mends: { count, lines } }) {
    this.#mends.hidden = count === 0;
    if (!count) return;
    const difference = lines.flatMap(({ line, before, after }) => [h("dt", {}, `Line ${line}`), h("dd", {}, h("del", {}, before)), h("dd", {}, h("ins", {}, after))]);
    this.#mends.replaceChildren(
      h("p", {}, `${count === 1 ? "One line" : `${count} lines`} can be mended without asking: blanks at the ends of values, dates that can be read in one way only. `,
        h("button", { type: "button", className: "fix", onclick: () => this.#host.mend() }, count === 1 ? "Mend it" : "Mend them")),
      h("details", {}, h("summary", {}, "What will change"), h("dl", {}, ...difference)));
  }
}
