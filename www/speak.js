// Messages of the page filled with what they tell, in any language. `build/messages/encode.rs` describes how a message
// is written.
import { shared } from "./say.js";

/** The characters of a message that are no text. */
const [CHOICE, BY_END, KEY, CASE, END] = ["\x0e", "\x0f", "\x10", "\x11", "\x12"];

/** How the language counts. */
let plurals = new Intl.PluralRules("en");

/**
 * Has all messages in a language.
 * @param {string} language its code
 * @param {readonly string[]} messages in the order of their numbers; none for English
 */
export function speak(language, messages) {
  plurals = new Intl.PluralRules(language);
  Object.assign(shared, { messages, fill });
}

/**
 * @param {string} message
 * @param {readonly (string | number)[]} values
 */
function fill(message, values) {
  const letters = [...message];
  let at = 0;
  /** Text up to the end of a key, a case, a choice or the message, and that end. @returns {[string, string | undefined]} */
  const read = () => {
    let text = "";
    for (;;) {
      const letter = letters[at++]; // not of the picture: the next letter
      if (letter === undefined || letter === KEY || letter === CASE || letter === END) return [text, letter];
      if (letter === CHOICE || letter === BY_END) text += choose(values[place(letters[at++])] ?? ""); // not of the picture: the next letter
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
  return typeof value === "number" && (key === plurals.select(value)[0] || key === String.fromCodePoint(48 + value)); // not of the picture: numbers stand after 0
}

/**
 * Says every label within a node anew.
 * @param {Node} node
 * @param {string} step what the slider counts
 */
export function relabel(node, step) {
  for (const [name, words] of shared.labels.get(node) ?? []) {
    if (node instanceof Element && name) node.setAttribute(name, words(step));
    else node.textContent = words(step);
  }
  for (const child of node.childNodes) relabel(child, step);
}
