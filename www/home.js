// Where the files of the whole site are: what the lines to embed the view point at.

/**
 * The folder with the site's files: what `home` names, or else the folder of the program.
 * Bundlers put the program elsewhere, so that folder may hold nothing else; and a page from a disk or in a sandbox has none.
 * @param {Element} view
 */
export function home(view) {
  const named = view.getAttribute("home");
  try {
    // A known file, because bundlers follow addresses of files alone.
    const file = named ? new URL(`${named}/`, document.baseURI) : new URL("./detente_bg.wasm", import.meta.url);
    return new URL("./", file.href.replace(/\/+$/, "/"));
  } catch {
    return undefined;
  }
}

/**
 * What the site's files must be, by name; `undefined` where there is no site.
 * @param {Element} view
 * @returns {Promise<Record<string, string> | undefined>}
 */
export async function integrity(view) {
  const folder = home(view);
  if (!folder) return undefined;
  try {
    const response = await fetch(new URL("integrity.json", folder), { credentials: "omit" });
    if (response.ok) return await response.json();
  } catch {
    // A folder on another host need not let it be read.
  }
  return view.hasAttribute("home") ? {} : undefined;
}
