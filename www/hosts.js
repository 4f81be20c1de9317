// What the parts may ask for: each a command to the core, or a question.
import { modified } from "./dom.js";

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
  const { send, ask } = bound(controller);
  const release = () => send((core) => core.release());
  return {
    controls: {
      release,
      go: (year) => send((core) => core.go(year)),
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
    pointing: pointingHost(controller, release),
    keys: (event) => pressKey(event, controller),
  };
}

/**
 * Who is pointed at is found and told by the late part; until it is there, that is said.
 * @param {Controller} controller
 * @param {() => void} release
 * @returns {Hosts["pointing"]}
 */
function pointingHost(controller, release) {
  const { send, ask, choose } = bound(controller);
  const here = () => controller.later.isHere();
  return {
    release,
    point: (x, y, reach) => { if (here()) send((core) => core.point(x, y, reach)); },
    pick: (x, y, reach, keepTip) => { if (here()) choose((core) => core.pick(x, y, reach, keepTip)); },
    pickPointed: () => {
      const pointed = ask((core) => core.pointed()) ?? "";
      if (pointed) choose((core) => core.pickPointed());
      return pointed !== "";
    },
    leave: () => {
      controller.later.hideWait();
      send((core) => core.leave());
    },
    navigate: (direction) => {
      if (!here()) return;
      send((core) => core.navigate(direction));
      controller.later.part?.say(ask((core) => core.tip())?.said);
    },
    drag: (distance, width) => send((core) => core.drag(distance, width)),
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

/**
 * The keys of the whole view: Escape leads back, the space bar plays.
 * @param {KeyboardEvent} event
 * @param {Controller} controller
 */
function pressKey(event, controller) {
  if (event.defaultPrevented || modified(event)) return;
  const { marks, tip } = controller.parts;
  const { focus, compare } = controller.place ?? {};
  if (event.key === "Escape" && (focus || compare !== undefined || (controller.later.part?.tipped ?? !tip.hidden))) {
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
