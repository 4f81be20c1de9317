// The worker of the workbench as the page asks it: one promise for each order.

/** @type {{ createScriptURL: (address: string) => string } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("detente-workbench", { createScriptURL: (/** @type {string} */ same) => same });

/** Asks the worker, and starts another where one is gone. */
export class Client {
  /** @type {Worker | undefined} */
  #worker;
  #number = 0;
  /** @type {Map<number, { done: (value: any) => void, failed: (error: Error) => void, progress: ((share: number) => void) | undefined }>} */
  #asked = new Map();
  /** The largest file, in bytes, once the worker is there. */
  largest = Infinity;
  /** Resolves when everything that the worker needs has been fetched. @type {Promise<void>} */
  ready;

  constructor() {
    this.ready = this.#start();
  }

  #start() {
    const { href } = new URL("./workbench-worker.js", import.meta.url);
    const worker = this.#worker = new Worker(policy?.createScriptURL(href) ?? href, { type: "module" });
    return /** @type {Promise<void>} */ (new Promise((done, failed) => {
      worker.onerror = (event) => {
        event.preventDefault();
        failed(new Error(event.message || "the worker of this page cannot start"));
      };
      worker.onmessage = ({ data }) => {
        if (data.ready) {
          this.largest = data.largest;
          done();
        } else if (data.failed) failed(new Error(data.failed));
        else this.#answer(data);
      };
    }));
  }

  /** @param {{ id: number, done?: number, value?: any, error?: string, gone?: boolean }} data */
  #answer({ id, done, value, error, gone }) {
    const asked = this.#asked.get(id);
    if (!asked) return;
    if (done !== undefined) return asked.progress?.(done);
    this.#asked.delete(id);
    if (error === undefined) asked.done(value);
    else asked.failed(Object.assign(new Error(error), { gone }));
  }

  /** Another worker, with nothing in it; what the old one was asked is never answered. */
  restart() {
    this.#worker?.terminate();
    this.#asked.clear();
    this.ready = this.#start();
    return this.ready;
  }

  /**
   * @param {string} method of the workbench, or `check`
   * @param {...any} args
   * @returns {Promise<any>}
   */
  ask(method, ...args) {
    return this.#send(method, args);
  }

  /**
   * Checks, and says how far it is: from 0 to 1.
   * @param {(share: number) => void} progress
   * @returns {Promise<import("./workbench-core.js").Checked | undefined>}
   */
  check(progress) {
    return this.#send("check", [], progress);
  }

  /**
   * @param {string} method
   * @param {any[]} args
   * @param {(share: number) => void} [progress]
   */
  #send(method, args, progress) {
    this.#number += 1; // not of the picture: the number of the next order
    const id = this.#number;
    return new Promise((done, failed) => {
      this.#asked.set(id, { done, failed, progress });
      this.#worker?.postMessage({ id, method, args });
    });
  }
}
