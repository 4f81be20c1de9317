// The first buttons of the page: each leads the keyboard past everything else to a part of the view.

/** What of the view each leads to. @type {Record<string, string>} */
const PARTS = { year: ".slider", find: ".sought", list: ".scroll", compare: ".compare select", table: ".table > summary" };

/**
 * Has the buttons lead to the parts of this view.
 * @param {Document} page
 * @param {Element} whole the view
 */
export function skips(page, whole) {
  // The view is there now: an address of a year leads to no still picture any longer, and leaves the keyboard where it is.
  for (const still of page.querySelectorAll("detente-view > [id^='year=']")) still.removeAttribute("id");
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-skip]"))) {
    button.onclick = () => /** @type {HTMLElement | null} */ (whole.querySelector(PARTS[button.dataset.skip ?? ""] ?? ""))?.focus();
    button.parentElement?.removeAttribute("hidden");
  }
  // WebKit goes to the picture that the address names before a script can rename it, and the keyboard with it.
  const first = page.querySelector(".skip");
  if (!(first instanceof HTMLElement) || page.activeElement !== page.body || !page.querySelector(".still:target")) return;
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.blur();
  first.removeAttribute("tabindex");
}
