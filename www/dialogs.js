// The dialogs of the view, fetched when one is first opened.
export { Cite } from "./cite.js";
export { Share } from "./share.js";
