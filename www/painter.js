// A worker that draws: it is sent canvases, and lists of operations to draw on them.
import { paint } from "./paint.js";

/**
 * What the worker is told of one canvas: first the canvas, then pictures; nothing but its number when it is gone.
 * @typedef {object} Order
 * @property {number} id of the canvas
 * @property {OffscreenCanvas} [canvas]
 * @property {Picture} [picture]
 */

/**
 * @typedef {object} Picture
 * @property {Int32Array} list of operations, and room behind them
 * @property {number} length of the list
 * @property {number} known how many strings of the table stay as they are
 * @property {string[]} fresh those that follow on them
 */

/** @type {Map<number, { context: OffscreenCanvasRenderingContext2D | null, strings: string[] }>} */
const canvases = new Map();

/** @param {MessageEvent<Order>} order */
onmessage = ({ data: { id, canvas, picture } }) => {
  if (canvas) {
    canvases.set(id, { context: canvas.getContext("2d"), strings: [] });
    canvas.addEventListener("contextrestored", () => postMessage({ id, lost: true }));
    return postMessage({ id });
  }
  const known = canvases.get(id);
  if (!picture) canvases.delete(id);
  if (!picture || !known) return;
  const { context, strings } = known;
  strings.length = picture.known;
  strings.push(...picture.fresh);
  paint(context, picture.list.subarray(0, picture.length), strings);
  // In a task of its own, after the one in which the picture is handed on.
  setTimeout(() => postMessage({ id, list: picture.list }, { transfer: [picture.list.buffer] }));
};
