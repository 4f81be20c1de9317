// Where the files of the whole site are: what the lines to embed the view point at.

/**
 * The folder with the site's files: what `home` names, or else the folder of the program.
 * Bundlers follow addresses of files alone, and put the program elsewhere by another name; a page in a sandbox has no folder.
 * @param {Element} view
 */
export function home(view) {
  const named = view.getAttribute("home");
  try {
    if (named) return new URL(named.endsWith("/") ? named : `${named}/`, document.baseURI);
    const program = new URL("./detente_bg.wasm", import.meta.url);
    return program.pathname.endsWith("/detente_bg.wasm") ? new URL("./", program) : undefined;
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
