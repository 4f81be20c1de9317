// The workbench: a table is pasted or opened, checked as it is written, drawn, and made ready for a page.
// Everything is done on the reader's machine, in a worker; nothing is sent.
import { Client } from "./workbench-client.js";
import { dropped, read } from "./workbench-files.js";
import { Problems } from "./workbench-problems.js";
import { Reading } from "./workbench-reading.js";
import { Results, spanOf } from "./workbench-results.js";
import { Table } from "./workbench-table.js";
import { find } from "./find.js";

/**
 * @typedef {import("./workbench-core.js").Answer} Answer
 * @typedef {import("./workbench-core.js").Problem} Problem
 */

/** How long a check may take before its progress is shown: milliseconds. */
const PATIENCE = 300;

/** After so long a page that puts nothing on the screen is out of sight: milliseconds. */
const UNSEEN = 100;
/** A pasted text of so many letters is not shown before it is used: to lay it out takes the browser longer than to read it. */
const LONG = 50_000;

/** A small network of invented states, to be changed. */
const EXAMPLE = `source,target,start,end,type,why
Aland,Bland,1890,1904,rivalry,They quarrel over a border.
Aland,Bland,1905,,alliance,A treaty settles the border.
Aland,Cland,1890,1913,cordial,The courts are related.
Aland,Cland,1914,1918,war,
Bland,Cland,1908,1918,alliance,
Cland,Dland,1895,,entente,
Bland,Dland,1901,1920,rivalry,
Aland,Eland,1911,,partner,Ships call twice a month.
`;
const BLANK = "source,target,start,end,type,why\n,,,,,\n,,,,,\n,,,,,\n";

/** Put into the page with its first dataset. */
const view = /** @type {import("./element.js").DetenteViewElement} */ (document.createElement("detente-view"));
view.setAttribute("view", "network");
const status = find("#status", HTMLElement);
const progress = find("#progress", HTMLProgressElement);
const client = new Client();

/** @type {Answer | undefined} */
let answer;
/** What is drawn, with its last year, month or day. @type {{ pack: Uint8Array, texts: Uint8Array, lastYear: number | string } | undefined} */
let drawn;
/** Whether something has changed since the last check began. */
let changed = false;
/** The check that is under way. @type {Promise<void> | undefined} */
let checking;
/** What is said of the example until it is changed. */
let greeting = "";

/** @param {string} words */
function say(words) {
  status.textContent = words;
}

/** @param {unknown} error */
async function fail(error) {
  const words = error instanceof Error ? error.message : String(error);
  progress.hidden = true;
  if (error instanceof Error && Reflect.get(error, "gone")) {
    await client.restart();
    say(`The program stopped (${words}). It has been started again: open the data once more.`);
  } else say(words);
}

const table = new Table({
  rows: (file, from, count) => client.ask("rows", file, from, count),
  edit: (file, row, column, value) => change("edit", file, row, column, value),
  addRow: (file) => change("addRow", file),
  deleteRow: (file, row) => change("deleteRow", file, row),
  readAs: (column, meaning) => reading.readAs(column, meaning),
});
const problems = new Problems({
  goTo: ({ place }) => { table.goTo(place); },
  correct: async (problem) => {
    await settled();
    const key = (/** @type {Problem} */ { code, message, place }) => JSON.stringify([code, message, place.address]);
    const index = answer?.problems.findIndex((other) => key(other) === key(problem)) ?? -1;
    if (index >= 0) change("correct", index);
  },
  mend: async () => {
    await settled();
    change("mend");
  },
});
const reading = new Reading(() => check());
const results = new Results({
  make: async (method, ...args) => {
    await settled();
    try {
      return await client.ask(method, ...args);
    } catch (error) {
      fail(error);
      return undefined;
    }
  },
  data: () => drawn,
  year: () => view.year,
  say,
});

/**
 * Changes a file, and checks anew.
 * @param {string} method
 * @param {...any} args
 */
function change(method, ...args) {
  greeting = "";
  client.ask(method, ...args).catch(fail);
  check();
}

/** Everything that was typed is written and checked. */
async function settled() {
  table.flush();
  while (checking) await checking;
}

/** Checks once more after what is under way, or now. */
function check() {
  changed = true;
  document.documentElement.dataset.busy = "";
  checking ??= checkAll().catch(fail).finally(() => {
    checking = undefined;
    delete document.documentElement.dataset.busy;
  });
  return checking;
}

async function checkAll() {
  while (changed) {
    changed = false;
    const late = setTimeout(() => { progress.hidden = false; }, PATIENCE);
    progress.value = 0;
    try {
      await client.ask("setSettings", reading.settings);
      const checked = await client.check((share) => { progress.value = share; });
      if (checked && !changed) await show(checked);
    } finally {
      clearTimeout(late);
      progress.hidden = true;
    }
  }
}

/** @param {import("./workbench-core.js").Checked} checked */
async function show({ answer: found, pack, texts, report }) {
  answer = found;
  // One after the other, so that no part keeps a reader waiting for all.
  await table.show(found);
  await painted();
  problems.show(found, report);
  reading.show(found);
  await painted();
  if (pack && texts && found.dataset) {
    draw(pack, texts, found.dataset);
    results.show(found.dataset);
  } else if (found.passed) {
    // The part of the program that draws is on its way.
    client.whole.then(check, fail);
  }
  for (const id of ["#stale", "#stale-results"]) find(id, HTMLElement).hidden = found.passed || !drawn;
  document.documentElement.dataset.checked = found.passed ? "good" : "wrong";
  say(greeting || sentence(found));
}

