// What is around a view: the reader's system, the window, the room there is, and whether anybody sees it.

/**
 * @typedef {object} EnvironmentHandlers
 * @property {() => void} theme the reader's system has turned light or dark
 * @property {() => void} reducedMotion the reader asks for less motion, or no longer
 * @property {() => void} visible it can be seen again
 * @property {() => void} near it is in sight, or comes near it
 * @property {() => void} size there is another room for the canvases
 * @property {() => void} restored the page came back from the browser's memory, its canvases empty
 * @property {(on: boolean) => void} print
 * @property {() => void} address the address of the page is another
 * @property {(event: KeyboardEvent) => void} shortcut
 */

/** Tells of changes between `connect` and `disconnect`. */
export class Environment {
  #view;
  #handlers;
  #seen = true;
  /** @type {{ dark: MediaQueryList, reduce: MediaQueryList } | undefined} */
  #queries;
  #resizeObserver;
  #intersectionObserver;
  #nearObserver;

  /**
   * @param {Element} view
   * @param {EnvironmentHandlers} handlers
   */
  constructor(view, handlers) {
    this.#view = view;
    this.#handlers = handlers;
    this.#resizeObserver = new ResizeObserver(() => handlers.size());
    this.#intersectionObserver = new IntersectionObserver((entries) => {
      this.#seen = entries.at(-1)?.isIntersecting ?? this.#seen;
      if (this.#seen) handlers.visible();
    });
    this.#nearObserver = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) return;
      this.#nearObserver.disconnect();
      handlers.near();
    }, { rootMargin: "100%" });
  }

  /** Whether the reader's system is dark. */
  get dark() { return this.#queries?.dark.matches ?? false; }

  /** Whether the reader asked for less motion. */
  get reducedMotion() { return this.#queries?.reduce.matches ?? false; }

  /** Whether it is in sight, in a page that is in sight. */
  get visible() { return this.#seen && !this.#view.ownerDocument.hidden; }

  /**
   * @param {AbortSignal} signal ends all listening but the observers'
   * @param {Element[]} sized whose sizes are told
   */
  connect(signal, sized) {
    const { ownerDocument: page } = this.#view;
    const screen = page.defaultView ?? window;
    const handlers = this.#handlers;
    const on = (/** @type {EventTarget} */ target, /** @type {string} */ name, /** @type {(event: Event) => void} */ listener) =>
      target.addEventListener(name, listener, { signal });
    const linked = this.#view.hasAttribute("address");
    this.#queries = { dark: screen.matchMedia("(prefers-color-scheme: dark)"), reduce: screen.matchMedia("(prefers-reduced-motion: reduce)") };
    on(this.#queries.dark, "change", handlers.theme);
    on(this.#queries.reduce, "change", handlers.reducedMotion);
    on(page, "visibilitychange", handlers.visible);
    on(screen, "pageshow", handlers.restored);
    on(screen, "beforeprint", () => handlers.print(true));
    on(screen, "afterprint", () => handlers.print(false));
    // A single letter must not act for whoever speaks or types somewhere else on the page.
    on(this.#view, "keydown", (event) => handlers.shortcut(/** @type {KeyboardEvent} */ (event)));
    if (linked) on(screen, "popstate", handlers.address);
    for (const element of sized) this.#resizeObserver.observe(element);
    this.#intersectionObserver.observe(this.#view);
  }

  /** Tells once when it is in sight or at most a window's height from it. Before it has its height, all views of a page are. */
  awaitNear() {
    this.#nearObserver.observe(this.#view);
  }

  disconnect() {
    this.#resizeObserver.disconnect();
    this.#intersectionObserver.disconnect();
    this.#nearObserver.disconnect();
  }
}
