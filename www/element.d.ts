// The types of <detente-view>: its class, its attributes and its events.
// What stands between `interface:` comments is made from interface.json: UPDATE_EXPECT=1 cargo test -p xtask interface

// interface:types
/** What the view shows: everything, or one part of it. */
export type DetenteViewName = "full" | "network" | "timeline" | "small-multiples" | "table";

/** Colours: as the reader's system has them, always light or dark, of high contrast, or black on white. */
export type DetenteTheme = "auto" | "light" | "dark" | "contrast" | "print";

/** Whether the slider and its buttons are shown. */
export type DetenteControls = "full" | "none";

/** What the view shows: a year as a number, or a month or a day as text where its dataset counts those. */
export type DetenteStep = number | string;

/** A whole year, as a number or in digits; a month or a day as a date: `1914-07`, `1914-07-28`. */
export type DetenteYear = number | `${bigint}` | `${number}-${string}`;

/** A dataset as bytes, packed as by `detente pack`, and its long texts, those of `detente texts`. */
export type DetenteData = { pack: Uint8Array; texts?: Record<string, string[]> };

// interface:end

/** The attributes, as they are written in markup and in JSX. */
export interface DetenteViewAttributes {
  // interface:attributes
  /** The address of a dataset packed by `detente pack`. Without it: the first dataset. */
  src?: string;
  /** The address of that dataset's long texts, made by `detente texts`. Without it: none. */
  texts?: string;
  /** The year to begin with, or the month or day of a dataset that counts those (`1914-07`); set later, the view moves there. Without it: the last year. */
  year?: DetenteYear;
  /** The id of an actor (`KOR`) or of a tie (`CHN-KOR`) to put into focus. Without it: nobody. */
  focus?: string;
  /** A year to hold against the shown one. Without it: none. */
  compare?: DetenteYear;
  /** What is shown. Without it: `full`. */
  view?: DetenteViewName;
  /** Light, dark, or as the reader's system; `contrast` has high contrast whatever the system says, `print` is black on white. Without it: `auto`. */
  theme?: DetenteTheme;
  /** The language of labels, sentences and, as far as the dataset has them, its texts: that of the nearest element round it unless given, and English where there are none in that language. Without it: `en`. */
  lang?: "en" | "it" | "ko" | "ar" | `${"en" | "it" | "ko" | "ar"}-${string}`;
  /** `none` leaves the slider and its buttons out. Without it: `full`. */
  controls?: DetenteControls;
  /** How fast it plays, 0.5 to 4. Without it: `1`. */
  speed?: number | `${number}`;
  /** Plays by itself once it is seen, unless the reader asked for less motion. Without it: off. */
  autoplay?: boolean | "";
  /** Begins again at the end. Without it: off. */
  loop?: boolean | "";
  /** Is as high as what it stands in. Without it: off. */
  fill?: boolean | "";
  /** Keeps the view in the address of the page; for a page that is about the view. Without it: off. */
  address?: boolean | "";
  /** The address of the folder with the files of the whole site: what the lines of *Share or embed* point at. Without it: the folder of the program, if the files are there. */
  home?: string;
  // interface:end
}

// interface:events
/** What `ready` and `yearchange` tell. */
export interface DetenteYearDetail {
  /** The year, month or day that is shown. */
  readonly year: DetenteStep;
}

/** What `focuschange` tell. */
export interface DetenteFocusDetail {
  /** The id of who is in focus; the empty string for nobody. */
  readonly focus: string;
}

/** What `comparechange` tell. */
export interface DetenteCompareDetail {
  /** The year that is held against the shown one. */
  readonly compare: DetenteStep | undefined;
}

/** What `eventselect` tell. */
export interface DetenteEventDetail {
  /** The number of the event in the dataset, from 0. */
  readonly event: number;
  /** Its year, month or day. */
  readonly year: DetenteStep;
  /** Its title. */
  readonly title: string | undefined;
}

/** What `error` tell. */
export interface DetenteErrorDetail {
  /** What was thrown. */
  readonly error: unknown;
  /** The same in words. */
  readonly report: string;
}

/** The events of the view by name. They bubble and leave shadow roots. */
export interface DetenteViewEvents {
  /** The first picture has been drawn. */
  ready: CustomEvent<DetenteYearDetail>;
  /** Another year is shown; while it plays, once for each. */
  yearchange: CustomEvent<DetenteYearDetail>;
  /** Somebody else is in focus, or nobody. */
  focuschange: CustomEvent<DetenteFocusDetail>;
  /** Another year is held against the shown one, or none. */
  comparechange: CustomEvent<DetenteCompareDetail>;
  /** The reader has chosen an event. */
  eventselect: CustomEvent<DetenteEventDetail>;
  /** It cannot run, or has stopped. */
  error: CustomEvent<DetenteErrorDetail>;
}
// interface:end

/** All events that the element takes listeners for. */
export type DetenteViewEventMap = Omit<HTMLElementEventMap, keyof DetenteViewEvents> & DetenteViewEvents;

/**
 * The view of a dataset. Attributes say where it starts and where it goes; properties tell where it is.
 * The class registers nothing; `detente-view/define` registers it as `<detente-view>`.
 */
export class DetenteViewElement extends HTMLElement {
  static observedAttributes: string[];

  // interface:members
  /** The address of a packed dataset; the empty string for the first dataset. */
  src: string;

  /** A dataset that the page has itself, in the place of that of an address. Setting it shows it. */
  data: DetenteData | undefined;

  /** The year, month or day shown or gone to. Setting it moves there. */
  get year(): DetenteStep | undefined;
  set year(value: DetenteYear | null | undefined);

  /** The id of the actor or tie in focus, or the empty string. (`focus` is every element's method.) */
  get focusId(): string;
  set focusId(value: string | null | undefined);

  /** The year held against the shown one. */
  get compared(): DetenteStep | undefined;
  set compared(value: DetenteYear | null | undefined);

  /** What is shown. */
  view: DetenteViewName;

  /** Light, dark, or as the reader's system. */
  theme: DetenteTheme;

  /** Whether the slider and its buttons are shown. */
  controls: DetenteControls;

  /** How fast it plays, 0.5 to 4. */
  speed: number;

  /** Whether it plays by itself once it is seen, unless the reader asked for less motion. */
  autoplay: boolean;

  /** Whether play begins again at the end. */
  loop: boolean;

  /** Whether it stands still, unless a reader drags it. */
  readonly paused: boolean;

  /** Plays on from here; at the end, from the beginning. */
  play(): void;

  /** Stops at the next whole year. */
  pause(): void;

  /** Goes to one year at once, and from there gliding to another. */
  playFrom(from: DetenteYear, to: DetenteYear): void;

  /** The drawn picture as text, mark by mark; empty until what comes after the first frame is there. */
  printout(): string;

  // interface:end

  addEventListener<K extends keyof DetenteViewEventMap>(
    type: K,
    listener: (this: DetenteViewElement, event: DetenteViewEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DetenteViewEventMap>(
    type: K,
    listener: (this: DetenteViewElement, event: DetenteViewEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "detente-view": DetenteViewElement;
  }
}
