// What is said when the picture cannot move.
import { h } from "./dom.js";
import { failed, lateMissing, noWebassembly, notUnderstood, standsStill, startAgain, stopped, tryAgain } from "./messages-first.js";

/** After so many failures within a minute the picture stays still. */
const PATIENCE = 3;
const MINUTE = 60_000;

/** When it failed of late. */
export class Failures {
  /** @type {number[]} */
  #times = [];

  /** One more: whether it has failed too often to try again. */
  tooMany() {
    const now = performance.now();
    this.#times = [...this.#times, now].filter((time) => time > now - MINUTE); // not of the picture: how long ago it failed
    return this.#times.length >= PATIENCE;
  }
}

/**
 * A sentence, and a way to start again where that may help.
 * @param {unknown} error
 * @param {boolean} wasRunning
 * @param {(() => void) | undefined} again
 */
export function trouble(error, wasRunning, again) {
  const sentence = wasRunning ? stopped() : standsStill(reason(error));
  return [h("p", {}, sentence, " "), ...(again ? [h("button", { type: "button", onclick: again }, startAgain)] : [])];
}

/**
 * What is said when the late part did not come.
 * @param {() => void} again
 */
export function missing(again) {
  return [h("p", {}, lateMissing, " "), h("button", { type: "button", onclick: again }, tryAgain)];
}

/** @param {unknown} error */
function reason(error) {
  if (typeof WebAssembly !== "object") return noWebassembly();
  if (error instanceof WebAssembly.CompileError) return notUnderstood();
  if (error instanceof WebAssembly.RuntimeError) return failed();
  return message(error) || failed();
}

/**
 * What was thrown, in words.
 * @param {unknown} error
 */
export function message(error) {
  return error instanceof Error ? error.message : String(error);
}
