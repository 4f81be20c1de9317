// Messages of the page: a function for each stands in the modules `messages-*.js`, which a test writes.

/**
 * What all scripts of a page share, though each has this module inside. All views of a page are in one language.
 * @typedef {object} Shared
 * @property {readonly string[]} messages of another language than English, by number
 * @property {(message: string, values: readonly (string | number)[]) => string} fill puts values into a message
 * @property {WeakMap<Node, Map<string, import("./dom.js").Label>>} labels of each node: by attribute, or of its text by the empty name
 */

const NAME = Symbol.for("detente.messages");
const page = /** @type {{ [key: symbol]: Shared | undefined }} */ (/** @type {unknown} */ (globalThis));
/** @type {Shared} */
export const shared = page[NAME] ??= {
  messages: [],
  // Of a choice the first, until the late part brings the whole: years.
  fill: (message, values) => message.replace(/\x0e.*?\x10(.*?)\x11.*/s, "$1").replace("\x01", String(values[0])),
  labels: new WeakMap(),
};

/**
 * A message with its values.
 * @param {number} number of the message
 * @param {string} english
 * @param {...(string | number)} values
 */
export function say(number, english, ...values) {
  return shared.fill(shared.messages[number] ?? english, values);
}
