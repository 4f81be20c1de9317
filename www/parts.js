// The parts of a view inside its shadow root: what each may ask of the host, and in which order they stand.
import { Compare } from "./compare.js";
import { Controls } from "./controls.js";
import { h } from "./dom.js";
import { HowToRead } from "./legend.js";
import { Panel } from "./panel.js";
import { listenToPointer } from "./pointing.js";
import { Search } from "./search.js";
import { SmallMultiples } from "./small-multiples.js";
import { Table } from "./table.js";
import { Timeline } from "./timeline.js";

const KEYS = "Arrow keys go round the ring, in and out; Enter puts an actor into focus; Escape goes back.";

/**
 * What the parts ask for.
 * @typedef {object} Hosts
 * @property {import("./controls.js").ControlsHost} controls
 * @property {import("./timeline.js").TimelineHost} timeline
 * @property {import("./small-multiples.js").SmallMultiplesHost} smallMultiples
 * @property {import("./pointing.js").PointingHost} pointing
 * @property {import("./panel.js").PanelHost} panel
 * @property {import("./search.js").SearchHost} search
 * @property {() => import("./detente.js").TableText | undefined} table
 * @property {import("./cite.js").DialogHost} dialogs
 * @property {(event: KeyboardEvent) => void} keys
 */

/** @typedef {ReturnType<typeof build>} Parts */

/**
 * Gives the element its shadow root and its parts.
 * @param {import("./element.js").DetenteViewElement} view
 * @param {Hosts} hosts
 */
export function build(view, hosts) {
  const root = view.attachShadow({ mode: "open" });
  const rings = h("canvas", { className: "rings", "aria-hidden": "true" });
  const marks = h("canvas", { className: "marks", part: "canvas", tabIndex: 0, role: "application",
    "aria-label": "Network", "aria-roledescription": "network", "aria-describedby": "description keys" });
  const tip = h("div", { className: "tip", part: "tip", hidden: true });
  const network = h("div", { className: "net", part: "network" }, rings, marks, tip);
  const stage = h("div", { className: "stage" }, network);
  const description = h("p", { id: "description", className: "sr" });
  const status = h("p", { className: "sr", role: "status" });
  const message = h("div", { className: "message", part: "message", role: "alert", hidden: true });
  const controls = new Controls(hosts.controls);
  const timeline = new Timeline(hosts.timeline);
  const smallMultiples = new SmallMultiples(hosts.smallMultiples);
  const panel = new Panel(hosts.panel);
  const compare = new Compare(hosts.panel.compare);
  const table = new Table(hosts.table);
  const search = new Search(hosts.search);
  const howToRead = new HowToRead();
  listenToPointer(marks, hosts.pointing);
  const whole = h("div", { className: "view", part: "view", hidden: true });
  const tools = h("div", { className: "tools" }, compare.element, ...dialogs(view, whole, hosts.dialogs), howToRead.element);
  whole.append(stage, controls.element, search.element, panel.element, tools, timeline.element, smallMultiples.element, table.element, table.roll,
    description, h("p", { id: "keys", className: "sr" }, KEYS), status);
  root.append(message, whole, h("slot", {}));
  root.addEventListener("keydown", (event) => hosts.keys(/** @type {KeyboardEvent} */ (event)));
  return { root, whole, stage, network, rings, marks, tip, description, status, message, controls, timeline,
    smallMultiples, panel, compare, table, search, howToRead };
}

/**
 * The buttons whose dialogs are fetched when they are first asked for.
 * @param {import("./element.js").DetenteViewElement} view
 * @param {HTMLElement} whole
 * @param {import("./cite.js").DialogHost} host
 */
function dialogs(view, whole, host) {
  /** @type {Map<string, { element: HTMLElement, open: () => void }>} */
  const made = new Map();
  const open = async (/** @type {"Share" | "Cite"} */ name) => {
    // It stays so when the dialog is closed: whoever comes back finds the year that the lines name.
    host.halt();
    const found = await import("./dialogs.js");
    const dialog = made.get(name) ?? new found[name](view, host);
    if (!made.has(name)) whole.append(dialog.element);
    made.set(name, dialog);
    dialog.open();
  };
  const opener = (/** @type {"Share" | "Cite"} */ name, /** @type {string} */ words) =>
    h("button", { type: "button", className: `opener ${name.toLowerCase()}`, "aria-haspopup": "dialog", onclick: () => open(name) }, words);
  return [opener("Share", "Share or embed"), opener("Cite", "Cite this view")];
}
