import type { Finding } from '../../record/finding.ts';
import { safe } from '../text/safe.ts';
import type { Style } from '../text/style.ts';
import { linesCited } from './cites.ts';
import { citedLines, excerpt } from './excerpt.ts';
import { countBySeverity, type Checked, type CheckRun } from './checked.ts';
import { linesOf, type Lines, regionOf } from './region.ts';

type Sheet = { style: Style; columns: number };

function renderFinding(finding: Finding, checked: Checked, lines: Lines, { style, columns }: Sheet): string {
  const region = regionOf(finding, lines, checked);
  const cited = linesCited(finding.cites, region?.line, checked);
  const gutter = String(Math.max(region?.line ?? 1, ...cited)).length;
  const frame = { gutter, columns, style };
  const place = region === undefined ? '' : `:${region.line}:${region.column}`;
  const label = style(finding.severity, `${finding.severity}[${finding.code}]`);
  const line = (word: string, text: string) =>
    `${' '.repeat(gutter)} ${style('frame', '=')} ${style('strong', `${word}:`)} ${safe(text)}\n`;
  return [
    `${style('strong', `${safe(checked.file)}${place}`)}  ${label}  ${safe(finding.message)}\n`,
    region === undefined ? '' : excerpt(region, finding.severity, frame),
    citedLines(cited, lines, frame),
    finding.cites.length === 0 ? '' : line('cites', finding.cites.join(', ')),
    finding.remedy === '' ? '' : line('help', finding.remedy),
    finding.suggestion === undefined ? '' : line('try', finding.suggestion),
    line('docs', `docs/findings/${finding.code}.md, or: hindcast explain ${finding.code}`),
    '\n',
  ].join('');
}

/** The findings of one document, in the order of the checks. */
export function renderDocument(checked: Checked, sheet: Sheet): string {
  const lines = linesOf(checked.source);
  return checked.findings.map((finding) => renderFinding(finding, checked, lines, sheet)).join('');
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The last line: how many documents, how many findings of each kind. */
export function renderSummary(run: CheckRun, style: Style): string {
  const counts = countBySeverity(run.checked);
  const documents = plural(run.checked.length, 'document');
  const found = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => style(severity, plural(counts[severity], severity)));
  const silenced = run.checked.reduce((sum, one) => sum + one.silenced, 0);
  const rest = [
    ...(silenced > 0 ? [`${silenced} silenced`] : []),
    ...(run.unread > 0 ? [style('error', `${run.unread} not readable`)] : []),
    ...(run.stopped ? [style('warning', `stopped after ${run.checked.length} of ${run.total}`)] : []),
  ];
  const verdict = found.length === 0 ? style('good', 'no findings') : found.join(', ');
  return `${documents}: ${[verdict, ...rest].join(', ')}\n`;
}
