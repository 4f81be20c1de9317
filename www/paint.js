// Draws a list of operations, as src/web/list.rs writes it, on a 2d context of a canvas, here or in a worker.
// The operations and their arguments are described there; this only reads them.

/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context */

/** @type {CanvasTextAlign[]} */
const ALIGN = ["start", "center", "end"];
const TURN = 2 * Math.PI; // not of the picture: a whole circle, as `arc` wants it

/**
 * Draws a picture: clears the canvas, and carries out each operation.
 * @param {Context} context
 * @param {Int32Array} list
 * @param {string[]} strings the table that operations name colours, faces and texts from
 * @param {number} scale device pixels for each unit of the list
 */
export function paint(context, list, strings, scale) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  let at = 0;
  const next = () => /** @type {number} */ (list[at++]); // not of the picture: the next number of the list
  const string = () => strings[next()] ?? "";
  const trace = () => {
    context.beginPath();
    context.moveTo(next(), next());
  };
  const lines = () => {
    for (let count = next(), place = 0; place < count; place++) {
      if (place) context.lineTo(next(), next());
      else trace();
    }
  };
  const circle = () => {
    context.beginPath();
    context.arc(next(), next(), next(), 0, TURN);
  };
  while (at < list.length) {
    switch (next()) {
      case 0: context.fillStyle = string(); break;
      case 1: context.strokeStyle = string(); break;
      case 2: context.lineWidth = next(); break;
      case 3: context.font = string(); break;
      case 4: context.textAlign = ALIGN[next()] ?? "start"; break;
      case 5: { const [on, off] = [next(), next()]; context.setLineDash(on ? [on, off] : []); break; }
      case 6: trace(); context.lineTo(next(), next()); context.stroke(); break;
      case 7: lines(); context.stroke(); break;
      case 8: lines(); context.fill(); break;
      case 9: circle(); context.fill(); break;
      case 10: circle(); context.stroke(); break;
      case 11: context.fillText(string(), next(), next()); break;
      case 12: context.strokeText(string(), next(), next()); break;
      default: throw new Error("an unknown operation to draw");
    }
  }
}
