// The worker of the workbench: files, checks and what is made of them are here, so that the page is never kept waiting.
import { glue } from "./workbench-core.js";

/**
 * @typedef {import("./workbench-core.js").Workbench} Workbench
 * @typedef {{ id: number, method: string, args: any[] }} Order
 */

/** How far a check is after reading, after checking, and after laying out and packing. */
const STAGES = [0.15, 0.5, 0.95];

/** @param {string} file of this site */
async function fetched(file) {
  const response = await fetch(new URL(file, import.meta.url)).catch(() => undefined);
  if (!response?.ok) throw new Error(`${file} could not be fetched (${response?.status ?? "no answer"}): load this page again`);
  return response;
}

const fresh = glue();
/** The part of the program that reads and checks tables of ties. */
const first = fetched("./workbench-core_bg.wasm").then((response) => fresh({ module_or_path: response }));
const bench = first.then(() => new fresh.Workbench());
/** Whether the other part is there too. */
let isWhole = false;
/** The other part, which comes into the same instance; it imports all that both share from the exports of the first. */
const late = first.then(async (shared) => {
  const bytes = await (await fetched("./workbench-late.wasm")).arrayBuffer();
  await WebAssembly.instantiate(bytes, { a: /** @type {WebAssembly.ModuleImports} */ (shared) });
  isWhole = true;
});
/** The page with the viewer and no dataset, fetched with the rest so that nothing is asked for later. */
const viewer = late.then(() => fetched("./viewer-template.txt")).then((response) => response.text()).catch(() => undefined);

/** What only the other part does. */
const LATE = ["convert", "package", "page", "picture", "reportJson"];

/** Lets orders that have come meanwhile be seen. */
const pause = () => new Promise((done) => { setTimeout(done); });

/** The newest check that was ordered: one before it need not be carried on. */
let newest = 0;

/**
 * Reads, checks, lays out and packs, and says how far it is. Before the other part is there a good dataset is not packed.
 * @param {Workbench} made
 * @param {number} id
 * @returns {Promise<import("./workbench-core.js").Checked | undefined>} nothing where a newer check was ordered meanwhile
 */
async function check(made, id) {
  const stage = (/** @type {number} */ number) => postMessage({ id, done: STAGES[number] });
  if (made.needsAll()) await late;
  made.read();
  stage(0);
  await pause();
  if (id !== newest) return undefined;
  const passed = made.check();
  stage(1);
  const answer = JSON.parse(made.answer(passed));
  const report = made.reportText();
  if (!passed || !isWhole) return { answer, report };
  await pause();
  if (id !== newest) return undefined;
  const pack = made.pack();
  stage(2);
  return { answer, report, pack, texts: made.texts() };
}

/**
 * Settings as the core takes them.
 * @param {import("./workbench-core.js").Settings} settings
 */
function entries({ ego, title, span, columns, kinds, thresholds, allow }) {
  const one = (/** @type {string} */ name, /** @type {unknown} */ value) => (value === undefined ? [] : [[name, value].flat()]);
  const each = (/** @type {string} */ name, /** @type {unknown[]} */ list) => list.map((value) => [name, value].flat());
  const all = [...one("ego", ego), ...one("title", title), ...one("span", span), ...each("column", columns), ...each("kind", kinds), ...each("threshold", thresholds), ...each("allow", allow)];
  return all.map((entry) => entry.join("\x1f")).join("\x1e");
}

/** @type {Record<string, (made: Workbench, ...args: any[]) => unknown>} */
const OTHERS = {
  setSettings: (made, settings) => made.setSettings(entries(settings)),
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
    if (LATE.includes(method)) await late;
    const own = /** @type {any} */ (made);
    const value = method === "check" ? await check(made, id) : await (OTHERS[method] ? OTHERS[method](made, ...args) : own[method](...args));
    const bytes = [value, ...Object.values(value ?? {})].filter((part) => part instanceof Uint8Array);
    postMessage({ id, value }, { transfer: bytes.map((part) => part.buffer) });
  } catch (error) {
    // An instance that has failed is gone; the page starts another worker.
    postMessage({ id, error: error instanceof Error ? error.message : String(error), gone: error instanceof WebAssembly.RuntimeError });
  }
}

const fail = (/** @type {unknown} */ error) => postMessage({ failed: error instanceof Error ? error.message : String(error) });
bench.then(() => postMessage({ ready: true, largest: fresh.Workbench.largest() }), fail);
late.then(() => viewer).then(() => postMessage({ whole: true }), fail);
