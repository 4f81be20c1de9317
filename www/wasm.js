// The wasm: compiled once for the page, one instance with a memory of its own for each view.

const address = new URL("./detente_bg.wasm", import.meta.url);
let compiled;
let instances = 0;

/** Compiles the module, once; a failure is tried again the next time. */
function compile() {
  compiled ??= (async () => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the program answered ${response.status}`);
    const copy = response.clone();
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      // Some hosts send wasm under another type.
      return await WebAssembly.compile(await copy.arrayBuffer());
    }
  })();
  compiled.catch(() => { compiled = undefined; });
  return compiled;
}

/**
 * A fresh instance of the core. The glue keeps one instance to a module, so
 * each further one imports the glue under a name of its own.
 * @returns {Promise<new (rings: HTMLCanvasElement, marks: HTMLCanvasElement, strip: HTMLCanvasElement) => object>}
 */
export async function core() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const which = instances++;
  const [module, glue] = await Promise.all([
    compile(),
    which === 0 ? import("./detente.js") : import(`./detente.js?instance=${which}`),
  ]);
  await glue.default({ module_or_path: module });
  return glue.Detente;
}
