// What the core hands over to the scripts: `src/web` makes it, wasm-bindgen carries it, `cargo xtask` puts it into `detente.js`.

export interface Named {
  id: string;
  name: string;
}

export interface SourceRow {
  title: string;
  publisher: string;
  url: string;
}

export type Confidence = "high" | "medium" | "low";

/** What is said once of a dataset. */
export interface Outline {
  title: string;
  first: number;
  last: number;
  version: string;
  published?: number;
  stances: { value: number; name: string }[];
  egoName: string;
  rivalName?: string;
  actors: Named[];
  lines: string[];
}

/** How things are after a frame. */
export interface FrameState {
  moving: boolean;
  playing: boolean;
  position: number;
  year: number;
  settled: boolean;
  cursor: number;
  counts: number[];
}

export interface ChangeRow {
  id: string;
  date: string;
  color: string;
  title: string;
  summary: string;
  actors: Named[];
  sources: SourceRow[];
  confidence: Confidence;
  label: string;
}

export interface YearText {
  year: number;
  valueText: string;
  announcement: string;
  description: string;
  changes: ChangeRow[];
  ongoing: ChangeRow[];
}

export interface TableRow {
  name: string;
  stance: number;
  stanceName: string;
  since: string;
  why: string;
}

export interface EventRow {
  index: number;
  date: string;
  year: number;
  title: string;
  color: string;
  confidence: Confidence;
}

export interface LinkRow {
  id: string;
  name: string;
  stanceName: string;
  color: string;
}

export interface FigureRow {
  year: number;
  value: number;
  basis: string;
  confidence: Confidence;
}

export interface PlotRow {
  title: string;
  unit: string;
  share: boolean;
  figures: FigureRow[];
  sources: SourceRow[];
}

export interface SpellRow {
  from: string;
  to: string;
  stanceName: string;
  why: string;
  color: string;
  current: boolean;
  confidence: Confidence;
  sources: SourceRow[];
}

export interface ActRow {
  date: string;
  text: string;
  confidence: Confidence;
  source?: SourceRow;
}

export interface CardText {
  id: string;
  name: string;
  fullName: string;
  others: string;
  place?: [number, number];
  stance?: number;
  stanceName: string;
  since: string;
  why: string;
  doubt: string;
  color: string;
  sources: SourceRow[];
  spells: SpellRow[];
  acts: ActRow[];
  events: EventRow[];
  links: LinkRow[];
  plots: PlotRow[];
}

export interface DifferenceRow {
  id: string;
  name: string;
  group: "nearer" | "farther" | "came" | "went";
  then: string;
  now: string;
  color: string;
}

export interface TimelineRow {
  top: number;
  height: number;
  focus: string;
  stanceName: string;
  color: string;
}

export interface TipText {
  title: string;
  detail: string;
  text: string;
  color: string;
  sources: SourceRow[];
  doubt: string;
}

export interface FoundRow {
  kind: "year" | "actor" | "event";
  id: string;
  focus?: string;
  year?: number;
  pieces: string[];
  detail: string;
}

/** One view of a dataset on its canvases. Years are whole numbers, lengths CSS pixels, times milliseconds. */
export declare class Detente {
  constructor(rings: HTMLCanvasElement, marks: HTMLCanvasElement, strip: HTMLCanvasElement, timeline: HTMLCanvasElement, pack?: Uint8Array);
  free(): void;
  outline(): Outline;
  column(name: string, values: string): void;
  attach(): void;
  resize(width: number, height: number, stripWidth: number, stripHeight: number, ratio: number): void;
  theme(name: string): void;
  paper(on: boolean): void;
  calm(on: boolean): void;
  scrub(position: number): void;
  settle(): void;
  go(year: number): void;
  jump(year: number): void;
  play(): void;
  pause(): void;
  speed(factor: number): void;
  nextChange(direction: number): number;
  destination(): number;
  frame(now: number): FrameState;
  year(): YearText;
  table(): TableRow[];
  point(x: number, y: number, tolerance: number): CardText | undefined;
  leave(): void;
  focus(id?: string): CardText | undefined;
  focused(): string;
  navigate(direction: string): CardText | undefined;
  eventTitle(index: number): string;
  card(id: string): CardText | undefined;
  search(query: string): FoundRow[];
  layTimeline(width: number, left: number, right: number, ratio: number): number;
  timelineRows(): TimelineRow[] | undefined;
  positionAt(x: number): number;
  pointTimeline(x: number, y: number): TipText | undefined;
  still(canvas: HTMLCanvasElement, year: number, width: number, height: number, ratio: number): void;
  shot(canvas: HTMLCanvasElement, ratio: number): void;
  svg(): string;
  plot(canvas: HTMLCanvasElement, index: number, width: number, height: number, ratio: number): void;
  compare(year?: number): void;
  compared(): number | undefined;
  differences(): DifferenceRow[] | undefined;
  printout(): string;
}

/** A fresh copy of the glue at every call: each view has an instance of its own. */
export declare function glue(): ((options: { module_or_path: WebAssembly.Module }) => Promise<unknown>) & { Detente: typeof Detente };
