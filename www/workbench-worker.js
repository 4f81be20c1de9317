// The worker of the workbench: files, checks and what is made of them are here, so that the page is never kept waiting.
import { glue } from "./workbench-core.js";

/**
 * @typedef {import("./workbench-core.js").Workbench} Workbench
 * @typedef {{ id: number, method: string, args: any[] }} Order
 */

/** How far a check is after reading, after checking, and after laying out and packing. */
const STAGES = [0.15, 0.5, 0.95];

const fresh = glue();
const bench = fresh({ module_or_path: fetch(new URL("./workbench-core_bg.wasm", import.meta.url)) }).then(() => new fresh.Workbench());
/** The page with the viewer and no dataset, fetched with the rest so that nothing is asked for later. */
const viewer = fetch(new URL("./viewer-template.txt", import.meta.url)).then((response) => response.ok ? response.text() : undefined, () => undefined);

/** Lets orders that have come meanwhile be seen. */
const pause = () => new Promise((done) => { setTimeout(done); });

/** The newest check that was ordered: one before it need not be carried on. */
let newest = 0;

/**
 * Reads, checks, lays out and packs, and says how far it is.
 * @param {Workbench} made
 * @param {number} id
 * @returns {Promise<import("./workbench-core.js").Checked | undefined>} nothing where a newer check was ordered meanwhile
 */
async function check(made, id) {
  const stage = (/** @type {number} */ number) => postMessage({ id, done: STAGES[number] });
  made.read();
  stage(0);
  await pause();
  if (id !== newest) return undefined;
  const passed = made.check();
  stage(1);
  const answer = JSON.parse(made.answer(passed));
  const report = made.reportText();
  if (!passed) return { answer, report };
  await pause();
  if (id !== newest) return undefined;
  const pack = made.pack();
  stage(2);
  return { answer, report, pack, texts: made.texts() };
}

/** @type {Record<string, (made: Workbench, ...args: any[]) => unknown>} */
const OTHERS = {
  setSettings: (made, settings) => made.setSettings(JSON.stringify(settings)),
  rows: (made, file, from, count) => JSON.parse(made.rows(file, from, count)),
  page: async (made) => {
    const text = await viewer;
    return text === undefined ? undefined : made.page(text);
  },
};

/** Orders are carried out one after the other. */
let last = Promise.resolve();

/** @param {MessageEvent<Order>} event */
onmessage = ({ data }) => {
  if (data.method === "check") newest = data.id;
  last = last.then(() => carryOut(data));
};

/** @param {Order} order */
async function carryOut({ id, method, args }) {
  try {
    const made = await bench;
    const own = /** @type {any} */ (made);
    const value = method === "check" ? await check(made, id) : await (OTHERS[method] ? OTHERS[method](made, ...args) : own[method](...args));
    const bytes = [value, ...Object.values(value ?? {})].filter((part) => part instanceof Uint8Array);
    postMessage({ id, value }, { transfer: bytes.map((part) => part.buffer) });
  } catch (error) {
    // An instance that has failed is gone; the page starts another worker.
    postMessage({ id, error: error instanceof Error ? error.message : String(error), gone: error instanceof WebAssembly.RuntimeError });
  }
}

bench.then(() => viewer).then(() => postMessage({ ready: true, largest: fresh.Workbench.largest() }), (error) => postMessage({ failed: String(error) }));
