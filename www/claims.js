// The filter of the claims: by verdict and section, kept in the address. Without it everything is shown.
import { find } from "./find.js";

const form = find(".filter", HTMLFormElement);
const verdict = find("[name=verdict]", HTMLSelectElement, form);
const section = find("[name=section]", HTMLSelectElement, form);
const count = find("output", HTMLOutputElement, form);
const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".part")]);

for (const part of parts) section.append(new Option(find("h2", HTMLHeadingElement, part).textContent, part.dataset.section));

function show() {
  for (const part of parts) {
    for (const claim of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(".claim"))) {
      claim.hidden = [[verdict.value, claim.dataset.verdict], [section.value, claim.dataset.section]].some(([asked, own]) => asked && own !== asked);
    }
    part.hidden = !part.querySelector(".claim:not([hidden])");
  }
  const shown = document.querySelectorAll(".claim:not([hidden])").length;
  count.textContent = `${shown} ${shown === 1 ? "claim" : "claims"}`;
}

function read() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const known = (/** @type {HTMLSelectElement} */ select, /** @type {string} */ value) => [...select.options].some((option) => option.value === value) ? value : "";
  verdict.value = known(verdict, hash.get("verdict") ?? "");
  section.value = known(section, hash.get("section") ?? "");
  show();
}

form.addEventListener("change", () => {
  const hash = new URLSearchParams();
  if (verdict.value) hash.set("verdict", verdict.value);
  if (section.value) hash.set("section", section.value);
  history.replaceState(null, "", hash.size ? `#${hash}` : location.pathname);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", () => {
  // A claim's own address leaves the filter as it is, unless it hides that claim.
  const target = document.getElementById(location.hash.slice(1));
  if (!target) read();
  else if (target.hidden) {
    form.reset();
    show();
    target.scrollIntoView();
  }
});
form.hidden = false;
read();
if (location.hash.startsWith("#claim-")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
