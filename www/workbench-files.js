// Files that a reader chooses or drops: which of them are read, and their bytes.

/**
 * @typedef {object} Given
 * @property {string} name what the dataset is called where nothing says it
 * @property {[name: string, bytes: Uint8Array][]} files
 */

/** What a folder may hold of a dataset. */
const ENDINGS = /\.(csv|tsv|tab|json|gexf|graphml)$/i;
/** No more files are read. */
const MOST = 64;

/**
 * The bytes of some files. Of several, those are read that can be of a dataset.
 * @param {File[]} files
 * @param {string} folder the folder's name, where it was one
 * @param {number} largest the most bytes of a file
 * @returns {Promise<Given>}
 */
export async function read(files, folder, largest) {
  const named = files.length === 1 ? files : files.filter(({ name }) => ENDINGS.test(name));
  if (!named.length) throw new Error("None of these files is a table, JSON, GEXF or GraphML.");
  if (named.length > MOST) throw new Error(`These are ${named.length} files; the limit is ${MOST}.`);
  // Before a byte is read.
  const large = named.find(({ size }) => size > largest);
  if (large) throw new Error(`${large.name} has ${large.size} bytes; the limit is ${largest}.`);
  const read = await Promise.all(named.map(async (file) => /** @type {[string, Uint8Array]} */ ([file.name, new Uint8Array(await file.arrayBuffer())])));
  return { name: folder || read[0]?.[0] || "", files: read };
}

/**
 * The files that were dropped, and the name of the folder where one was dropped.
 * @param {DataTransfer} transfer
 * @returns {Promise<{ files: File[], folder: string }>}
 */
export async function dropped(transfer) {
  // Asked for at once: later the list is empty.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
  const files = [...transfer.files];
  const folder = entries.length === 1 && entries[0]?.isDirectory ? /** @type {FileSystemDirectoryEntry} */ (entries[0]) : undefined;
  return folder ? { files: await within(folder), folder: folder.name } : { files, folder: "" };
}

/** @param {FileSystemDirectoryEntry} folder */
async function within(folder) {
  const reader = folder.createReader();
  /** @type {File[]} */
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const entries = await new Promise((done, failed) => { reader.readEntries(done, failed); });
    if (!entries.length) return files;
    for (const entry of entries.filter(({ isFile }) => isFile)) {
      files.push(await new Promise((done, failed) => { /** @type {FileSystemFileEntry} */ (entry).file(done, failed); }));
    }
  }
}
