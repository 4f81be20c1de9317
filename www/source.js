// Where the program and the first dataset's texts come from: files beside the script, nobody else's.

/** What the files must be; the build of the one script that hosts check by its own hash fills it in. */
const INTEGRITY = { program: "", late: "", texts: "" };

/** The program, as a response. */
export function program() {
  return fetch(new URL("./detente_bg.wasm", import.meta.url), { integrity: INTEGRITY.program });
}

/** What of it comes after the first frame; empty where the program is in one part. */
export function lateProgram() {
  return fetch(new URL("./detente_late.wasm", import.meta.url), { integrity: INTEGRITY.late });
}

/** Where the script of the worker is that draws. */
export const painter = () => new URL("./painter.js", import.meta.url);

/**
 * The long texts, column by column: those of another address, or else the first dataset's own.
 * @param {string | null} address
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, string[]>>}
 */
export async function texts(address, signal) {
  const from = address ? new URL(address, document.baseURI) : new URL("./detente-texts.txt", import.meta.url);
  const response = await fetch(from, { signal, credentials: "omit", referrerPolicy: "no-referrer", integrity: address ? "" : INTEGRITY.texts });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

/** The largest pack: 16 MiB, in bytes. */
const LARGEST = 16_777_216;

/**
 * A pack made by `detente pack`.
 * @param {string} address
 * @param {AbortSignal} signal
 */
export async function pack(address, signal) {
  const response = await fetch(new URL(address, document.baseURI), { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`the dataset ${address} answered ${response.status}`);
  const tooLarge = (/** @type {number} */ size) => new Error(`the dataset ${address} has ${size} bytes; the limit is ${LARGEST}`);
  const said = Number(response.headers.get("content-length"));
  if (said > LARGEST) throw tooLarge(said);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > LARGEST) throw tooLarge(bytes.length);
  return bytes;
}
