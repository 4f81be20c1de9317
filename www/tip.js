// The card beside the pointer: who it is, how they stand, since when, why, and who says so.
import { h, swatch } from "./dom.js";

/**
 * Shows a card within a picture of that size, or hides it when there is none.
 * @param {HTMLElement} tip
 * @param {import("./detente.js").CardText | undefined} card
 * @param {{ width: number, height: number }} size
 */
export function showTip(tip, card, { width, height }) {
  tip.hidden = !card?.place;
  if (!card?.place) return;
  const [x, y] = card.place;
  const source = card.sources[0];
  tip.replaceChildren(
    h("p", { className: "tip-name" }, swatch(card.color, card.stance === undefined), h("b", {}, card.name), `: ${card.stanceName}`),
    ...(card.since ? [h("p", { className: "when" }, `since ${card.since}`)] : []),
    ...(card.why ? [h("p", {}, card.why)] : []),
    ...(source ? [h("p", { className: "when" }, source.publisher || source.title)] : []),
    ...(card.doubt ? [h("p", { className: "doubt" }, card.doubt)] : []),
  );
  const above = y > tip.offsetHeight + 24;
  tip.style.setProperty("left", `${Math.min(Math.max(x - 132, 4), Math.max(4, width - 268))}px`);
  tip.style.setProperty(above ? "bottom" : "top", `${(above ? height - y : y) + 18}px`);
  tip.style.setProperty(above ? "top" : "bottom", "auto");
}
