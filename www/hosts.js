// What the parts may ask for: each a command to the core, or a question.
import { modified, setText } from "./dom.js";

/**
 * @typedef {import("./element.js").DetenteViewElement} View
 * @typedef {import("./controller.js").Controller} Controller
 * @typedef {import("./parts.js").Hosts} Hosts
 */

/**
 * @param {View} view
 * @param {Controller} controller
 * @returns {Hosts}
 */
export function hosts(view, controller) {
  return { ...hostsOfTime(view, controller), ...hostsOfReading(controller), dialogs: dialogHost(controller), keys: (event) => pressKey(event, controller) };
}

/**
 * What moves the year, and what is pointed at.
 * @param {View} view
 * @param {Controller} controller
 * @returns {Pick<Hosts, "controls" | "timeline" | "smallMultiples" | "pointing">}
 */
function hostsOfTime(view, controller) {
  const { send, ask, choose } = bound(controller);
  const go = (/** @type {number} */ year) => send((core) => core.go(year));
  const release = () => send((core) => core.release());
  return {
    controls: {
      go, release,
      scrub: (position) => send((core) => core.scrub(position)),
      step: (years) => send((core) => core.step(years)),
      typed: (text, done) => {
        send((core) => core.typed(text, done));
        return ask((core) => core.typedProblem()) ?? "";
      },
      nextChange: (direction) => send((core) => core.nextChange(direction)),
      togglePlay: () => send((core) => core.togglePlay()),
      setSpeed: (factor) => { view.speed = factor; },
    },
    timeline: {
      release,
      focus: (id) => choose((core) => core.focus(id)),
      scrubTo: (x) => send((core) => core.scrubTimeline(x)),
      goTo: (x) => send((core) => core.goTimeline(x)),
      point: (x, y) => send((core) => core.pointTimeline(x, y)),
      leave: () => send((core) => core.leaveTimeline()),
      leap: (leap) => {
        send((core) => core.leapTimeline(leap));
        const said = ask((core) => core.tip())?.said;
        if (said) setText(controller.parts.status, said);
      },
      pick: () => send((core) => core.pickTimeline()),
      unfoldEras: (unfolded) => send((core) => core.unfoldEras(unfolded)),
    },
    smallMultiples: {
      go,
      add: () => send((core) => core.addYear()),
      remove: (year) => send((core) => core.removeYear(year)),
      reset: () => send((core) => core.resetYears()),
      draw: (canvas, year) => ask((core) => core.still(canvas, year, canvas.clientWidth || 190, canvas.clientHeight || 190, sharp())),
      linked: () => view.hasAttribute("address"),
    },
    pointing: {
      release,
      point: (x, y, reach) => send((core) => core.point(x, y, reach)),
      pick: (x, y, reach, keepTip) => choose((core) => core.pick(x, y, reach, keepTip)),
      pickPointed: () => {
        const pointed = ask((core) => core.pointed()) ?? "";
        if (pointed) choose((core) => core.pickPointed());
        return pointed !== "";
      },
      leave: () => send((core) => core.leave()),
      navigate: (direction) => {
        send((core) => core.navigate(direction));
        const said = ask((core) => core.tip())?.said;
        if (said) setText(controller.parts.status, said);
      },
      drag: (distance, width) => send((core) => core.drag(distance, width)),
    },
  };
}

/**
 * What is read, and where it leads.
 * @param {Controller} controller
 * @returns {Pick<Hosts, "panel" | "search" | "table">}
 */
function hostsOfReading(controller) {
  const { send, ask, choose } = bound(controller);
  const ways = {
    focus: (/** @type {string | undefined} */ id) => choose((core) => core.focus(id)),
    event: (/** @type {number} */ index) => choose((core) => core.goToEvent(index)),
    compare: (/** @type {number | undefined} */ year) => send((core) => core.compare(year)),
  };
  return {
    panel: {
      ...ways,
      draw: (canvas, index) => ask((core) => core.plot(canvas, index, canvas.clientWidth || 360, canvas.clientHeight || 130, devicePixelRatio)),
      retry: () => controller.loadTexts(),
    },
    search: { ...ways, go: (year) => send((core) => core.go(year)), find: (query) => ask((core) => core.search(query)) },
    table: () => ask((core) => core.table()),
  };
}

/**
 * @param {Controller} controller
 * @returns {Hosts["dialogs"]}
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
    shown: () => ask((core) => ({ title: core.outline().title, year: core.year(), focus: core.focused() })) ?? { title: "", year: 0, focus: "" },
    description: () => controller.parts.description.textContent ?? "",
    svg: () => ask((core) => core.svg()) ?? "",
    shot: (canvas) => {
      ask((core) => core.shot(canvas, sharp()));
      fillGround(canvas, controller.parts.controls.element);
    },
  };
}

/** @param {Controller} controller */
function bound(controller) {
  return {
    send: controller.send.bind(controller),
    choose: controller.choose.bind(controller),
    ask: /** @type {typeof controller.ask} */ (controller.ask.bind(controller)),
  };
}

/** Small pictures are drawn for two pixels in one at least: they are saved and printed. */
function sharp() {
  return devicePixelRatio > 2 ? devicePixelRatio : 2;
}

/**
 * The keys of the whole view: Escape leads back, the space bar plays.
 * @param {KeyboardEvent} event
 * @param {Controller} controller
 */
function pressKey(event, controller) {
  if (event.defaultPrevented || modified(event)) return;
  const { tip, timeline, marks } = controller.parts;
  const { focus, compare } = controller.place ?? {};
  if (event.key === "Escape" && (focus || compare !== undefined || !tip.hidden || !timeline.tip.hidden)) {
    event.preventDefault();
    controller.send((core) => core.leave());
    if (!focus) controller.send((core) => core.compare());
    controller.choose((core) => core.focus());
    marks.focus({ preventScroll: true });
  }
  const target = event.composedPath()[0];
  if (event.key === " " && target instanceof Element && !target.closest("button, a, select, summary, input:not([type=range])")) {
    event.preventDefault();
    controller.send((core) => core.togglePlay());
  }
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
