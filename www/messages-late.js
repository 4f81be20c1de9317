// Written by a test from messages/en/page-late.ftl: see CONTRIBUTING.md, "Messages".
import { say } from "./say.js";

/**
 * $date is a year, a month or a day.
 * @param {string} date
 */
export const addDate = (date) => say(64, "Add \x01", date);

/**
 * A link that opens the numbers of a plot.
 */
export const asATable = () => say(65, "As a table");

export const backToEveryone = () => say(66, "‹ Back to everyone");

export const cite = () => say(67, "Cite this view");

/**
 * Before a list of years.
 */
export const compareWith = () => say(68, "Compare with");

/**
 * Before and after the year at the line of the timeline.
 * @param {string} date
 */
export const cursorEnd = (date) => say(69, "end of \x01", date);

/**
 * @param {string} date
 */
export const dateIsBelow = (date) => say(70, "\x01 is below", date);

/**
 * A button that shows the eras of the timeline.
 */
export const eras = () => say(71, "Eras");

export const everyoneShown = () => say(72, "Everyone is shown again.");

/**
 * In the field of the search.
 * @param {string} step
 */
export const find = (step) => say(73, "\x0e\x01year\x10Find a country, event or year\x11month\x10Find a country, event or month\x11*\x10Find a country, event or day\x11\x12", step);

/**
 * The list of what was found.
 */
export const found = () => say(74, "Found");

/**
 * A button that opens a dialog.
 */
export const help = () => say(75, "Keys and gestures");

export const howToRead = () => say(76, "How to read this");

/**
 * Before links to the page in other languages, for screen readers.
 */
export const languageOfPage = () => say(77, "Language");

/**
 * Above the legend, for screen readers.
 */
export const legend = () => say(78, "Legend: stances from the warmest to the coldest, then other signs");

/**
 * The first of the list: nothing is compared.
 * @param {string} step
 */
export const noOther = (step) => say(79, "\x0e\x01year\x10no other year\x11month\x10no other month\x11*\x10no other day\x11\x12", step);

export const nobodyCentral = () => say(80, "‹ Nobody in the centre");

export const reasonsMissing = () => say(81, "The reasons and sources could not be loaded.");

export const reset = () => say(82, "Reset to turning points");

export const share = () => say(83, "Share or embed");

/**
 * Under the small picture of the shown year.
 */
export const shownNow = () => say(84, "shown now");

/**
 * @param {string} step
 */
export const sideBySide = (step) => say(85, "\x0e\x01year\x10Years side by side\x11month\x10Months side by side\x11*\x10Days side by side\x11\x12", step);

/**
 * Said once, where texts stand in their own language. $language is the name of a language.
 * @param {string} language
 */
export const someTextsIn = (language) => say(86, "Some texts of this dataset are in \x01.", language);

export const tableEveryone = () => say(87, "Everyone in the picture, as a table");

export const tableRegion = () => say(88, "The picture as a table");

/**
 * @param {string} date
 */
export const takeAway = (date) => say(89, "Take \x01 away", date);

/**
 * The canvas of the timeline, and what kind of thing it is.
 * @param {string} step
 */
export const timeline = (step) => say(90, "\x0e\x01year\x10Timeline: how each principal partner stood, year by year; the same is told in words when it is in focus\x11month\x10Timeline: how each principal partner stood, month by month; the same is told in words when it is in focus\x11*\x10Timeline: how each principal partner stood, day by day; the same is told in words when it is in focus\x11\x12", step);

/**
 * @param {string} step
 */
export const timelineKeys = (step) => say(91, "\x0e\x01year\x10Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s year.\x11month\x10Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s month.\x11*\x10Left and right arrow keys go from event to event, up and down from row to row; Enter goes to the event’s day.\x11\x12", step);

export const timelineKind = () => say(92, "timeline");

/**
 * The tree of the picture, and how to walk it by keys.
 */
export const treeEveryone = () => say(93, "Everyone in the picture, as a tree of rings");

export const treeKeys = () => say(94, "Up and down arrow keys go from one to the next, right and left open and close; Enter leads there.");

/**
 * Of the list of the year, for screen readers.
 */
export const whatChanged = () => say(95, "What changed");

export const whatDiffers = () => say(96, "What differs");
