// Every order of definition, attributes, insertion, upgrade and removal: each case tells how its view ended up.
const until = async (test) => {
  for (const start = performance.now(); !test();) {
    if (performance.now() - start > 15_000) throw new Error(`waited in vain for ${test}`);
    await new Promise((done) => setTimeout(done, 10));
  }
};
const turn = () => new Promise((done) => setTimeout(done));
const part = (view, selector) => view.shadowRoot.querySelector(selector);

/** Year, who is in focus, the compared year, and which dataset, once it is drawn. */
const end = async (view, year) => {
  await until(() => view.shadowRoot && ["ready", "failed"].includes(view.dataset.state));
  await until(() => part(view, ".year")?.textContent === String(year ?? view.year));
  const dataset = part(view, ".legend").textContent.startsWith("rung") ? "other" : "first";
  return [view.dataset.state, view.year, view.focusId, view.compared ?? null, dataset];
};

const define = () => import("./define.js");
const place = () => document.body.appendChild(document.createElement("div"));
const made = (attributes = {}) => {
  const view = document.createElement("detente-view");
  for (const [name, value] of Object.entries({ view: "network", ...attributes })) view.setAttribute(name, value);
  return view;
};
const OTHER = { src: "other.bin", year: "1970", focus: "A3" };
/** A page in a frame, whose document is of the same site. */
const frame = async (address) => {
  const it = document.createElement("iframe");
  it.width = it.height = "700";
  const loaded = new Promise((done) => { it.onload = done; });
  it.src = address;
  document.body.append(it);
  await loaded;
  return it;
};

/** Before the element is defined; these run first. */
window.early = {
  "parsed, then defined": () => async () => end(document.getElementById("parsed")),
  "parsed with a dataset of its own, then defined": () => async () => end(document.getElementById("own")),
  "made, set and appended, then defined": () => {
    const view = made(OTHER);
    document.body.append(view);
    return async () => end(view);
  },
  "made and set, then defined, then appended": () => {
    const view = made(OTHER);
    return async () => {
      document.body.append(view);
      return end(view);
    };
  },
  "properties, then defined, then attributes": () => {
    const view = made();
    Object.assign(view, { year: 1953, compared: 1972, focusId: "CHN" });
    document.body.append(view);
    return async () => {
      view.setAttribute("focus", "KOR");
      return [...await end(view), Object.getOwnPropertyNames(view)];
    };
  },
  "cloned, then defined": () => {
    const view = made({ year: "1953" }).cloneNode(true);
    document.body.append(view);
    return async () => end(view);
  },
  "removed before it was defined": () => {
    const view = made({ year: "1953" });
    document.body.append(view);
    view.remove();
    return async () => {
      await turn();
      const untouched = [view.shadowRoot === null, view.dataset.state ?? null];
      document.body.append(view);
      return [...untouched, ...await end(view)];
    };
  },
};

