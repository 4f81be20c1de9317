// The parts of a view inside its shadow root: what each may ask of the host, and in which order they stand.
import { Compare } from "./compare.js";
import { Controls, Table, howToRead } from "./controls.js";
import { h, say } from "./dom.js";
import { Film } from "./film.js";
import { Panel } from "./panel.js";
import { Pointing } from "./pointing.js";
import { Ribbons } from "./ribbons.js";
import { Search } from "./search.js";
import { sheet } from "./style.js";

const KEYS = "Arrow keys travel round the ring, in and out; Enter puts an actor into focus; Escape goes back.";

/** Gives the element its shadow root and its parts, each under a name of its own. */
export function build(element, host) {
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  drawings(element, host);
  words(element, host);
  element.tools = h("div", { className: "tools" }, element.comparing.element, ...dialogs(element, host), howToRead());
  element.stage = h("div", { className: "stage" }, element.net);
  element.whole = h("div", { className: "view", part: "view", hidden: true }, element.stage, element.bar.element, element.search.element,
    element.panel.element, element.tools, element.ribbons.element, element.film.element, element.table.element,
    element.description, h("p", { id: "keys", className: "sr" }, KEYS), element.status);
  root.append(element.message, element.whole, h("slot"));
  root.addEventListener("keydown", host.keys);
}

/** What is drawn, and what moves it. */
function drawings(element, host) {
  const { ask, scrub, settle, go, focus } = host;
  element.rings = h("canvas", { className: "rings", "aria-hidden": "true" });
  element.marks = h("canvas", { className: "marks", part: "canvas", tabIndex: 0, role: "application",
    "aria-label": "Network", "aria-roledescription": "network", "aria-describedby": "description keys" });
  element.tip = h("div", { className: "tip", part: "tip", hidden: true });
  element.net = h("div", { className: "net", part: "network" }, element.rings, element.marks, element.tip);
  element.bar = new Controls({
    scrub, settle, go,
    move: host.move,
    next: (direction) => ask((core) => { host.deliberate(); core.go(core.nextChange(direction)); }),
    togglePlay: host.togglePlay,
    speed: (factor) => { element.speed = factor; },
  });
  element.ribbons = new Ribbons({
    scrub, settle, go, focus,
    point: (x, y) => ask((core) => core.pointTimeline(x, y), true),
    position: (x) => ask((core) => core.positionAt(x), true),
  });
  element.film = new Film({
    go,
    draw: (canvas, year) => ask((core) =>
      core.still(canvas, year, canvas.clientWidth || 190, canvas.clientHeight || 190, Math.max(devicePixelRatio, 2)), true),
    year: () => host.shown().year,
    line: (year) => host.outline().lines[year - host.outline().first] ?? "",
    span: () => [host.outline().first, host.outline().last],
    linked: element.hasAttribute("address"),
  });
  new Pointing(element.marks, {
    scrub: (years) => scrub(host.shown().position + years),
    settle, focus,
    point: (x, y, reach) => ask((core) => core.point(x, y, reach)),
    leave: () => ask((core) => core.leave()),
    travel: (direction) => ask((core) => core.navigate(direction)),
    tip: host.tip,
    span: () => host.outline().last - host.outline().first,
    say: (card) => say(element.status, `${card.name}: ${card.stanceName}${card.since ? ` since ${card.since}` : ""}`),
  });
}

/** What is read, and what is asked in words. */
function words(element, host) {
  const { ask, go, focus, compare, event } = host;
  element.description = h("p", { id: "description", className: "sr" });
  element.status = h("p", { className: "sr", role: "status" });
  element.message = h("div", { className: "message", part: "message", role: "alert", hidden: true });
  element.panel = new Panel({ onFocus: focus, onCompare: compare, onEvent: event, onPlot: host.plot, onRetry: host.retry });
  // Not by the name of an attribute: frameworks would write into it.
  element.comparing = new Compare(compare);
  element.table = new Table(() => ({ year: host.shown().year, list: host.table() }));
  element.search = new Search({ find: (query) => ask((core) => core.search(query), true), go, focus, event });
}

/** The buttons whose dialogs are fetched when they are first asked for: what they open, and what it may ask. */
function dialogs(element, host) {
  const { ask } = host;
  const shown = () => ({ ...host.outline(), year: host.shown().year, compared: element.compared, focusId: element.focusId });
  const hosts = {
    Cite: { shown },
    Share: {
      shown,
      description: () => element.description.textContent,
      svg: () => ask((core) => core.svg(), true),
      shot: (canvas) => {
        ask((core) => core.shot(canvas, Math.max(devicePixelRatio, 2)), true);
        const context = canvas.getContext("2d");
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.globalCompositeOperation = "destination-over";
        context.fillStyle = getComputedStyle(element.bar.element).backgroundColor;
        context.fillRect(0, 0, canvas.width, canvas.height);
      },
    },
  };
  const open = async (name) => {
    const made = (element.dialogs ??= {});
    if (!made[name]) {
      const found = await import("./dialogs.js");
      made[name] ??= new found[name](element, hosts[name]);
      element.whole.append(made[name].dialog);
    }
    made[name].open();
  };
  return [["Share", "Share or embed"], ["Cite", "Cite this view"]].map(([name, words]) =>
    h("button", { type: "button", className: `opener ${name.toLowerCase()}`, "aria-haspopup": "dialog", onclick: () => open(name) }, words));
}
