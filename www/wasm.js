// The wasm: compiled once for the page, one instance with a memory of its own for each view.
import { glue } from "./detente.js";
import { program } from "./source.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** Compiles the module, once; a failure is tried again the next time. */
function compile() {
  compiled ??= (async () => {
    const response = await program();
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

/** The class of a fresh instance of the core. */
export async function core() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const fresh = glue();
  await fresh({ module_or_path: await compile() });
  return fresh.Detente;
}

/**
 * Gives the memory of an instance back.
 * @param {import("./detente.js").Detente | undefined} instance
 */
export function free(instance) {
  try {
    instance?.free();
  } catch {
    // An instance that panicked cannot be freed; it goes with its memory.
  }
}
