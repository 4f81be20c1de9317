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

export const linesToCopy = () => say(13, "Lines to copy");

/**
 * Heads of the dialog for sharing.
 */
export const linkToView = () => say(14, "Link to this view");

export const partAll = () => say(15, "everything");

export const partMultiples = () => say(16, "years side by side");

export const partNetwork = () => say(17, "the network");

export const partTimeline = () => say(18, "the timeline");

export const pictureOfView = () => say(19, "Picture of this view");

export const previewFrame = () => say(20, "How it will look");

export const previewPicture = () => say(21, "How the picture will look");

/**
 * Where a page may not copy by itself.
 * @param {string} what
 */
export const selectedWhat = (what) => say(22, "\x01 is selected; copy it with your keys.", what);

export const themeAuto = () => say(23, "as the reader’s system");

export const themeDark = () => say(24, "dark");

export const themeLight = () => say(25, "light");

export const widthText = () => say(26, "as wide as the text");
