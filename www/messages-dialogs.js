// Written by a test from messages/en/page-dialogs.ftl: see CONTRIBUTING.md, "Messages".
import { say } from "./say.js";

/**
 * Choices before their lists.
 */
export const chooseForm = () => say(0, "Form");

export const choosePart = () => say(1, "Shows");

export const chooseTheme = () => say(2, "Colours");

export const chooseWidth = () => say(3, "Width");

/**
 * The plain text of a citation.
 */
export const citationText = () => say(4, "Text");

export const close = () => say(5, "Close");

/**
 * @param {string} what
 */
export const copiedWhat = (what) => say(6, "\x01 copied.", what);

/**
 * A button, and what it is called where there are several. $what is the heading of a field.
 */
export const copy = () => say(7, "Copy");

/**
 * @param {string} what
 */
export const copyWhat = (what) => say(8, "Copy \x01", what);

export const embed = () => say(9, "Embed");

/**
 * In the lists.
 */
export const formElement = () => say(10, "As part of the page (script)");

export const formFrame = () => say(11, "As a frame (no script of ours)");

export const formPicture = () => say(12, "As a picture (newsletters, feeds)");

export const helpArrows = () => say(13, "On the network, arrow keys: from mark to mark; Enter: put an actor into focus");

export const helpDouble = () => say(14, "Double tap: a nearer look, or the whole picture again");

export const helpDrag = () => say(15, "Drag to the side: move in time");

export const helpEscape = () => say(16, "Escape: back");

export const helpHelp = () => say(17, "?: this help");

export const helpKeys = () => say(18, "Keys, while the view has the keyboard");

export const helpLong = () => say(19, "Long press: the same as a tap");

export const helpPinch = () => say(20, "Two fingers: zoom and move the picture");

export const helpSearch = () => say(21, "/: search");

export const helpSlider = () => say(22, "On the slider, arrow keys: one step; Page Up and Page Down: ten steps; Home and End: the first and the last");

export const helpSpace = () => say(23, "Space bar: play and pause");

export const helpSwipe = () => say(24, "Swipe up or down: scroll the page");

export const helpTap = () => say(25, "Tap: put an actor into focus");

export const helpTimeline = () => say(26, "On the timeline, arrow keys: from event to event; Enter: go to its date");

/**
 * The help: its title, and lists of keys and of gestures, each with what it does.
 */
export const helpTitle = () => say(27, "Keys and gestures");

export const helpTouch = () => say(28, "Fingers on the network");

export const linesToCopy = () => say(29, "Lines to copy");

/**
 * Heads of the dialog for sharing.
 */
export const linkToView = () => say(30, "Link to this view");

export const partAll = () => say(31, "everything");

export const partMultiples = () => say(32, "years side by side");

export const partNetwork = () => say(33, "the network");

export const partTimeline = () => say(34, "the timeline");

export const pictureOfView = () => say(35, "Picture of this view");

export const previewFrame = () => say(36, "How it will look");

export const previewPicture = () => say(37, "How the picture will look");

/**
 * Where a page may not copy by itself.
 * @param {string} what
 */
export const selectedWhat = (what) => say(38, "\x01 is selected; copy it with your keys.", what);

export const themeAuto = () => say(39, "as the reader’s system");

export const themeDark = () => say(40, "dark");

export const themeLight = () => say(41, "light");

export const widthText = () => say(42, "as wide as the text");
