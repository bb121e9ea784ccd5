import { hash } from 'node:crypto';
import { readMarks } from '../charts/marks.ts';
import { timelineChart } from '../charts/timeline.ts';
import { escapeHtml } from '../markdown/html-escape.ts';
import { renderBlocks } from '../markdown/html.ts';
import { marginHtml } from './html-margin.ts';
import { styleSheet } from './html-style.ts';
import { documentBlocks, type DocumentInput, documentTitle } from './input.ts';

/** Nothing may run, load or be sent: only this one style sheet, and pictures within the file. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', styleSheet, 'base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The course of the incident; nothing where no event has a time, since who reads cannot add one. */
function chartHtml({ record, figures, chart }: DocumentInput): string {
  if (chart !== undefined) return `<figure class="chart" tabindex="0">${chart('theme')}</figure>\n`;
  if (readMarks(record).marks.length === 0) return '';
  return `<figure class="chart" tabindex="0">${timelineChart(record, figures)}</figure>\n`;
}

/**
 * The document as one self-contained HTML file: chart, page, and margin with figures and findings. No script, nothing
 * loaded, light and dark, prints on A4 or Letter. Every word of the document is text (see markdown/html.ts).
 */
export function renderHtml(input: DocumentInput): string {
  const margin = input.margin !== false;
  const title = escapeHtml(documentTitle(input));
  const date = input.date === undefined ? '' : `\n<footer>${escapeHtml(input.date)}</footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Hindcast">
<title>${title}</title>
<style>${styleSheet}</style>
</head>
<body>
<div class="layout${margin ? '' : ' alone'}">
<div class="main">
${chartHtml(input)}<main class="paper">
${renderBlocks(documentBlocks(input))}
</main>${date}
</div>
${margin ? marginHtml(input) : ''}
</div>
</body>
</html>
`;
}
