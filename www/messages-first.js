// Written by a test from messages/en/page-first.ftl: see CONTRIBUTING.md, "Messages".
import { say } from "./say.js";

export const failed = () => say(27, "it failed");

/**
 * @param {string} step
 */
export const goTo = (step) => say(28, "\x0e\x01year\x10Go to year\x11month\x10Go to month\x11*\x10Go to day\x11\x12", step);

/**
 * @param {string} step
 */
export const inWords = (step) => say(29, "\x0e\x01year\x10The year in words\x11month\x10The month in words\x11*\x10The day in words\x11\x12", step);

export const lateMissing = () => say(30, "Timeline, search, table and details could not be loaded; the year can still be moved.");

/**
 * The canvas, and what kind of thing it is.
 */
export const network = () => say(31, "Network");

export const networkKeys = () => say(32, "Arrow keys go from mark to mark; Enter puts an actor into focus; Escape goes back.");

export const networkKind = () => say(33, "network");

/**
 * @param {string} step
 */
export const nextChange = (step) => say(34, "\x0e\x01year\x10Next year with change\x11month\x10Next month with change\x11*\x10Next day with change\x11\x12", step);

export const noWebassembly = () => say(35, "this browser has no WebAssembly");

export const notUnderstood = () => say(36, "this page or browser does not allow or understand it");

/**
 * Where nobody can be told of yet.
 */
export const onTheirWay = () => say(37, "Names and reasons are on their way.");

export const pause = () => say(38, "Pause");

/**
 * Names of buttons and fields.
 */
export const play = () => say(39, "Play");

/**
 * @param {string} step
 */
export const previousChange = (step) => say(40, "\x0e\x01year\x10Previous year with change\x11month\x10Previous month with change\x11*\x10Previous day with change\x11\x12", step);

/**
 * @param {string} step
 */
export const slider = (step) => say(41, "\x0e\x01year\x10Year\x11month\x10Month\x11*\x10Day\x11\x12", step);

export const speed = () => say(42, "Speed");

/**
 * $reason is one of the next three, or a message of the browser.
 * @param {string} reason
 */
export const standsStill = (reason) => say(43, "The picture stands still: the program that moves it cannot run here (\x01).", reason);

export const startAgain = () => say(44, "Start again");

export const stopped = () => say(45, "The picture stopped working.");

export const time = () => say(46, "Time");

export const tryAgain = () => say(47, "Try again");
