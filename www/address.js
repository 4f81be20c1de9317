// The address of the page as the memory of the view: #year=1972&focus=KOR&compare=1953.
import { setting } from "./settings.js";

/** What the address asks for, or else the attributes. */
export function readAddress(view) {
  const hash = new URLSearchParams(view.hasAttribute("address") ? location.hash.slice(1) : "");
  const year = (name) => (/^\d{4}$/.test(hash.get(name) ?? "") ? Number(hash.get(name)) : setting(view, name));
  return { year: year("year") ?? NaN, focus: hash.get("focus") ?? view.getAttribute("focus") ?? undefined, compare: year("compare") };
}

/** Keeps what is shown in the address; as a step that Back undoes if `push`. */
export function writeAddress({ year, focus, compare }, push) {
  const hash = new URLSearchParams({ year: String(year) });
  if (focus) hash.set("focus", focus);
  if (compare) hash.set("compare", String(compare));
  if (`#${hash}` === location.hash) return;
  try {
    history[push ? "pushState" : "replaceState"](null, "", `#${hash}`);
  } catch {
    // A sandboxed frame may not touch its address; the view works all the same.
  }
}
