// What the program of the workbench tells, made by src/web/workbench; its glue is made by the build.

export interface Place {
  /** As a terminal names it: `ties.csv:2:5`. */
  address: string;
  file: string;
  /** The column's name in the head; empty when no single cell is meant. */
  field: string;
  row?: number;
  column?: number;
}

export interface Problem {
  code: string;
  message: string;
  note: string;
  hint: string;
  /** Whether it only warns. */
  allowed: boolean;
  place: Place;
  /** What is most likely meant in its place. */
  correction?: string;
}

export interface ColumnReading { file: string; column: string; read_as: string; note: string }
export interface WordReading { file: string; word: string; rows: number; stance: number }
export interface FileShape { name: string; bytes: number; isText: boolean; isTable: boolean; rows: number }
export interface MendedLine { file: string; line: number; before: string; after: string }

export interface Shape {
  name: string;
  title: string;
  /** The ends of the span: years as numbers, months and days as dates. */
  firstYear: number | string;
  lastYear: number | string;
  ego?: string;
  actors: [id: string, name: string][];
  ties: number;
  ladder: [value: number, name: string][];
}

export interface Answer {
  passed: boolean;
  errors: number;
  warnings: number;
  summary: string;
  problems: Problem[];
  further: number;
  form: string;
  columns: ColumnReading[];
  words: WordReading[];
  unknownWords: { file: string; word: string }[];
  rules: string[];
  files: FileShape[];
  mends: { count: number; lines: MendedLine[] };
  meanings: string[];
  dataset?: Shape;
}

export interface Line { row: number; line: number; cells: string[] }

/** How files are read, beside what stands in them. */
export interface Settings {
  /** The empty string for nobody. */
  ego?: string;
  title?: string;
  span?: [number, number];
  columns: [name: string, meaning: string][];
  kinds: [word: string, stance: number][];
  thresholds: number[];
  allow: string[];
}

/** What a check ends with. */
export interface Checked {
  answer: Answer;
  /** Where there are no errors, once the whole program is there: what is drawn, and what is read. */
  pack?: Uint8Array;
  texts?: Uint8Array;
  report: string;
}

/** The exported class, as far as the worker asks it. Answers and rows are JSON. */
export class Workbench {
  free(): void;
  clear(name: string): void;
  put(name: string, bytes: Uint8Array): void;
  setSettings(settings: string): void;
  needsAll(): boolean;
  read(): void;
  check(): boolean;
  answer(passed: boolean): string;
  reportText(): string;
  reportJson(): string;
  rows(file: string, from: number, count: number): string;
  edit(file: string, row: number, column: number, value: string): boolean;
  addRow(file: string): boolean;
  deleteRow(file: string, row: number): boolean;
  correct(problem: number): boolean;
  mend(): boolean;
  pack(): Uint8Array;
  texts(): Uint8Array;
  page(viewer: string): Uint8Array | undefined;
  package(): Uint8Array;
  convert(form: string): Uint8Array;
  picture(year: string, isDark: boolean): Uint8Array | undefined;
}

interface Instance {
  (options: { module_or_path: WebAssembly.Module | Response | Promise<Response> }): Promise<unknown>;
  Workbench: { new (): Workbench; largest(): number };
}

/** Makes a fresh instance at every call. */
export function glue(): Instance;
