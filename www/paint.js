// Draws a list of operations, as src/web/list.rs writes it, on a 2d context of a canvas, here or in a worker.
// The operations and their arguments are described there; this only reads them.

/** What the first operations set. */
const STATE = ["fillStyle", "strokeStyle", "font", "textAlign"];

/** @returns {never} */
function fail() {
  throw new Error("this canvas cannot be drawn on");
}

/**
 * Draws a picture: sizes the canvas, clears it, and carries out each operation.
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null} context
 * @param {Int32Array} list
 * @param {string[]} strings the table that operations name colours, faces and texts from
 */
export function paint(context, list, strings) {
  if (!context) return fail();
  const { canvas } = context;
  let at = 0;
  const next = () => /** @type {number} */ (list[at++]); // not of the picture: the next number of the list
  const string = () => strings[next()] ?? "";
  const path = () => {
    context.beginPath();
    for (let rest = next(); rest > 0; rest--) context.lineTo(next(), next());
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
    const operation = next();
    switch (operation) {
      case 4: context.lineWidth = next(); break;
      case 5: { const dash = [next(), next()]; context.setLineDash(dash[0] ? dash : []); break; }
      case 6: path(); context.stroke(); break;
      case 7: path(); context.fill(); break;
      case 8: circle(); context.fill(); break;
      case 9: circle(); context.stroke(); break;
      case 10: context.fillText(string(), next(), next()); break;
      case 11: context.strokeText(string(), next(), next()); break;
      default: /** @type {Record<string, any>} */ (context)[STATE[operation] ?? fail()] = string();
    }
  }
}
