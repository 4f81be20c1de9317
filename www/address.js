// The address of the page as the memory of the view: #year=1972&focus=KOR&compare=1953.
import { setting, readStep } from "./settings.js";

/**
 * Where a view starts.
 * @typedef {import("./settings.js").Step} Step
 * @typedef {{ year?: Step | undefined, focus?: string | undefined, compare?: Step | undefined }} Place
 */

/**
 * What the address asks for, or else the attributes.
 * @param {Element} view
 * @returns {Place}
 */
export function readAddress(view) {
  const hash = new URLSearchParams(view.hasAttribute("address") ? location.hash.slice(1) : "");
  return {
    year: readStep(hash.get("year")) ?? setting(view, "year"),
    focus: hash.get("focus") ?? view.getAttribute("focus") ?? undefined,
    compare: readStep(hash.get("compare")) ?? setting(view, "compare"),
  };
}

/**
 * Where a view is.
 * @param {import("./detente.js").Detente} core
 * @returns {Place}
 */
export function placeOf(core) {
  const compared = core.compared();
  return { year: core.idOf(core.destination()), focus: core.focused(), compare: compared === undefined ? compared : core.idOf(compared) };
}

/**
 * Keeps what is shown in the address; as a step that Back undoes if `push`.
 * @param {Place} place
 * @param {boolean} push
 */
export function writeAddress({ year, focus, compare }, push) {
  const hash = new URLSearchParams({ year: String(year) });
  if (focus) hash.set("focus", focus);
  if (compare !== undefined) hash.set("compare", String(compare));
  if (`#${hash}` === location.hash) return;
  try {
    history[push ? "pushState" : "replaceState"](null, "", `#${hash}`);
  } catch {
    // A sandboxed frame may not touch its address; the view works all the same.
  }
}
