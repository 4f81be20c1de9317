// Draws a list of operations, as src/web/list.rs writes it, on a 2d context of a canvas, here or in a worker.
// The operations and their arguments are described there; this only reads them.

/** @type {CanvasTextAlign[]} */
const ALIGN = ["start", "center", "end"];

/**
 * Draws a picture: sizes the canvas, clears it, and carries out each operation.
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null} context
 * @param {Int32Array} list
 * @param {string[]} strings the table that operations name colours, faces and texts from
 */
export function paint(context, list, strings) {
  if (!context) throw new Error("this canvas cannot be drawn on");
  const { canvas } = context;
  let at = 0;
  const next = () => /** @type {number} */ (list[at++]); // not of the picture: the next number of the list
  const string = () => strings[next()] ?? "";
  const start = () => {
    context.beginPath();
    context.moveTo(next(), next());
  };
  const path = () => {
    let rest = next();
    for (start(); --rest > 0;) context.lineTo(next(), next()); // not of the picture: counts the places of a path
  };
  const circle = () => {
    context.beginPath();
    context.arc(next(), next(), next(), 0, 7);
  };
  const [width, height] = [next(), next()];
  // Setting either length clears the canvas, even to the same number.
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  context.resetTransform();
  context.clearRect(0, 0, width, height);
  const scale = next() / 0x100000; // not of the picture: the list has whole numbers only
  context.scale(scale, scale);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  while (at < list.length) {
    switch (next()) {
      case 0: context.fillStyle = string(); break;
      case 1: context.strokeStyle = string(); break;
      case 2: context.lineWidth = next(); break;
      case 3: context.font = string(); break;
      case 4: context.textAlign = ALIGN[next()] ?? "start"; break;
      case 5: { const dash = [next(), next()]; context.setLineDash(dash[0] ? dash : []); break; }
      case 6: start(); context.lineTo(next(), next()); context.stroke(); break;
      case 7: path(); context.stroke(); break;
      case 8: path(); context.fill(); break;
      case 9: circle(); context.fill(); break;
      case 10: circle(); context.stroke(); break;
      case 11: context.fillText(string(), next(), next()); break;
      case 12: context.strokeText(string(), next(), next()); break;
      default: throw new Error("an unknown operation to draw");
    }
  }
}
