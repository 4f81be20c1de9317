// What a soak does to the view of its page, and what it counts there. A planted fault keeps something of each turn.
(() => {
  const view = () => document.querySelector("detente-view");
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const kept = [];
  let planted = "";
  let times = 1;
  let turns = 0;

  /** What is planted: numbers, an element, a listener, or the view's program of each turn. */
  const leak = () => {
    if (planted === "numbers") kept.push(Array.from({ length: 128 }, () => Math.random()));
    if (planted === "elements") kept.push(document.createElement("p"));
    if (planted === "listeners") addEventListener("resize", () => kept.length);
    // Each takes much of the address space.
    if (planted === "programs" && turns % 5 === 0) kept.push(new WebAssembly.Memory({ initial: 16 }));
  };

  /** Waits until the view is drawn; what failed ends the soak. */
  const drawn = async () => {
    for (const start = performance.now(); view().dataset.state !== "ready";) {
      if (view().dataset.state === "failed") throw new Error(view().shadowRoot.querySelector("[role=alert]").textContent);
      if (performance.now() - start > 30000) throw new Error(`the view stays ${view().dataset.state}`);
      await new Promise((done) => { setTimeout(done); });
    }
    await frame();
  };

  let data;
  const fetched = async () => data ??= { pack: new Uint8Array(await (await fetch("other.bin")).arrayBuffer()), texts: await (await fetch("other.json")).json() };

  /** Ways to another dataset: that of the page, one of an address, one that the page has. */
  const datasets = [
    (it) => { it.removeAttribute("src"); },
    (it) => { it.setAttribute("src", "other.bin"); },
    (it) => { it.data = { ...data }; },
  ];

  const work = {
    /** Moves the slider over all years and back; one picture in ten steps. */
    async steps() {
      const slider = view().shadowRoot.querySelector("input[type=range]");
      const [first, last] = [Number(slider.min), Number(slider.max)];
      const way = turns % (2 * (last - first));
      slider.value = String(first + Math.min(way, 2 * (last - first) - way));
      slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      if (turns % 10 === 0) await frame();
    },
    async loads() {
      await fetched();
      const it = view();
      if (it.data) it.data = undefined;
      datasets[turns % datasets.length](it);
      await drawn();
    },
    async reconnects() {
      const it = view();
      const place = it.parentElement;
      it.remove();
      place.append(it);
      await drawn();
    },
    async resizes() {
      const place = view().parentElement;
      place.style.width = `${300 + (turns * 37) % 900}px`;
      await frame();
    },
  };

  /** Waits until words and lists of the shown year stand: a slow engine has them long after the picture. */
  const settled = async () => {
    for (let before = -1, tries = 0; tries < 40 && before !== soak.elements(); tries++) {
      before = soak.elements();
      await new Promise((done) => { setTimeout(done, 700); });
    }
  };

  /** Brings the view to where each count finds it. */
  const rest = async () => {
    const it = view();
    it.parentElement.style.width = "1200px";
    if (it.data || it.hasAttribute("src")) {
      it.data = undefined;
      it.removeAttribute("src");
    }
    await drawn();
    it.year = 1945;
    for (let i = 0; i < 30; i++) await frame();
    it.year = 2025;
    await settled();
  };

  window.soak = {
    plant: (name, often) => { [planted, times] = [name, often]; },
    run(name, count) {
      window.done = false;
      (async () => {
        for (let turn = 0; turn < count; turn++, turns++) {
          await work[name]();
          for (let i = 0; i < times; i++) leak();
        }
        await rest();
      })().then(() => { window.done = true; }, (error) => { window.done = String(error?.stack ?? error); });
    },
    /** Has an engine collect garbage that cannot be asked to: it does when much was allocated. */
    async litter() {
      for (let i = 0; i < 64; i++) {
        new Uint8Array(16 * 1024 * 1024);
        await new Promise((done) => { setTimeout(done, 10); });
      }
    },
    /** Live memories, and the pages of 64 KiB that they have. */
    memory() {
      const live = window.memories();
      return [live.length, live.reduce((sum, it) => sum + it.buffer.byteLength, 0) / 65536];
    },
    /** Elements of the page and of the view. */
    elements: () => document.querySelectorAll("*").length + view().shadowRoot.querySelectorAll("*").length,
  };
})();