window.late = {
  "defined, then parsed": async () => {
    const { contentDocument: page, contentWindow: inner } = await frame("defined.html");
    await until(() => inner.customElements.get("detente-view"));
    page.open();
    page.write("<!doctype html><title>Parsed</title><detente-view view=network src=other.bin year=1970 focus=A3>");
    await turn();
    page.write("<p>What stands inside</p></detente-view>");
    page.close();
    return end(page.querySelector("detente-view"));
  },
  "by innerHTML": async () => {
    const box = place();
    box.innerHTML = "<detente-view view=network year=1972 focus=KOR compare=1953></detente-view>";
    return end(box.firstChild);
  },
  "by the constructor": async () => {
    const view = new (customElements.get("detente-view"))();
    document.body.append(view);
    view.year = 1972;
    return end(view, 1972);
  },
  "appended, then set": async () => {
    const view = document.body.appendChild(document.createElement("detente-view"));
    for (const [name, value] of Object.entries(OTHER)) view.setAttribute(name, value);
    return end(view);
  },
  "set while it loads, attributes and properties": async () => {
    const view = document.body.appendChild(made({ year: "1950" }));
    const loading = view.dataset.state;
    view.year = 1972;
    view.setAttribute("focus", "KOR");
    view.compared = 1953;
    view.theme = "dark";
    view.speed = 2;
    view.loop = true;
    view.view = "full";
    return [loading, view.year, ...await end(view), part(view, ".speed").value, part(view, ".view").dataset.view];
  },
  "another dataset while it loads": async () => {
    const view = document.body.appendChild(made({ year: "1972", focus: "KOR" }));
    await Promise.resolve();
    view.src = "other.bin";
    view.focusId = "A3";
    return end(view);
  },
  "another dataset and back while it loads": async () => {
    const view = document.body.appendChild(made({ src: "other.bin", year: "1972" }));
    await turn();
    view.src = "";
    await turn();
    view.src = "other.bin";
    view.src = "";
    view.focusId = "KOR";
    return end(view);
  },
  "removed before it was ready, then appended": async () => {
    const view = document.body.appendChild(made({ year: "1972" }));
    view.remove();
    await new Promise((done) => setTimeout(done, 300));
    const untouched = view.dataset.state;
    view.focusId = "KOR";
    document.body.append(view);
    return [untouched, ...await end(view)];
  },
  "removed and appended in one task while it loads": async () => {
    const view = document.body.appendChild(made({ year: "1972" }));
    view.remove();
    document.body.append(view);
    let ready = 0;
    view.addEventListener("ready", () => ready++);
    return [...await end(view), ready];
  },
  "removed and appended in one task": async () => {
    const view = document.body.appendChild(made({ year: "1972", focus: "KOR" }));
    await end(view);
    view.year = 1980;
    await end(view, 1980);
    view.remove();
    document.body.append(view);
    return end(view);
  },
  "moved on the way to a year": async () => {
    const view = document.body.appendChild(made({ year: "1972" }));
    await end(view);
    view.year = 1990;
    place().append(view);
    return end(view, 1990);
  },
  "set while it is nowhere": async () => {
    const view = document.body.appendChild(made({ year: "1972", focus: "CHN" }));
    await end(view);
    view.remove();
    view.year = 1953;
    view.setAttribute("compare", "1950");
    const there = view.year;
    document.body.append(view);
    return [there, ...await end(view)];
  },
  "another dataset while it is nowhere": async () => {
    const view = document.body.appendChild(made({ year: "1972", focus: "CHN" }));
    await end(view);
    view.remove();
    view.src = "other.bin";
    view.focusId = "A3";
    document.body.append(view);
    return end(view);
  },
  "cloned while it runs": async () => {
    const view = document.body.appendChild(made({ year: "1972" }));
    await end(view);
    const copy = view.cloneNode(true);
    document.body.append(copy);
    view.year = 1953;
    return [...await end(view, 1953), ...await end(copy, 1972)];
  },
  "moved to another document and back": async () => {
    const view = document.body.appendChild(made({ year: "1972", focus: "KOR" }));
    await end(view);
    const { contentDocument: page } = await frame("empty.html");
    page.body.append(view);
    const there = await end(view);
    // Styles do not follow it; they are those of its document.
    const styled = page.defaultView.getComputedStyle(part(view, ".marks")).position;
    document.body.append(view);
    return [...there, styled, ...await end(view), getComputedStyle(part(view, ".marks")).position];
  },
  "what is asked before it ever stood anywhere": async () => {
    const view = made({ year: "1972" });
    view.play();
    view.pause();
    view.playFrom(1950, 1960);
    return [view.paused, view.printout(), view.year, view.focusId, view.compared ?? null];
  },
  "own properties, fresh and running": async () => {
    const own = (it) => [...Object.getOwnPropertyNames(it), ...Object.getOwnPropertySymbols(it)].map(String);
    const view = made();
    const fresh = own(view);
    document.body.append(view);
    await end(view);
    view.play();
    await until(() => !view.paused);
    return [...fresh, "-", ...own(view)];
  },
  "members of the class": async () => Object.getOwnPropertyNames(customElements.get("detente-view").prototype).sort(),
};

window.start = async () => {
  const waiting = Object.entries(window.early).map(([name, run]) => [name, run()]);
  await define();
  window.results = {};
  const all = [...waiting, ...Object.entries(window.late)];
  for (const [name, run] of all) {
    try {
      window.results[name] = await run();
    } catch (error) {
      window.results[name] = `${error}`;
    }
    // What has been looked at need not go on drawing.
    if (name in window.late) for (const view of document.querySelectorAll("detente-view")) view.remove();
  }
  window.finished = true;
};
window.start();
