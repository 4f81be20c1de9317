// Where words and texts in other languages come from: files beside the script, or beside the dataset's texts.

/** What the tables of messages must be; the build of the one script that hosts check by its own hash fills it in. */
const INTEGRITY = { it: "", ko: "", ar: "" };

/** Where the words in other languages are. */
const MESSAGES = {
  it: () => new URL("./messages-it.txt", import.meta.url),
  ko: () => new URL("./messages-ko.txt", import.meta.url),
  ar: () => new URL("./messages-ar.txt", import.meta.url),
};

/** Where the first dataset's texts in other languages are. */
const TEXTS = {
  en: () => new URL("./detente-texts-en.txt", import.meta.url),
  it: () => new URL("./detente-texts-it.txt", import.meta.url),
  ko: () => new URL("./detente-texts-ko.txt", import.meta.url),
  ar: () => new URL("./detente-texts-ar.txt", import.meta.url),
};

/** The languages that there are words in, and what each calls itself. */
export const languages = { en: "English", it: "Italiano", ko: "한국어", ar: "العربية" };

/**
 * @param {URL} address
 * @param {AbortSignal} signal
 * @param {RequestInit} options
 */
async function fetched(address, signal, options) {
  const response = await fetch(address, { signal, referrerPolicy: "no-referrer", ...options });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response;
}

/**
 * The table of messages of a language; an empty one for English.
 * @param {string} language
 * @param {AbortSignal} signal
 */
export async function messages(language, signal) {
  if (!(language in MESSAGES)) return "";
  const code = /** @type {keyof typeof MESSAGES} */ (language);
  // As a page in the language asks for it ahead, which cannot be without credentials; the site has none.
  return (await fetched(MESSAGES[code](), signal, { integrity: INTEGRITY[code] })).text();
}

/**
 * The texts of the dataset in a language, by their places: those beside the texts of another address (`my-data-it.json`
 * beside `my-data.json`), or else the first dataset's own.
 * @param {string | null} address
 * @param {string} language
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, string[]>>}
 */
export async function translation(address, language, signal) {
  const beside = address ? new URL(address, document.baseURI) : TEXTS[/** @type {keyof typeof TEXTS} */ (language)]();
  if (address) beside.pathname = beside.pathname.replace(/(\.[^./]*)?$/, `-${language}$1`);
  return (await fetched(beside, signal, address ? { credentials: "omit" } : {})).json();
}
