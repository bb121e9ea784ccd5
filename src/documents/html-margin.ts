import { escapeHtml } from '../markdown/html-escape.ts';
import { type FigureRow, figureRows } from './figure-rows.ts';
import { findingPlace, severityWord, sortedFindings } from './finding-rows.ts';
import type { DocumentInput } from './input.ts';
import type { Finding } from '../record/finding.ts';

/** Unknown figures beyond this number are folded away. */
const unknownShown = 3;

function statedHtml({ stated }: FigureRow): string {
  if (stated === undefined) return '';
  const verdict = stated.agrees === undefined ? '' : stated.agrees ? ' ✓' : ' ✕ differs';
  return `<p${stated.agrees === false ? ' class="differs"' : ''}>stated: ${escapeHtml(stated.text)}${verdict}</p>`;
}

function figureHtml(row: FigureRow): string {
  const head = `<div><span>${escapeHtml(row.name)}</span><b>${escapeHtml(row.value)}</b></div>`;
  return `<div class="figure ${row.status}">${head}<p>${escapeHtml(row.source)}</p>${statedHtml(row)}</div>`;
}

/** `5 known, 2 inferred, 4 unknown`, without what there is none of. */
function counts(rows: FigureRow[]): string {
  const count = (status: FigureRow['status']) => rows.filter((row) => row.status === status).length;
  const parts = (['known', 'inferred', 'unknown'] as const).map((status) => [count(status), status] as const);
  return parts
    .filter(([number]) => number > 0)
    .map((part) => part.join(' '))
    .join(', ');
}

function figuresHtml(input: DocumentInput): string {
  const rows = figureRows(input);
  const unknown = rows.filter((row) => row.status === 'unknown');
  const certain = rows.filter((row) => row.status !== 'unknown');
  const folded = unknown.slice(unknownShown);
  const more =
    folded.length === 0
      ? ''
      : `<details><summary>${folded.length} more unknown, and what is missing</summary>${folded.map(figureHtml).join('\n')}</details>`;
  const shown = [...certain, ...unknown.slice(0, unknownShown)].map(figureHtml).join('\n');
  const body = rows.length === 0 ? '<p class="empty">No figures were computed.</p>' : shown + more;
  const known = rows.length === 0 ? '' : `<span>${counts(rows)}</span>`;
  return `<section aria-label="Figures"><h2>Figures ${known}</h2><div class="columns">${body}</div></section>`;
}

function findingHtml(finding: Finding): string {
  const parts = [
    `<p><b>${severityWord(finding)}</b> <small>${escapeHtml(findingPlace(finding))}</small></p>`,
    `<p>${escapeHtml(finding.message)}</p>`,
    finding.remedy === '' ? '' : `<p>→ ${escapeHtml(finding.remedy)}</p>`,
    finding.suggestion === undefined ? '' : `<p>Suggested: “${escapeHtml(finding.suggestion)}”</p>`,
  ];
  return `<div class="finding ${finding.severity}">${parts.join('')}</div>`;
}

function findingsHtml(input: DocumentInput): string {
  const findings = sortedFindings(input.findings);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const count =
    findings.length === 0
      ? 'none'
      : `${findings.length} open${errors === 0 ? '' : `, ${errors} ${errors === 1 ? 'error' : 'errors'}`}`;
  const body =
    findings.length === 0
      ? '<p class="empty">✓ No contradiction or gap was found.</p>'
      : findings.map(findingHtml).join('\n');
  return `<section aria-label="Findings"><h2>Findings <span>${count}</span></h2><div class="columns">${body}</div></section>`;
}

/** Figures and findings, as they stand beside the page. */
export function marginHtml(input: DocumentInput): string {
  return `<aside aria-label="What was computed and checked">\n${figuresHtml(input)}\n${findingsHtml(input)}\n</aside>`;
}
