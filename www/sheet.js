// Sheets of styles, constructed: a strict policy allows them where a <style> element is stopped.

/**
 * What gives the sheet for a document; a sheet cannot leave its own.
 * @param {string} text
 */
export function sheets(text) {
  /** @type {WeakMap<Document, CSSStyleSheet>} */
  const made = new WeakMap();
  return (/** @type {Document} */ page) => {
    const sheet = made.get(page) ?? new (page.defaultView ?? window).CSSStyleSheet();
    if (!made.has(page)) sheet.replaceSync(text);
    made.set(page, sheet);
    return sheet;
  };
}
