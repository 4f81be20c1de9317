// The glue of the workbench's program, made by the build.
import type { Workbench } from "./workbench.js";

interface Instance {
  (options: { module_or_path: WebAssembly.Module | Response | Promise<Response> }): Promise<unknown>;
  Workbench: { new (): Workbench; largest(): number };
}

/** Makes a fresh instance at every call. */
export function glue(): Instance;
