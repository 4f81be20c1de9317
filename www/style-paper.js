// The styles of paper. They come late, and after all others, which they change.
import { sheets } from "./sheet.js";

export const paperStyles = sheets(`
@media print {
  .swatch, .change, .marks { print-color-adjust: exact; }
  :host { color-scheme: light !important; font-size: 9pt; line-height: 1.3; }
  .bar, .tip, .search, .tools, .cursor, .outline, .fold, .timeline-rows, .back, .remove, .small-multiples-head button, .everyone, .note { display: none !important; }
  .view[data-view] { display: block; }
  .view[data-view="full"][data-view] { display: grid; gap: 2mm 5mm; align-items: start;
    grid-template: "stage now" auto "stage list" 1fr "roll roll" auto "timeline timeline" auto "more more" auto / minmax(0, 1.8fr) minmax(0, 1fr); }
  .view[data-view="full"] .small-multiples { display: none; }
  .panel { display: contents; }
  .view[data-view] .now { display: block; grid-area: now; min-height: 0; }
  .view[data-view] .year { font-size: 36pt; }
  .view[data-view] .line { min-height: 0; margin: 1mm 0; font-size: 11pt; }
  .view[data-view] .counts { margin: 0; padding: 0 0 1.5mm; border-bottom: 1px solid var(--line); font-size: 8.5pt; }
  .net { aspect-ratio: auto; height: auto; max-height: none; break-inside: avoid; }
  .net .marks { display: block; position: static; width: 100%; height: auto; }
  .net .rings { display: none; }
  .legend { gap: 0 2.5mm; font-size: 7pt; break-inside: avoid; }
  .scroll { grid-area: list; overflow: visible; mask-image: none; min-height: 0; padding: 0; }
  .view:has(.card:not([hidden]), .differences:not([hidden])) .scroll { grid-area: more; break-before: page; }
  .heading { margin: 0 0 1mm; font-size: 8pt; }
  .changes .change { margin: 0 0 1.6mm; padding-left: 2mm; border-left-width: 1mm; break-inside: avoid; }
  .changes .change:nth-child(n + 6), .changes :is(.summary, .sources, .doubt, .whom) { display: none; }
  .changes :is(h3, .when) { font-size: 8.5pt; }
  .roll { display: block; grid-area: roll; font-size: 7pt; line-height: 1.22; }
  .roll dl { margin: 0; columns: 2; column-gap: 5mm; }
  .roll dt { display: inline; font-weight: 700; }
  .roll dt::after { content: ": "; }
  .roll dd { display: inline; margin: 0; }
  .timeline { grid-area: timeline; margin: 0; padding-top: 2mm; break-inside: avoid; }
  .timeline-key { margin: 0; font-size: 7pt; }
  .timeline-canvas { width: auto; max-width: 100%; height: auto !important; max-height: 56mm; margin: 0 auto; }
  .small-multiples-head { break-after: avoid; }
  .frames li { break-inside: avoid; }
  .frames { grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 4mm; }
  .to-year .when { font-size: 8pt; line-height: 1.3; }
}
`);
