// What stays the same for long, as shapes of SVG: they are part of the page's own picture, where a canvas is a picture
// of its own that is put on the page anew in each frame.
import { svg } from "./dom.js";
import { paint } from "./paint.js";

/**
 * Puts a picture into an element.
 * @param {HTMLElement} element
 * @param {Int32Array} list
 * @param {string[]} strings
 */
export function sketch(element, list, strings) {
  const all = svg("g", {});
  const picture = svg("svg", {}, all);
  let strokeDasharray = "";
  // The shape that is filled or stroked next.
  let shape = all;
  const add = (/** @type {string} */ fill, /** @type {string} */ stroke) => {
    Object.assign(shape.style, { fill, stroke, strokeWidth: context.lineWidth, strokeDasharray });
    all.append(shape);
  };
  const write = (/** @type {string} */ words, /** @type {number} */ x, /** @type {number} */ y) => {
    shape = svg("text", { x, y, "text-anchor": context.textAlign.replace("center", "middle") }, words);
    shape.style.font = context.font;
  };
  const fill = () => add(context.fillStyle, "none");
  const stroke = () => add("none", context.strokeStyle);
  /** What `paint` asks of a 2d context. @type {any} */
  const context = {
    canvas: {},
    resetTransform() {},
    clearRect: (/** @type {number[]} */ ...box) => picture.setAttribute("viewBox", String(box)),
    scale: (/** @type {number} */ factor) => all.setAttribute("transform", `scale(${factor})`),
    setLineDash: (/** @type {number[]} */ dash) => { strokeDasharray = String(dash); },
    beginPath: () => { shape = svg("path", { d: "" }); },
    lineTo: (/** @type {number[]} */ ...place) => {
      const path = shape.getAttribute("d");
      shape.setAttribute("d", `${path}${path ? "L" : "M"}${place}`);
    },
    arc: (/** @type {number} */ cx, /** @type {number} */ cy, /** @type {number} */ r) => { shape = svg("circle", { cx, cy, r }); },
    fill,
    stroke,
    fillText: (/** @type {[string, number, number]} */ ...text) => {
      write(...text);
      fill();
    },
    strokeText: (/** @type {[string, number, number]} */ ...text) => {
      write(...text);
      stroke();
    },
  };
  paint(context, list, strings);
  element.replaceChildren(picture);
}
