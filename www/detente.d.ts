// What the core hands over to the scripts: made by `src/words` and `src/web`, carried by wasm-bindgen in `detente.js`.

export interface Name {
  id: string;
  name: string;
}

export interface Source {
  /** What the link says. */
  words: string;
  /** The document. */
  title: string;
  /** An address of the web, or empty. */
  url: string;
}

/** One row of any list; an empty text or list shows nothing. */
export interface Row {
  /** What `focus` takes, or the id of an entry. */
  id: string;
  title: string;
  /** How they stand, or how a change bears. */
  how: string;
  when: string;
  text: string;
  doubt: string;
  /** Which other stance is argued, and why. */
  alternative: string;
  /** Its colour is that of a stance or of a tone; with neither its mark is hollow. */
  stance?: number;
  tone?: number;
  year?: number;
  /** The number of an event. */
  index?: number;
  /** Whether it holds in the shown year. */
  current: boolean;
  actors: Name[];
  more: string;
  /** The title in pieces; every other one is what was looked for. */
  pieces: string[];
  sources: Source[];
}

export interface Section {
  kind: string;
  title: string;
  rows: Row[];
}

/** What is said once of a dataset. */
export interface Outline {
  title: string;
  /** The slider's ends: years, or the numbers of months or days. */
  first: number;
  last: number;
  /** What the last one is called where one is typed. */
  lastId: string;
  /** What the slider counts. */
  step: "year" | "month" | "day";
  /** The number of each, the higher the warmer, and its name. */
  stances: [number, string][];
  /** Whether stances are those of lines. */
  lines: boolean;
  /** What a hollow mark is called, and what it means. */
  absence?: [string, string];
  /** Other signs of the network: a name for styles, and what it means. */
  signs: [string, string][];
}

/** What a year, month or day is called in attributes and addresses: `1972`, `1914-07`, `1914-08-04`. */
export type StepId = number | string;

export interface Now {
  year: number;
  line: string;
  /** A sentence in pieces: plain text and numbers by turns. */
  counts: string[];
}

export interface YearText {
  year: number;
  heading: string;
  rows: Row[];
  valueText: string;
  announcement: string;
  description: string;
  network: string;
}

export interface Series {
  title: string;
  note: string;
  label: string;
  columns: string[];
  rows: Row[];
  sources: Source[];
}

export interface CardText {
  row: Row;
  fullName: string;
  others: string;
  asOf: string;
  said: string;
  sections: Section[];
  series: Series[];
  /** What is said to put it in the centre; empty where that cannot be. */
  centre: string;
}

export interface TableText {
  caption: string;
  columns: string[];
  rows: Row[];
}

export interface DifferencesText {
  /** What the way back is called. */
  alone: string;
  heading: string;
  note: string;
  sections: Section[];
}

export interface Found {
  said: string;
  sections: Section[];
}

export interface TimelineRow {
  /** Left, top, width and height of the name's box, where the word begins in it and its line's middle. */
  place: [number, number, number, number, number, number];
  row: Row;
}

export interface TipText {
  row: Row;
  said: string;
}

export interface Citation {
  key: string;
  author: string;
  title: string;
  published?: number;
  version: string;
  view: string;
  text: string;
}

export interface Multiple {
  year: number;
  id: StepId;
  name: string;
  line: string;
  /** Whether it is the shown year. */
  current: boolean;
  /** Whether it stays when another year is shown. */
  chosen: boolean;
}

/** What is stale, or to be dispatched or written, after a command or a frame. */
export type Bit = "NETWORK" | "FRAME" | "YEAR" | "CARD" | "DIFFERENCES" | "TABLE" | "TIMELINE_ROWS" | "SMALL_MULTIPLES" | "TIP" | "PALETTE"
  | "PLOTS" | "MOVING" | "SETTLED" | "YEAR_CHANGED" | "FOCUS_CHANGED" | "COMPARE_CHANGED" | "EVENT_SELECTED" | "HISTORY" | "ADDRESS" | "TIP_MOVED";

/**
 * What a view draws on: lists of operations, whose strings it keeps; `known` of them stay, those of `fresh` follow,
 * with U+001F between them.
 */
export interface Surface {
  draw(list: Int32Array, known: number, fresh: string): void;
}

