// The styles of the late parts. The build moves here what style.js has between its comments `late` and `first`.
import { sheets } from "./sheet.js";

export const lateStyles = sheets(``);
