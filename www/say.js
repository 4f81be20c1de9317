// Messages of the page, filled with what they tell. `build/messages/encode.rs` describes how a message is written.

/**
 * What all scripts of a page share, though each has this module inside.
 * @typedef {object} Shared
 * @property {readonly string[]} messages of another language than English, by number
 * @property {Intl.PluralRules} plurals how the language counts
 * @property {WeakMap<Node, Map<string, import("./dom.js").Label>>} labels of each node: by attribute, or of its text by the empty name
 */

const KEY_OF_SHARED = Symbol.for("detente.messages");
const page = /** @type {{ [key: symbol]: Shared | undefined }} */ (/** @type {unknown} */ (globalThis));
/** @type {Shared} */
export const shared = page[KEY_OF_SHARED] ??= { messages: [], plurals: new Intl.PluralRules("en"), labels: new WeakMap() };

/** The characters of a message that are no text. */
const [CHOICE, BY_END, KEY, CASE, END] = ["\x0e", "\x0f", "\x10", "\x11", "\x12"];

/**
 * Has all messages in another language, or in English again. All views of a page are in one language.
 * @param {string} language its code
 * @param {readonly string[]} messages in the order of their numbers; none for English
 */
export function speak(language, messages) {
  Object.assign(shared, { messages, plurals: new Intl.PluralRules(language) });
}

/**
 * A message with its values.
 * @param {number} number of the message
 * @param {string} english
 * @param {...(string | number)} values
 */
export function say(number, english, ...values) {
  const letters = [...shared.messages[number] ?? english];
  let at = 0;
  /** Text up to the end of a key, a case, a choice or the message, and that end. @returns {[string, string | undefined]} */
  const read = () => {
    let text = "";
    for (;;) {
      const letter = letters[at++];
      if (letter === undefined || letter === KEY || letter === CASE || letter === END) return [text, letter];
      if (letter === CHOICE || letter === BY_END) text += choose(values[place(letters[at++])] ?? "");
      else text += letter < "\x09" ? values[place(letter)] ?? "" : letter;
    }
  };
  /** The case that fits, of those that follow. @param {string | number} value */
  const choose = (value) => {
    /** @type {string | undefined} */
    let chosen;
    for (let [key, end] = read(); end === KEY; [key, end] = read()) {
      const [text] = read();
      if (chosen === undefined && fits(key, value)) chosen = text;
    }
    return chosen ?? "";
  };
  return read()[0];
}

/** Which value a letter stands for. */
const place = (/** @type {string | undefined} */ letter) => (letter?.codePointAt(0) ?? 0) - 1; // not of the picture: the number of a value

/**
 * Whether a case is for a value: of a number by itself or by its plural category, of a text by itself.
 * @param {string} key
 * @param {string | number} value
 */
function fits(key, value) {
  if (key === "*" || key === value) return true;
  return typeof value === "number" && (key === shared.plurals.select(value)[0] || key === String.fromCodePoint(48 + value)); // not of the picture: numbers stand after 0
}