/**
 * One view of a dataset on its canvases. Years are whole numbers: calendar years, or those of months or days, lengths CSS pixels, times milliseconds.
 * Every command answers with a set of bits; `bits` names them.
 */
export declare class Detente {
  constructor(rings: Surface, marks: Surface, strip: Surface, timeline: HTMLCanvasElement, pack?: Uint8Array);
  free(): void;
  static bits(): Bit[];

  column(name: string, values: string): void;
  attach(): number;
  resize(width: number, height: number, stripWidth: number, stripHeight: number, ratio: number): number;
  layoutTimeline(width: number, left: number, right: number, ratio: number): number;
  theme(name: string): number;
  fewColors(colors: string): number;
  pinch(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): number;
  unzoom(): number;
  zoomed(): boolean;
  reducedMotion(on: boolean): number;
  paper(on: boolean): number;
  speed(factor: number): number;
  loop(on: boolean): number;
  scrub(position: number): number;
  drag(by: number, width: number): number;
  release(): number;
  go(year: number): number;
  step(years: number): number;
  jump(year: number): number;
  typed(text: string, done: boolean): number;
  nextChange(direction: number): number;
  play(): number;
  pause(): number;
  togglePlay(): number;
  playFrom(from: number, to: number): number;
  scrubTimeline(x: number): number;
  goTimeline(x: number): number;
  frame(now: number): number;
  focus(id?: string): number;
  centre(id?: string): number;
  compare(year?: number): number;
  goToEvent(index: number): number;
  point(x: number, y: number, reach: number): number;
  pick(x: number, y: number, reach: number, keepTip: boolean): number;
  pickPointed(): number;
  leave(): number;
  navigate(direction: string): number;
  pointTimeline(x: number, y: number): number;
  leaveTimeline(): number;
  leapTimeline(leap: string): number;
  pickTimeline(): number;
  unfoldEras(unfolded: boolean): number;
  addYear(): number;
  removeYear(year: number): number;
  resetYears(): number;
  speak(messages: string): number;
  /** The code of the language of the dataset's own texts. */
  ownLanguage(): string;
  /** The same, where some of them are shown among words of another language; else empty. */
  foreign(): string;
  /** Hands over the texts of a place of a translation, each ended by U+001F. */
  translate(language: string, place: string, values: string): void;
  /** Has the texts that were handed over, and names of countries: code, own name, name, each ended by U+001F. */
  renamed(countries: string): number;

  position(): number;
  year(): number;
  label(): string;
  destination(): number;
  idOf(year: number): StepId;
  stepOf(text: string): number | undefined;
  steps(): [StepId, string][];
  playing(): boolean;
  moving(): boolean;
  progress(): number;
  cursor(): number;
  egoCount(): number;
  rivalCount(): number;
  centred(): string;
  focused(): string;
  pointed(): string;
  compared(): number | undefined;
  cursorName(): number;
  rowLevel(index: number): number;
  rowStance(index: number): number;
  timelineHeight(): number;
  timelineKey(): string;
  timelinePieces(): Float64Array;
  timelineOutline(): Float64Array;
  erasUnfolded(): boolean | undefined;
  typedProblem(): string;
  tipOn(): "network" | "timeline" | "";
  placeTip(width: number, height: number): Float64Array;
  selectedEvent(): { index: number; year: number; id: StepId; title: string } | undefined;
  palette(): [string, string][];
  smallMultiples(): Multiple[];

  outline(): Outline;
  now(): Now;
  yearText(): YearText;
  valueText(): string;
  card(): CardText | undefined;
  /** The same of anyone, by what `focus` takes. */
  cardOf(id: string): CardText | undefined;
  table(): TableText;
  differences(): DifferencesText | undefined;
  search(query: string): Found;
  timelineRows(): TimelineRow[] | undefined;
  tip(): TipText | undefined;
  howToRead(): [string, string][];
  citation(): Citation;

  still(canvas: HTMLCanvasElement, year: number, width: number, height: number, ratio: number): void;
  plot(canvas: HTMLCanvasElement, index: number, width: number, height: number, ratio: number): void;
  shot(canvas: HTMLCanvasElement, ratio: number): void;
  svg(): string;
  printout(): string;
}

/** A fresh copy of the glue at every call: each view has an instance of its own. */
export declare function glue(): ((options: { module_or_path: WebAssembly.Module }) => Promise<unknown>) & { Detente: typeof Detente };