/** Lets the browser put on the screen what has changed. A page out of sight has nothing to put there. */
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, UNSEEN);
  });
}

/**
 * Whether a year, month or day is one of a span that counts the same.
 * @param {number | string | undefined} year
 * @param {import("./workbench-core.js").Shape} shape
 * @returns {year is number | string}
 */
function isWithin(year, { firstYear, lastYear }) {
  if (typeof year === "number" && typeof firstYear === "number") return year >= firstYear && year <= Number(lastYear);
  // Dates of like length are in order as texts.
  return typeof year === "string" && typeof firstYear === "string" && year.length === firstYear.length && year >= firstYear && year <= String(lastYear);
}

/**
 * Shows a dataset, in the year, month or day to which a reader has moved.
 * @param {Uint8Array} pack
 * @param {Uint8Array} texts
 * @param {import("./workbench-core.js").Shape} shape
 */
function draw(pack, texts, shape) {
  if (drawn && same(drawn.pack, pack) && same(drawn.texts, texts)) return;
  const before = drawn && view.year !== drawn.lastYear ? view.year : undefined;
  drawn = { pack, texts, lastYear: shape.lastYear };
  if (isWithin(before, shape)) view.year = before;
  else view.removeAttribute("year");
  view.data = { pack, texts: JSON.parse(new TextDecoder().decode(texts)) };
  if (!view.isConnected) find("#picture", HTMLElement).append(view);
  find("#nothing", HTMLElement).hidden = true;
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** @param {Answer} found */
function sentence({ errors, warnings, dataset }) {
  const number = (/** @type {number} */ count, /** @type {string} */ thing) => `${count} ${thing}${count === 1 ? "" : "s"}`;
  if (!dataset) return `${number(errors, "mistake")} to mend${warnings ? `, ${number(warnings, "warning")}` : ""}.`;
  const { ties, actors } = dataset;
  return `${warnings ? `No mistakes, ${number(warnings, "warning")}` : "No mistakes"}: ${number(ties, "tie")} between ${number(actors.length, "actor")}, ${spanOf(dataset)}.`;
}

/**
 * Other files in the place of all.
 * @param {import("./workbench-files.js").Given} given
 * @param {string} [words] what is said of them
 */
async function load({ name, files }, words = "") {
  await settled();
  greeting = words;
  reading.reset();
  table.reset();
  client.ask("clear", name).catch(fail);
  for (const [file, bytes] of files) client.ask("put", file, bytes).catch(fail);
  await check();
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [words] what is said of it
 */
function loadText(name, text, words) {
  return load({ name, files: [[name, new TextEncoder().encode(text)]] }, words);
}

/**
 * @param {File[]} files
 * @param {string} folder
 */
async function open(files, folder) {
  if (!files.length) return;
  say("Reading…");
  try {
    await load(await read(files, folder, client.largest));
  } catch (error) {
    fail(error);
  }
}

/** @param {string} id @param {() => void} act */
function onPress(id, act) {
  find(id, HTMLButtonElement).onclick = act;
}

const paste = find("dialog", HTMLDialogElement);
const pasted = find("#pasted", HTMLTextAreaElement);
onPress("#paste-open", () => {
  pasted.value = "";
  paste.returnValue = "";
  paste.showModal();
  pasted.focus();
});
pasted.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.length < LONG || pasted.value) return;
  event.preventDefault();
  paste.close();
  loadPasted(text);
});
paste.addEventListener("close", () => {
  if (paste.returnValue === "use") loadPasted(pasted.value);
});
/** @param {string} text */
function loadPasted(text) {
  if (text.trim()) loadText(text.trimStart().startsWith("{") ? "pasted.json" : "pasted.csv", text.endsWith("\n") ? text : `${text}\n`);
}
for (const [button, input] of [["#files-open", "#files"], ["#folder-open", "#folder"]]) {
  const field = find(input ?? "", HTMLInputElement);
  onPress(button ?? "", () => field.click());
  field.onchange = async () => {
    const files = [...field.files ?? []];
    await open(files, files[0]?.webkitRelativePath.split("/")[0] ?? "");
    field.value = "";
  };
}
onPress("#example", () => { loadText("an-example.csv", EXAMPLE); });
onPress("#blank", () => { loadText("my-network.csv", BLANK); });

addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.documentElement.classList.add("dropping");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.documentElement.classList.remove("dropping"); });
addEventListener("drop", async (event) => {
  document.documentElement.classList.remove("dropping");
  if (!event.dataTransfer) return;
  event.preventDefault();
  try {
    const { files, folder } = await dropped(event.dataTransfer);
    await open(files, folder);
  } catch (error) {
    fail(error);
  }
});

say("Loading…");
results.fetchHashes();
client.ready.then(async () => {
  await loadText("an-example.csv", EXAMPLE, "This is an example: change a cell, or paste a table of your own.");
  await client.whole;
  await settled();
  document.documentElement.dataset.bench = "ready";
}).catch(fail);
