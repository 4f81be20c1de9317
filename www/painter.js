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
 * @property {number} width in device pixels
 * @property {number} height in device pixels
 * @property {number} scale device pixels for each unit of the list
 * @property {number} known how many strings of the table stay as they are
 * @property {string[]} fresh those that follow on them
 */

/** @type {Map<number, { context: OffscreenCanvasRenderingContext2D, strings: string[] }>} */
const canvases = new Map();

/** @param {MessageEvent<Order>} order */
onmessage = ({ data: { id, canvas, picture } }) => {
  if (canvas) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this canvas cannot be drawn on");
    canvases.set(id, { context, strings: [] });
    postMessage({ id });
    return;
  }
  const known = canvases.get(id);
  if (!picture) canvases.delete(id);
  if (!picture || !known) return;
  draw(known.context, known.strings, picture);
  // In a task of its own, after the one in which the picture is handed on.
  setTimeout(() => postMessage({ id, list: picture.list }, { transfer: [picture.list.buffer] }));
};

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {string[]} strings
 * @param {Picture} picture
 */
function draw(context, strings, { list, length, width, height, scale, known, fresh }) {
  const { canvas } = context;
  strings.length = known;
  strings.push(...fresh);
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  paint(context, list.subarray(0, length), strings, scale);
}
