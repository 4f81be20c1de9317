// The view's styles. What only late parts need stands between the comments `late` and `first`; see style-late.js.

import { sheets } from "./sheet.js";

export const styles = sheets(`
:host {
  color-scheme: light dark;
  --surface: var(--detente-ground, var(--ground, Canvas));
  --words: var(--detente-ink, var(--ink, CanvasText));
  --muted: var(--detente-quiet, var(--quiet, GrayText));
  --line: var(--detente-rule, light-dark(#dcd9d1, #2b323b)); /* not of the picture: thin lines between the parts around it */
  --raised: light-dark(#fff, #161c24); /* not of the picture: what fields and buttons stand on */
  --control: light-dark(#81858d, #7d848e); /* not of the picture: the edges of fields and buttons */
  --ring: light-dark(#1b6cd6, #7db4ff); /* not of the picture: where the keyboard is */
  --found: light-dark(#fff1b8, #4a3f12); /* not of the picture: what was looked for */
  --over: light-dark(#eceae4, #262e39); /* not of the picture: what the pointer is on in a list */
  --shade: rgb(0 0 0 / 0.18); /* not of the picture: the shadow of what lies above the page */
  --veil: rgb(0 0 0 / 0.5); /* not of the picture: the page behind a dialog */
  display: block;
  container: detente / inline-size;
  color: var(--words);
  font: 16px/1.45 "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([hidden]), [hidden] { display: none !important; }
:host([data-state="ready"]:not([data-wordless])) slot { display: none; }
/* The still picture, which is in the language of the page, stands until the view is too. */
:host([data-wordless]) .view { height: 0; overflow: hidden; visibility: hidden; }
*, ::before, ::after { box-sizing: border-box; }
p, h2, h3, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: inherit; text-underline-offset: 0.16em; text-decoration-color: var(--control); }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; border-radius: 4px; }
.sr { position: absolute; inset-block-start: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.view { --surface: var(--detente-ground, var(--ground)); --words: var(--detente-ink, var(--ink)); --muted: var(--detente-quiet, var(--quiet)); color: var(--words); display: grid; position: relative; gap: 10px 30px; grid-template-columns: minmax(0, 1fr) clamp(300px, 31cqi, 470px);
  grid-template-rows: auto minmax(0, 1fr); grid-template-areas: "stage search" "stage panel" "bar bar" "tools tools" "timeline timeline" "multiples multiples" "table table"; }
.message { padding: 0.7em 1em; margin-bottom: 0.8em; border: 1px solid var(--control); border-radius: 6px; background: var(--raised); }
.message p { display: inline; }
.message button { cursor: pointer; min-height: 36px; padding: 0 12px; border: 1px solid var(--control); border-radius: 6px; background: var(--raised); }

.stage { grid-area: stage; min-width: 0; }
.net { position: relative; aspect-ratio: 1.29; max-height: 1100px; width: 100%; margin: 0 auto; }
.net :is(canvas, .rings) { position: absolute; inset: 0; width: 100%; height: 100%; }
:is(.rings, .strip) svg { height: 100%; stroke-linejoin: round; dominant-baseline: central; }
/* Time runs to the right, as the pictures have it, whichever way text runs. */
canvas, .bar { direction: ltr; }
.marks { touch-action: pan-y; cursor: grab; border-radius: 8px; }
.tip { position: absolute; z-index: 2; width: 264px; max-width: calc(100% - 8px); padding: 9px 12px; pointer-events: none; background: var(--raised);
  border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 4px 18px var(--shade); font-size: 13.5px; line-height: 1.38; }
.tip.wait { inset: 8px auto auto 8px; }
.legend { display: flex; flex-wrap: wrap; justify-content: center; gap: 1px 14px; font-size: 12.5px; color: var(--muted); }
.swatch { display: inline-block; width: 10px; height: 10px; margin-inline-end: 6px; border-radius: 50%; background: var(--mark); }
.swatch.hollow { background: none; border: 1.5px solid var(--muted); }
.swatch.ring { background: radial-gradient(var(--muted) 2.3px, transparent 2.8px); border: 1px solid var(--muted); }
.swatch.point { background: radial-gradient(var(--surface) 1.2px, var(--muted) 1.8px); }
.swatch.hole { background: radial-gradient(var(--surface) 2.2px, var(--muted) 2.8px); }
.swatch.curve, .swatch.dashes { width: 18px; height: 5px; border-top: 1.5px solid var(--muted); background: none; }
.swatch.stroke { width: 18px; height: 3px; border-radius: 0; vertical-align: middle; }
.swatch.dashes { height: 3px; border-top-style: dashed; border-radius: 0; }

.panel { grid-area: panel; min-width: 0; display: flex; flex-direction: column; position: relative; }
.now { flex: none; }
.year { font-size: calc(var(--fit, 1) * clamp(56px, 7.2cqi, 104px)); font-weight: 800; line-height: 0.98; letter-spacing: -0.035em; font-variant-numeric: tabular-nums lining-nums; margin-left: -0.04em; position: relative; }
.year::before { content: attr(data-widest); visibility: hidden; white-space: nowrap; }
[data-step="month"] .year::before { content: "May 0000"; }
[data-step="day"] .year::before { content: "00 May 0000"; }
[data-step="month"] { --fit: 0.55; --label: 116px; }
[data-step="day"] { --fit: 0.42; --label: 140px; }
.year span { position: absolute; inset: 0; contain: size layout style; }
.line { min-height: 4.02em; margin-top: 0.35em; font: 600 18px/1.34 "Noto Serif", Georgia, "Times New Roman", serif; text-wrap: pretty; }
.counts { margin-top: 0.5em; padding-bottom: 0.7em; color: var(--muted); font-size: 14.5px; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
.counts b { color: var(--words); font-size: 1.08em; }
.counts b:first-of-type { color: var(--text3); }
/* late */
.marks.over { cursor: pointer; }
.tip-name { font-size: 15px; }
.scroll { position: relative; flex: 1 1 0; min-height: 260px; overflow: auto; padding: 0.7em 8px 64px 2px; scrollbar-width: thin; scrollbar-color: var(--control) transparent;
  mask-image: linear-gradient(to bottom, black calc(100% - 72px), transparent); }
.heading { font-size: 13px; font-weight: 600; color: var(--muted); margin-bottom: 0.7em; }
.change { padding-inline-start: 12px; border-inline-start: 4px solid var(--mark); margin-bottom: 1.05em; }
.past .change { border-color: var(--line); color: var(--muted); }
.change h3, .card h3 { font-size: 15.5px; line-height: 1.3; font-weight: 700; text-wrap: balance; }
.when, .alternative, .doubt, .sources, .note { font-size: 13px; color: var(--muted); }
.summary { font-size: 14.5px; line-height: 1.45; margin-top: 0.2em; text-wrap: pretty; }
.doubt { font-style: italic; }
p.doubt::first-letter { text-transform: uppercase; }
.sources { margin-top: 0.2em; display: flex; flex-wrap: wrap; gap: 0 14px; }
.sources a, .sources cite { min-height: 24px; font-style: normal; }
.name { border: 0; background: none; padding: 0; min-height: 24px; cursor: pointer; text-decoration: underline dotted var(--control); text-underline-offset: 0.2em; }
.name:hover { text-decoration-style: solid; }
.note button, .back { cursor: pointer; min-height: 36px; padding: 0 12px; border: 1px solid var(--control); border-radius: 6px; background: var(--raised); }
.card h2 { font: 700 26px/1.2 "Noto Serif", Georgia, serif; margin-top: 0.5em; }
.card h3 { margin: 1.3em 0 0.4em; }
.card .full { color: var(--muted); font-size: 14px; }
.card .stance { margin-top: 0.45em; }
.spell { padding-block: 0.5em; padding-inline-start: 12px; border-inline-start: 2px solid var(--line); }
.spell.current { border-inline-start: 4px solid var(--words); padding-inline-start: 10px; }
.acts li { font-size: 14px; margin-bottom: 0.45em; }
.links li { font-size: 14.5px; margin-bottom: 0.15em; }
.links.came, .links.went { columns: 2; column-gap: 18px; }
.differences h3 { font-size: 15.5px; margin: 1em 0 0.35em; }
.differences .heading { margin: 0.8em 0 0.2em; font-size: 15px; color: var(--words); }
.differences.behind { display: none; }
.moment { padding-bottom: 0.4em; padding-inline-start: 10px; border-inline-start: 3px solid var(--mark); font-size: 14.5px; line-height: 1.35; }
.moment .when { display: block; }
.moment[aria-current] .name { background: var(--found); }
.plot { display: block; width: 100%; height: 132px; margin: 4px 0; }
.card details { font-size: 13.5px; }
.card summary { cursor: pointer; min-height: 32px; line-height: 32px; color: var(--muted); }

.tools { grid-area: tools; display: flex; flex-wrap: wrap; gap: 2px 22px; align-items: baseline; font-size: 13.5px; color: var(--muted); }
.how summary { cursor: pointer; min-height: 32px; line-height: 32px; }
.languages { display: flex; flex-wrap: wrap; gap: 0 14px; }
.languages a { min-height: 32px; line-height: 32px; color: inherit; }
.languages [aria-current] { color: var(--words); font-weight: 600; text-decoration: none; }
.texts-in { flex-basis: 100%; margin: 0; }
.how[open] { flex-basis: 100%; }
.how dl { display: grid; grid-template-columns: max-content minmax(0, 62em); gap: 3px 16px; margin: 0 0 0.6em; }
.how dt { color: var(--words); font-weight: 600; }
.how dd { margin: 0; }
.compare select { min-height: 32px; border: 1px solid var(--control); border-radius: 6px; background: var(--raised); color: var(--words); }

.timeline { grid-area: timeline; position: relative; min-width: 0; margin-top: -4px; }
.timeline-key { margin: 0 0 4px; font-size: 12.5px; line-height: 1.35; color: var(--muted); text-wrap: pretty; }
.timeline-canvas { display: block; width: 100%; touch-action: pan-y; cursor: crosshair; }
.plate { position: relative; direction: ltr; }
/* Texts of a dataset may run the other way than the page. */
:is(p, h2, h3, li, dt, dd, th, td, caption, .title, .detail) { unicode-bidi: plaintext; }
.track-place { margin: 0 48px 0 170px; }
.cursor { position: absolute; inset: 0 auto 0 0; width: 0; pointer-events: none; will-change: transform; contain: size layout style; }
.piece { position: absolute; left: -1px; width: 2px; background: var(--words); opacity: 0.75; }
.piece:last-child { opacity: 0.25; }
.dot { position: absolute; width: 11px; height: 11px; margin: -5.5px; border-radius: 50%; background: var(--mark); border: 2px solid var(--surface); outline: 1.5px solid var(--words); }
.cursor-year { position: absolute; top: calc(var(--head) - 21px); left: calc(var(--label, 88px) / -2); width: var(--label, 88px); height: 18px; contain: size layout style; white-space: nowrap; border-radius: 4px; background: var(--words); color: var(--surface); text-align: center; font-size: 13px; font-weight: 700; line-height: 18px; font-variant-numeric: tabular-nums; }
.cursor-year::before { content: attr(data-before); font-weight: 400; }
.cursor-year::after { content: attr(data-after); font-weight: 400; }
.outline { position: absolute; border: 1.5px solid var(--words); border-radius: 3px; pointer-events: none; }
.timeline-canvas:focus-visible ~ .outline { border: 3px solid var(--ring); }
.timeline-row { position: absolute; padding: calc(var(--middle) - 8px) 0 0; border: 0; background: none; display: flex; justify-content: end; align-items: start; white-space: nowrap; cursor: pointer; color: var(--mark, var(--muted)); font-size: 13px; font-weight: 600; line-height: 16px; }
.timeline-row.above { padding-inline-start: var(--indent); justify-content: start; }
.fold { min-height: 44px; padding: 0 12px 0 0; border: 0; background: none; cursor: pointer; color: var(--muted); font-size: 13.5px; }
.fold::before { content: "▸"; display: inline-block; width: 1.2em; }
.fold[aria-expanded="true"]::before { content: "▾"; }

.small-multiples { grid-area: multiples; min-width: 0; margin-top: 6px; }
.small-multiples-head { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; }
.small-multiples-head .heading { margin: 0 auto 0 0; font-size: 15px; color: var(--words); }
.small-multiples-head button { min-height: 36px; padding: 0 12px; border: 1px solid var(--control); border-radius: 6px; background: var(--raised); font-size: 13.5px; cursor: pointer; }
.small-multiples-head button:disabled { opacity: 0.5; cursor: default; }
.frames { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 16px 18px; margin-top: 8px; }
.frames li { position: relative; min-width: 0; container-type: inline-size; }
.frames canvas { display: block; width: 100%; aspect-ratio: 1; margin-bottom: 5px; }
.to-year { display: block; width: 100%; padding: 0; border: 0; background: none; text-align: start; text-decoration: none; cursor: pointer; }
.to-year b { font-size: 19px; letter-spacing: -0.01em; margin-inline-end: 7px; font-variant-numeric: tabular-nums; }
.to-year:hover b { text-decoration: underline; }
.frames .shown .to-year { cursor: auto; }
.frames .shown .to-year b { text-decoration: none; }
.frames .none { visibility: hidden; }
.frames .past canvas { opacity: 0.4; }
.now-shown { margin-inline-end: 7px; padding: 0 7px; border: 1px solid var(--control); border-radius: 9px; font-size: 12px; white-space: nowrap; }
li[aria-current] .to-year b { border-bottom: 3px solid currentColor; }
.to-year .when { display: block; line-height: 1.4; }
.remove { position: absolute; top: calc(100cqi + 4px); inset-inline-end: 0; width: 28px; height: 28px; padding: 0; border: 0; border-radius: 50%; background: var(--surface); color: var(--muted); font-size: 18px; line-height: 1; cursor: pointer; opacity: 0; }
.frames li:hover .remove, .remove:focus-visible { opacity: 1; }
@media (hover: none) { .remove { opacity: 1; } }

.change.found h3 { background: var(--found); box-shadow: 0 0 0 4px var(--found); border-radius: 2px; }
.change { scroll-margin-block: 12px 40px; }

/* first */
.search { grid-area: search; position: relative; min-width: 0; min-height: 44px; }
/* late */
.search > svg { position: absolute; top: 12px; inset-inline-start: 12px; width: 20px; height: 20px; fill: var(--muted); pointer-events: none; }
.sought { display: block; width: 100%; height: 44px; padding: 0 12px; padding-inline-start: 40px; border: 1px solid var(--control); border-radius: 8px; background: var(--raised); text-overflow: ellipsis; }
::placeholder { color: var(--muted); opacity: 1; }
.popup { position: absolute; z-index: 5; inset: calc(100% + 4px) 0 auto;
  background: var(--raised); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 8px 28px var(--shade); }
.found-list { max-height: min(58vh, 460px); overflow: auto; overscroll-behavior: contain; padding: 4px; scrollbar-width: thin; scrollbar-color: var(--control) transparent; }
.kind { padding: 8px 10px 2px; font-size: 12px; font-weight: 600; color: var(--muted); }
[role="option"] { display: block; min-height: 44px; padding: 5px 10px; border-radius: 6px; cursor: pointer; line-height: 1.3; scroll-margin: 30px 0 6px; }
[role="option"]:hover, [role="option"][aria-selected="true"] { background: var(--over); }
[role="option"][aria-selected="true"] { outline: 2px solid var(--ring); outline-offset: -2px; }
.title, .detail { display: block; }
.title { font-size: 15px; }
.detail { font-size: 13px; color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.none { padding: 12px 10px; color: var(--muted); font-size: 15px; }

/* first */
.bar { grid-area: bar; display: grid; grid-template: "buttons track" "extras track" 1fr / auto minmax(0, 1fr); gap: 6px 18px; align-items: start; padding: 4px 48px 0 0; background: var(--surface); }
.track { grid-area: track; }
.buttons, .extras { display: flex; gap: 6px; align-items: center; }
.buttons button { width: 44px; height: 44px; padding: 0; border-radius: 50%; cursor: pointer; border: 1px solid var(--control); background: var(--raised); display: grid; place-items: center; }
.buttons .play { background: var(--words); color: var(--surface); border-color: var(--words); width: 52px; height: 52px; margin-block: -4px; }
.buttons svg { width: 24px; height: 24px; fill: currentColor; }
.buttons button:hover { filter: brightness(1.12); }
.extras > * { height: 44px; border: 1px solid var(--control); border-radius: 8px; background: var(--raised); padding: 0 8px; font-variant-numeric: tabular-nums; }
.field { width: calc(var(--label, 88px) - 26px); text-align: center; contain: strict; }
.field[aria-invalid] { border: 2px solid var(--stance-3, var(--tone-2)); }
.track { position: relative; min-width: 0; }
.strip { height: 58px; margin-top: -6px; pointer-events: none; }
.slider { appearance: none; display: block; width: 100%; height: 44px; margin: 0; background: none; cursor: grab; touch-action: none; position: relative; contain: strict; }
/* The part behind the thumb slides by itself: nothing is laid out or painted for it. */
.rail { position: absolute; inset: 19px 0 auto; height: 6px; border-radius: 3px; background: var(--control); overflow: hidden; pointer-events: none; }
.done { height: 100%; background: var(--words); transform-origin: left; will-change: transform; }
.slider:active { cursor: grabbing; }
.slider:focus-visible { outline: none; }
.slider:focus-visible::-webkit-slider-thumb { outline: 3px solid var(--ring); outline-offset: 2px; }
.slider:focus-visible::-moz-range-thumb { outline: 3px solid var(--ring); outline-offset: 2px; }
.slider::-webkit-slider-runnable-track { height: 6px; }
.slider::-webkit-slider-thumb { appearance: none; width: 22px; height: 22px; margin-top: -8px; border-radius: 50%; background: var(--surface); border: 6px solid var(--words); }
.slider::-moz-range-track { height: 6px; background: none; }
.slider::-moz-range-thumb { width: 22px; height: 22px; border-radius: 50%; background: var(--surface); border: 6px solid var(--words); box-sizing: border-box; }

/* late */
.opener { min-height: 32px; padding: 0 2px; border: 0; background: none; color: var(--muted); cursor: pointer;
  text-decoration: underline; text-decoration-color: var(--control); text-underline-offset: 0.16em; }
.opener:hover { color: var(--words); }
.cite-dialog { width: min(640px, 100vw - 24px); max-height: calc(100dvh - 24px); padding: 14px 18px 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--raised); color: var(--words); overflow: auto; }
.cite-dialog::backdrop { background: var(--veil); }
.cite-dialog h2 { font: 700 21px/1.2 "Noto Serif", Georgia, serif; }
.field-head { display: flex; align-items: center; justify-content: space-between; margin-top: 6px; font-size: 14px; font-weight: 600; }
.field-head button { min-width: 44px; height: 44px; padding: 0; text-align: end; border: 0; border-radius: 6px; background: none; cursor: pointer; font-weight: 400; text-decoration: underline; text-underline-offset: 0.16em; }
.field-head .close { text-align: center; font-size: 26px; line-height: 1; text-decoration: none; }
.citation { display: block; width: 100%; resize: vertical; padding: 8px 10px; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); color: inherit; font: 13px/1.45 ui-monospace, "Noto Sans Mono", Menlo, Consolas, monospace; }
/* A long press selects nothing. */
.marks { user-select: none; -webkit-touch-callout: none; }
.help-dialog li { padding: 3px 0; font-size: 14.5px; }
.help-dialog h3 { margin-top: 10px; font-size: 15px; }
#cite-text { font-family: inherit; font-size: 14px; }
.options { display: flex; flex-wrap: wrap; gap: 6px 14px; font-size: 14px; }
.options select { min-height: 36px; border: 1px solid var(--control); border-radius: 6px; background: var(--surface); }
.files { display: flex; gap: 8px; margin-top: 4px; }
input.citation { min-height: 40px; font-family: inherit; font-size: 14px; }
.preview { margin-top: 12px; }
.preview > * { display: block; width: 100%; border: 1px solid var(--line); border-radius: 8px; }
.preview iframe { height: 560px; }
.said { min-height: 1.5em; margin-top: 8px; font-size: 13.5px; color: var(--muted); }

.everyone { grid-area: table; font-size: 14.5px; }
.everyone summary { cursor: pointer; min-height: 44px; line-height: 44px; }
.tree ul { list-style: none; margin: 0; padding-inline-start: 1.4em; }
.tree > ul { max-height: 70vh; overflow: auto; padding: 0; }
.tree span { display: block; min-height: 24px; line-height: 24px; cursor: pointer; }
.tree [aria-expanded] > span::before { content: "+ "; color: var(--muted); }
.tree [aria-expanded="true"] > span::before { content: "− "; }
.tree li:focus-visible { outline: none; }
.tree li:focus-visible > span { outline: 2px solid var(--accent); outline-offset: -2px; }
.table-scroll { overflow: auto; max-height: 70vh; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; color: var(--muted); padding: 0.2em 0 0.5em; }
th, td { text-align: start; vertical-align: top; padding: 0.35em 1em 0.35em 0; border-bottom: 1px solid var(--line); }
th[scope="row"] { font-weight: 600; }
thead th { color: var(--muted); font-weight: 600; }

/* first */
@container detente (max-width: 860px) {
  .view { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; grid-template-areas: "now" "stage" "bar" "tools" "search" "timeline" "list" "multiples" "table"; gap: 6px; reading-flow: grid-rows; }
  .view:has(.card:not([hidden])) { grid-template-areas: "now" "stage" "bar" "list" "tools" "search" "timeline" "multiples" "table"; }
  .change { scroll-margin-bottom: 150px; }
  .panel { display: contents; reading-order: 1; }
  .now { grid-area: now; display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 14px; align-items: center; min-height: 82px; }
  .year { grid-row: 1 / 3; font-size: calc(var(--fit, 1) * clamp(46px, 14cqi, 84px)); }
  .line { font-size: 15px; line-height: 1.28; min-height: 0; margin: 0; align-self: end; }
  .counts { font-size: 12.5px; border: 0; padding: 0; margin: 2px 0 0; align-self: start; }
  .scroll { grid-area: list; overflow: visible; mask-image: none; min-height: 0; padding-block: 0.8em 1em; }
  .net { aspect-ratio: 1.16; }
  .bar { grid-template: none / auto 1fr; column-gap: 8px; position: sticky; bottom: 0; z-index: 3; padding: 6px 0 max(6px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
  .track { grid-area: 1 / 1 / auto / -1; }
  .extras { justify-content: end; }
  .buttons button { width: 48px; height: 44px; border-radius: 22px; }
  .buttons .play { width: 64px; height: 44px; margin: 0; border-radius: 22px; }
}
/* Where the window is short the bar takes one row, so that the picture above it can be seen and tapped. */
@media (max-width: 860px) and (max-height: 720px) {
  :host([address]) .bar { grid-template-columns: auto minmax(0, 1fr); }
  :host([address]) .track { grid-column: auto; grid-row: auto; }
  :host([address]) .bar :is(.extras, .step) { display: none; }
  :host([address]) .strip { height: 0; visibility: hidden; }
}
@container detente (max-width: 700px) {
  .track-place { margin: 0 16px; }
}
@container detente (max-width: 560px) {
  :host([address]) .net { max-height: max(260px, calc(100svh - 390px)); }
  .now { min-height: 104px; }
  .net { aspect-ratio: 1; }
  .strip { height: 42px; }
  .slider { height: 40px; }
  .rail { top: 17px; }
  .line { font-size: 14px; }
  .legend { gap: 0 10px; font-size: 12px; }
  .buttons button { width: 44px; }
  .buttons .play { width: 54px; }
  .field { width: calc(var(--label, 88px) - 32px); padding: 0 4px; }
  .speed { padding: 0 2px; }
}
.view:not([data-view="full"]) { grid-template: "now" "stage" "bar" "timeline" "multiples" "table" / minmax(0, 1fr); gap: 6px; }
.view:not([data-view="full"]) :is(.search, .scroll, .tools) { display: none; }
.view:not([data-view="full"]) .panel { display: contents; }
.view:not([data-view="full"]) .now { grid-area: now; display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 16px; align-items: center; min-height: 84px; }
.view:not([data-view="full"]) .year { grid-row: 1 / 3; font-size: calc(var(--fit, 1) * clamp(40px, 11cqi, 76px)); }
.view:not([data-view="full"]) .line { min-height: 0; margin: 0; align-self: end; font-size: clamp(14px, 2.4cqi, 18px); line-height: 1.28; }
.view:not([data-view="full"]) .counts { border: 0; padding: 0; margin: 2px 0 0; align-self: start; font-size: 13px; }
.view[data-view="network"][data-view] { grid-template-areas: "now" "stage" "bar"; }
.view[data-view="network"] :is(.timeline, .small-multiples, .everyone), .view[data-view="timeline"] :is(.stage, .small-multiples, .everyone), .view[data-view="table"] :is(.stage, .timeline, .small-multiples, .tree),
.view[data-view="small-multiples"] :is(.stage, .timeline, .everyone, .bar, .now) { display: none; }
.view[data-view="table"] .table summary { display: none; }
.view[data-view="table"] .table-scroll { max-height: none; }
:host([fill]), :host([fill]) .view { height: 100%; }
:host([fill]) .view { grid-template-rows: auto minmax(0, 1fr) auto; }
:host([fill]) .stage { display: flex; flex-direction: column; min-height: 0; }
:host([fill]) .net { flex: 1; aspect-ratio: auto; max-height: none; min-height: 0; }
:host([controls="none"]:not([autoplay])) .bar, :host([controls="none"]) :is(.track, .extras, .step) { display: none; }
@media (forced-colors: active) {
  .swatch { forced-color-adjust: none; }
  .rail { background: CanvasText; }
  .done { background: Highlight; forced-color-adjust: none; }
  .slider::-webkit-slider-thumb { background: Highlight; border-color: CanvasText; }
  .buttons .play { background: ButtonText; color: ButtonFace; }
}
/* late */
@media (forced-colors: active) { .scroll { mask-image: none; } }
:host([theme="print"]) { color-scheme: light; }
/* Colours are few: whatever is faint takes that of text. */
.few { --muted: var(--words); --line: var(--words); --control: var(--words); --raised: var(--surface); --ring: var(--stance3, var(--words)); --over: var(--surface); --shade: transparent; }
.few :is(a, [role="option"]):hover { text-decoration-thickness: 3px; }
.few .scroll { mask-image: none; }
.few .swatch[style*="stance-"] { border-radius: 0; transform: rotate(45deg) scale(0.8); }
.offstage { pointer-events: none; }
.roll { display: none; }
@container detente (max-width: 860px) {
  .timeline { margin-top: 6px; }
  .frames { grid-template-columns: repeat(auto-fill, minmax(146px, 1fr)); gap: 12px; }
  .frames .none { display: none; }
}
@container detente (max-width: 560px) {
  .how dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .how dd { margin-bottom: 6px; }
}
/* first */
@media (prefers-reduced-motion: no-preference) {
  .buttons button { transition: filter 120ms; }
}
`);
