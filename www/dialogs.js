// The dialogs of the view, fetched when one is first opened.
export { Cite, addressOf, citations } from "./cite.js";
export { Help } from "./help.js";
export { Share } from "./share.js";
