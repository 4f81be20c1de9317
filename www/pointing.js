// Pointer and arrow keys on the picture: hover, tap, going round, and the horizontal drag that moves time.
import { modified } from "./dom.js";
import { Drag } from "./drag.js";

/** Which arrow key leads where. @type {Record<string, string>} */
const DIRECTIONS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "in", ArrowDown: "out" };
/** From how far a drag is a drag, in CSS pixels. */
const DRAG = 8;
/** How near the pointer must be, in CSS pixels. @type {Record<string, number>} */
const REACH = { mouse: 5, pen: 10, touch: 20 };

/**
 * @typedef {object} PointingHost
 * @property {(x: number, y: number, reach: number) => void} point
 * @property {(x: number, y: number, reach: number, keepTip: boolean) => void} pick
 * @property {() => boolean} pickPointed
 * @property {() => void} leave
 * @property {(direction: string) => void} navigate
 * @property {(distance: number, width: number) => void} drag
 * @property {() => void} release
 */

/**
 * Listens on the canvas and asks its host.
 * @param {HTMLCanvasElement} canvas
 * @param {PointingHost} host
 */
export function listenToPointer(canvas, host) {
  const reach = (/** @type {PointerEvent} */ event) => REACH[event.pointerType] ?? 5;
  const drag = new Drag(canvas, DRAG, {
    start: () => host.leave(),
    move: (_, distance) => host.drag(distance, canvas.clientWidth),
    end: () => host.release(),
    // A finger does not hover: what it taps is told beside the mark, and in full below.
    tap: (event) => host.pick(event.offsetX, event.offsetY, reach(event), event.pointerType === "touch"),
    hover: (event) => { if (event.pointerType !== "touch") host.point(event.offsetX, event.offsetY, reach(event)); },
  });
  canvas.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse" && !drag.dragging) host.leave();
  });
  canvas.addEventListener("blur", () => host.leave());
  canvas.addEventListener("keydown", (event) => {
    if (modified(event)) return;
    const direction = DIRECTIONS[event.key];
    if (direction) host.navigate(direction);
    if (direction || (event.key === "Enter" && host.pickPointed())) event.preventDefault();
  });
}
