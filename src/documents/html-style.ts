/** Colours, once for light and once for dark; print is always light. */
const colours = `
:root { color-scheme: light dark;
  --desk: #f6f6f4; --paper: #ffffff; --surface: #ffffff; --ink: #1b1b1f; --muted: #6b6b76; --line: #e4e4e8; --soft: #f4f4f6;
  --accent: #3b5bdb; --error: #c92a2a; --error-soft: #fff0f0; --warning: #a85400; --warning-soft: #fff5e6;
  --note: #5c5f66; --note-soft: #f4f4f6; --good: #2b7a3e; --on-phase: #1b1b1f;
  --phase-detection: #f2b84b; --phase-investigation: #a78bfa; --phase-mitigation: #6aa5f8; --phase-recovery: #5bbd7a; --phase-other: #c9c9d2; }
@media screen and (prefers-color-scheme: dark) { :root {
  --desk: #131418; --paper: #1d1e23; --surface: #1d1e23; --ink: #ececf0; --muted: #9b9ba6; --line: #33343b; --soft: #26272d;
  --accent: #91a7ff; --error: #ff8787; --error-soft: #321f22; --warning: #ffc078; --warning-soft: #2f261b;
  --note: #b4b4be; --note-soft: #26272d; --good: #69db7c; } }
@media (forced-colors: active) { :root {
  --desk: Canvas; --paper: Canvas; --surface: Canvas; --ink: CanvasText; --muted: CanvasText; --line: GrayText; --soft: Canvas;
  --accent: LinkText; --error: CanvasText; --error-soft: Canvas; --warning: CanvasText; --warning-soft: Canvas;
  --note: CanvasText; --note-soft: Canvas; --good: CanvasText; --on-phase: CanvasText;
  --phase-detection: Canvas; --phase-investigation: Canvas; --phase-mitigation: Canvas; --phase-recovery: Canvas; --phase-other: Canvas; }
  .chart rect { stroke: CanvasText; } }`;

const page = `
* { box-sizing: border-box; }
html { background: var(--desk); color: var(--ink); -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
.layout { display: grid; grid-template-columns: minmax(0, 800px) 304px; gap: 24px 32px; justify-content: center; padding: 24px; align-items: start; }
.layout.alone { grid-template-columns: minmax(0, 800px); }
.main { display: grid; gap: 16px; min-width: 0; }
.chart { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px 8px; margin: 0; overflow-x: auto; }
.chart svg { display: block; width: 100%; min-width: 620px; height: auto; }
.paper { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 40px 48px 48px; min-width: 0; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }`;

const prose = `
.paper > :first-child { margin-top: 0; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 24px 0 8px; text-wrap: balance; }
h1 { font-size: 26px; letter-spacing: -0.01em; margin-bottom: 16px; } h2 { font-size: 19px; margin-top: 36px; } h3 { font-size: 16px; margin-top: 28px; }
h4 { font-size: 14px; } h5, h6 { font-size: 14px; color: var(--muted); }
p, ul, ol, pre, blockquote, dl, .table { margin: 8px 0 12px; }
ul, ol { padding-left: 24px; } li { margin: 4px 0; } li > ul, li > ol { margin: 4px 0; } li::marker { color: var(--muted); }
li.task { list-style: none; margin-left: -22px; } .box { display: inline-block; width: 18px; color: var(--muted); } .box.done { color: var(--good); }
li.task > p:first-of-type { display: inline; }
code { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--soft); border-radius: 4px; padding: 1px 4px; }
pre { background: var(--soft); border-radius: 8px; padding: 12px 16px; overflow-x: auto; } pre code { background: none; padding: 0; overflow-wrap: normal; }
blockquote { margin-left: 0; padding: 0 0 0 16px; border-left: 3px solid var(--line); color: var(--muted); }
hr { border: 0; border-top: 1px solid var(--line); margin: 28px 0; } hr + h1, hr + h2, hr + h3 { margin-top: 0; }
img { max-width: 100%; height: auto; border-radius: 6px; } .picture::before { content: "▧ "; }
.markup, .refused { color: var(--muted); overflow-wrap: anywhere; } p.markup { font: 12px/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre-wrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 4px 32px; }
.facts > div { display: grid; grid-template-columns: 116px minmax(0, 1fr); gap: 12px; } .facts > div.long { grid-column: 1 / -1; }
dt { color: var(--muted); } dd { margin: 0; }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; color: var(--muted); vertical-align: bottom; } td { vertical-align: top; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); } td + td, th + th { padding-left: 4px; } th:last-child, td:last-child { padding-right: 0; }
td.tight { white-space: nowrap; } .center { text-align: center; } .right { text-align: right; }`;

