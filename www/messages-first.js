// Written by a test from messages/en/page-first.ftl: see CONTRIBUTING.md, "Messages".
import { say } from "./say.js";

export const failed = () => say(43, "it failed");

/**
 * @param {string} step
 */
export const goTo = (step) => say(44, "\x0e\x01year\x10Go to year\x11month\x10Go to month\x11*\x10Go to day\x11\x12", step);

/**
 * @param {string} step
 */
export const inWords = (step) => say(45, "\x0e\x01year\x10The year in words\x11month\x10The month in words\x11*\x10The day in words\x11\x12", step);

export const lateMissing = () => say(46, "Timeline, search, table and details could not be loaded; the year can still be moved.");

/**
 * The canvas, and what kind of thing it is.
 */
export const network = () => say(47, "Network");

export const networkKeys = () => say(48, "Arrow keys go from mark to mark; Enter puts an actor into focus; Escape goes back.");

export const networkKind = () => say(49, "network");

/**
 * @param {string} step
 */
export const nextChange = (step) => say(50, "\x0e\x01year\x10Next year with change\x11month\x10Next month with change\x11*\x10Next day with change\x11\x12", step);

export const noWebassembly = () => say(51, "this browser has no WebAssembly");

export const notUnderstood = () => say(52, "this page or browser does not allow or understand it");

/**
 * Where nobody can be told of yet.
 */
export const onTheirWay = () => say(53, "Names and reasons are on their way.");

export const pause = () => say(54, "Pause");

/**
 * Names of buttons and fields.
 */
export const play = () => say(55, "Play");

/**
 * @param {string} step
 */
export const previousChange = (step) => say(56, "\x0e\x01year\x10Previous year with change\x11month\x10Previous month with change\x11*\x10Previous day with change\x11\x12", step);

/**
 * @param {string} step
 */
export const slider = (step) => say(57, "\x0e\x01year\x10Year\x11month\x10Month\x11*\x10Day\x11\x12", step);

export const speed = () => say(58, "Speed");

/**
 * $reason is one of the next three, or a message of the browser.
 * @param {string} reason
 */
export const standsStill = (reason) => say(59, "The picture stands still: the program that moves it cannot run here (\x01).", reason);

export const startAgain = () => say(60, "Start again");

export const stopped = () => say(61, "The picture stopped working.");

export const time = () => say(62, "Time");

export const tryAgain = () => say(63, "Try again");
