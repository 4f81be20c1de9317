// The help of the view: its keys and gestures.
import { Dialog } from "./dialog.js";
import { h } from "./dom.js";
import { helpArrows, helpDouble, helpDrag, helpEscape, helpHelp, helpKeys, helpLong, helpPinch, helpSearch, helpSlider, helpSpace, helpSwipe, helpTap, helpTimeline, helpTitle, helpTouch } from "./messages-dialogs.js";

/** Each of the lists. @type {[() => string, (() => string)[]][]} */
const LISTS = [
  [helpKeys, [helpSpace, helpSlider, helpArrows, helpTimeline, helpEscape, helpSearch, helpHelp]],
  [helpTouch, [helpTap, helpLong, helpDrag, helpSwipe, helpPinch, helpDouble]],
];

/** A dialog with what keys and fingers do. */
export class Help extends Dialog {
  constructor() {
    super("help", helpTitle());
    this.element.classList.add("help-dialog");
    for (const [name, rows] of LISTS) this.append(h("h3", {}, name()), h("ul", {}, ...rows.map((row) => h("li", {}, row()))));
  }
}