const margin = `
aside { min-width: 0; padding-top: 8px; }
aside h2 { display: flex; justify-content: space-between; font-size: 12px; font-weight: 600; letter-spacing: 0.04em; text-transform: uppercase; color: var(--muted); margin: 4px 0 4px; }
aside section + section { margin-top: 28px; }
aside h2 span { text-transform: none; letter-spacing: 0; font-weight: 500; }
.figure { padding: 8px 0; border-bottom: 1px dashed var(--line); }
.figure > div { display: flex; justify-content: space-between; gap: 12px; } .figure b { text-align: right; font-weight: 650; }
.figure.unknown b { color: var(--warning); font-weight: 500; } .figure.inferred b { font-weight: 500; }
.figure p { margin: 0; font-size: 12px; line-height: 1.4; color: var(--muted); overflow-wrap: anywhere; } .figure p.differs { color: var(--error); }
.finding { border-left: 3px solid var(--tone); background: var(--back); border-radius: 2px 8px 8px 2px; padding: 8px 12px; margin: 8px 0; font-size: 13px; overflow-wrap: anywhere; }
.finding.error { --tone: var(--error); --back: var(--error-soft); } .finding.warning { --tone: var(--warning); --back: var(--warning-soft); } .finding.note { --tone: var(--note); --back: var(--note-soft); }
.finding p { margin: 0 0 4px; } .finding p:last-child { margin: 0; } .finding b { color: var(--tone); } .finding small { color: var(--muted); font-size: 11.5px; }
summary { cursor: pointer; color: var(--muted); padding: 8px 0; } .empty { color: var(--muted); margin: 8px 0; }
footer { color: var(--muted); font-size: 12px; padding: 0 4px; }`;

const media = `
@media screen and (max-width: 1080px) { .layout { grid-template-columns: minmax(0, 800px); } aside { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 16px 32px; } aside section + section { margin-top: 0; } }
@media screen and (max-width: 600px) { .layout { padding: 8px; gap: 12px; } .main { gap: 12px; } .paper { padding: 24px 16px; } aside { padding: 8px; grid-template-columns: minmax(0, 1fr); } h1 { font-size: 22px; } .facts { grid-template-columns: minmax(0, 1fr); } td:not(.tight) { min-width: 104px; } }
@media print {
  @page { margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #6b6b76; } }
  html { background: none; } body { font-size: 10.5pt; } .layout { display: block; padding: 0; }
  .main { display: block; } .paper { border: 0; padding: 0; } .chart { border: 0; padding: 0; margin-bottom: 16px; overflow: visible; break-inside: avoid; } .chart svg { min-width: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } p, li { orphans: 3; widows: 3; }
  .table { overflow: visible; } thead { display: table-header-group; } tr, .finding, .figure, .facts > div { break-inside: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; border: 1px solid var(--line); }
  aside { display: block; margin-top: 24px; padding-top: 8px; border-top: 1px solid var(--line); }
  .columns { columns: 2; column-gap: 24px; } aside section + section { margin-top: 20px; } details::details-content { content-visibility: visible; height: auto; } summary { display: none; } a { color: inherit; }
}`;

/** The one style sheet of the HTML document. Constant: its hash stands in the content security policy. */
export const styleSheet = [colours, page, prose, margin, media].join('').trim();
