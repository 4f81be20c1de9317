// What the late parts may ask for: each a command to the core, or a question.

/**
 * @typedef {import("./element.js").DetenteViewElement} View
 * @typedef {import("./controller.js").Controller} Controller
 * @typedef {import("./detente.js").Detente} Detente
 */

/**
 * @typedef {object} LateHosts
 * @property {import("./gestures.js").GesturesHost} gestures
 * @property {import("./timeline.js").TimelineHost} timeline
 * @property {import("./small-multiples.js").SmallMultiplesHost} smallMultiples
 * @property {import("./panel.js").PanelHost} panel
 * @property {import("./search.js").SearchHost} search
 * @property {() => import("./detente.js").TableText | undefined} table
 * @property {import("./tree.js").TreeHost} tree
 * @property {import("./cite.js").DialogHost} dialogs
 */

/**
 * @param {View} view
 * @param {Controller} controller
 * @param {() => void} retry loads the texts again
 * @param {(id?: string) => void} centre puts somebody in the centre, or nobody
 * @returns {LateHosts}
 */
export function lateHosts(view, controller, retry, centre) {
  return { ...hostsOfTime(view, controller), ...hostsOfReading(controller, retry, centre), dialogs: dialogHost(controller), gestures: gesturesHost(controller) };
}

/**
 * @param {Controller} controller
 * @returns {LateHosts["gestures"]}
 */
function gesturesHost(controller) {
  const { send, ask, choose } = bound(controller);
  return {
    pinch: (places) => send((core) => core.pinch(...places)),
    // As two fingers would that went apart around the place.
    nearer: (x, y) => send((core) => core.pinch(x - 20, y, x + 20, y, x - 50, y, x + 50, y)), // not of the picture: two made fingers
    whole: () => send((core) => core.unzoom()),
    zoomed: () => ask((core) => core.zoomed()) ?? false,
    inspect: (x, y) => choose((core) => core.pick(x, y, 20, true)),
  };
}

/**
 * What moves the year, and what is pointed at.
 * @param {View} view
 * @param {Controller} controller
 * @returns {Pick<LateHosts, "timeline" | "smallMultiples">}
 */
function hostsOfTime(view, controller) {
  const { send, ask, choose } = bound(controller);
  return {
    timeline: {
      release: () => send((core) => core.release()),
      focus: (id) => choose((core) => core.focus(id)),
      scrubTo: (x) => send((core) => core.scrubTimeline(x)),
      goTo: (x) => send((core) => core.goTimeline(x)),
      point: (x, y) => send((core) => core.pointTimeline(x, y)),
      leave: () => send((core) => core.leaveTimeline()),
      leap: (leap) => {
        send((core) => core.leapTimeline(leap));
        controller.later.part?.say(ask((core) => core.tip())?.said);
      },
      pick: () => send((core) => core.pickTimeline()),
      unfoldEras: (unfolded) => send((core) => core.unfoldEras(unfolded)),
    },
    smallMultiples: {
      go: (year) => send((core) => core.go(year)),
      add: () => send((core) => core.addYear()),
      remove: (year) => send((core) => core.removeYear(year)),
      reset: () => send((core) => core.resetYears()),
      draw: (canvas, year) => ask((core) => core.still(canvas, year, canvas.clientWidth || 190, canvas.clientHeight || 190, sharp())),
      linked: () => view.hasAttribute("address"),
    },
  };
}

/**
 * What is read, and where it leads.
 * @param {Controller} controller
 * @param {() => void} retry
 * @param {(id?: string) => void} centre
 * @returns {Pick<LateHosts, "panel" | "search" | "table" | "tree">}
 */
function hostsOfReading(controller, retry, centre) {
  const { send, ask, choose } = bound(controller);
  const ways = {
    centre,
    focus: (/** @type {string | undefined} */ id) => choose((core) => core.focus(id)),
    event: (/** @type {number} */ index) => choose((core) => core.goToEvent(index)),
    compare: (/** @type {string | undefined} */ year) => send((core) => core.compare(core.stepOf(year ?? ""))),
  };
  return {
    panel: {
      ...ways, retry,
      draw: (canvas, index) => ask((core) => core.plot(canvas, index, canvas.clientWidth || 360, canvas.clientHeight || 130, devicePixelRatio)),
    },
    search: { ...ways, say: (text) => controller.later.part?.say(text), go: (year) => send((core) => core.go(year)), find: (query) => ask((core) => core.search(query)) },
    table: () => ask((core) => core.table()),
    tree: { ...ways, table: () => ask((core) => core.table()), card: (id) => ask((core) => core.cardOf(id)) },
  };
}

/**
 * @param {Controller} controller
 * @returns {LateHosts["dialogs"]}
 */
function dialogHost(controller) {
  const { ask, send } = bound(controller);
  return {
    halt: () => {
      if (!ask((core) => core.moving())) return;
      send((core) => core.pause());
      const year = ask((core) => core.destination());
      if (year === undefined) return;
      send((core) => core.jump(year));
      send((core) => core.go(year));
    },
    citation: () => ask((core) => core.citation()),
    shown: () => ask((core) => ({ title: core.outline().title, year: core.idOf(core.year()), focus: core.focused() })) ?? { title: "", year: 0, focus: "" },
    description: () => controller.parts.description.textContent ?? "",
    svg: () => ask((core) => core.svg()) ?? "",
    shot: (canvas) => {
      ask((core) => core.shot(canvas, sharp()));
      fillGround(canvas, controller.parts.controls.element);
    },
  };
}

/** Small pictures are drawn for two pixels in one at least: they are saved and printed. */
function sharp() {
  return devicePixelRatio > 2 ? devicePixelRatio : 2;
}

/**
 * Puts the ground of an element under a picture.
 * @param {HTMLCanvasElement} canvas
 * @param {Element} element
 */
function fillGround(canvas, element) {
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = getComputedStyle(element).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
}

/**
 * Asks a core that has its late part; of another one nothing is asked.
 * @param {Controller} controller
 */
function bound(controller) {
  const here = () => controller.later.part !== undefined;
  return {
    send: (/** @type {(core: Detente) => number} */ command) => { if (here()) controller.send(command); },
    choose: (/** @type {(core: Detente) => number} */ command) => { if (here()) controller.choose(command); },
    ask: /** @type {typeof controller.ask} */ ((what) => (here() ? controller.ask(what) : undefined)),
  };
}
