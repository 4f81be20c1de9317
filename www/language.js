// The language of a view's words.
import { setting } from "./settings.js";

/**
 * The language that the attribute `lang` of the view asks for, or else that of the nearest element round it that has
 * one; English, where there are no words in that language.
 * @param {HTMLElement} view
 */
export function languageOf(view) {
  if (view.lang) return setting(view, "lang");
  const asked = view.hasAttribute("address") && new URLSearchParams(location.search).get("lang")?.match(/^(en|it|ko|ar)\b/)?.[0];
  if (asked) return asked;
  /** @type {Element | null | undefined} */
  let near = view;
  while (near) {
    const found = near.closest("[lang]");
    if (found) return found.getAttribute("lang")?.match(/^(it|ko|ar)\b/)?.[0] ?? "en";
    const root = near.getRootNode();
    near = root instanceof ShadowRoot ? root.host : null;
  }
  return "en";
}
