// What the parts may ask for: each a command to the core, or a question.

/**
 * @param {import("./element.js").DetenteViewElement} view
 * @param {import("./controller.js").Controller} controller
 * @returns {import("./parts.js").Hosts}
 */
export function hosts(view, controller) {
  const { send, ask, choose } = bound(controller);
  const go = (/** @type {number} */ year) => send((core) => core.go(year));
  const focus = (/** @type {string | undefined} */ id) => choose((core) => core.focus(id));
  const event = (/** @type {number} */ index) => choose((core) => core.goToEvent(index));
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
      release, focus,
      scrubTo: (x) => send((core) => core.scrubTimeline(x)),
      goTo: (x) => send((core) => core.goTimeline(x)),
      point: (x, y) => send((core) => core.pointTimeline(x, y)),
      leave: () => send((core) => core.leaveTimeline()),
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
        controller.announce(ask((core) => core.tip())?.said);
      },
      drag: (distance, width) => send((core) => core.drag(distance, width)),
    },
    panel: {
      focus, event,
      compare: (year) => send((core) => core.compare(year)),
      draw: (canvas, index) => ask((core) => core.plot(canvas, index, canvas.clientWidth || 360, canvas.clientHeight || 130, devicePixelRatio)),
      retry: () => controller.loadTexts(),
    },
    search: { go, focus, event, find: (query) => ask((core) => core.search(query)) },
    table: () => ask((core) => core.table()),
    dialogs: {
      citation: () => ask((core) => core.citation()),
      shown: () => ask((core) => ({ title: core.outline().title, year: core.year(), focus: core.focused() })) ?? { title: "", year: 0, focus: "" },
      description: () => controller.parts.description.textContent ?? "",
      svg: () => ask((core) => core.svg()) ?? "",
      shot: (canvas) => {
        ask((core) => core.shot(canvas, sharp()));
        fillGround(canvas, controller.parts.controls.element);
      },
    },
    keys: (event) => controller.pressKey(event),
  };
}

/** @param {import("./controller.js").Controller} controller */
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
