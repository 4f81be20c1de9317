// The wasm in its two parts: each compiled once for the page, one instance with a memory of its own for each view.
import { glue } from "./detente.js";
import { lateProgram, program } from "./source.js";

/** @param {() => Promise<Response>} source */
async function compile(source) {
  const response = await source();
  if (!response.ok) throw new Error(`the program answered ${response.status}`);
  // Under another type, as some hosts send it, it cannot be compiled while it comes.
  if (response.headers.get("content-type") !== "application/wasm") return WebAssembly.compile(await response.arrayBuffer());
  return WebAssembly.compileStreaming(response);
}

/**
 * Compiles a part once; a failure is tried again the next time.
 * @param {() => Promise<Response>} source
 */
function once(source) {
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let compiled;
  return () => {
    compiled ??= compile(source);
    compiled.catch(() => { compiled = undefined; });
    return compiled;
  };
}

const first = once(program);
const late = once(lateProgram);

/** The class of a fresh instance of the core, and what brings the late part into the same instance. */
export async function core() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const fresh = glue();
  const shared = /** @type {WebAssembly.ModuleImports} */ (await fresh({ module_or_path: await first() }));
  return {
    Core: fresh.Detente,
    // The late part imports all that it shares from the exports of the first, under the name that the build gives it.
    complete: async () => { await WebAssembly.instantiate(await late(), { a: shared }); },
  };
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
