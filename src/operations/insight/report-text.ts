import { formatDuration } from '../../values/duration.ts';
import { type Group, type MeasureName, measures } from './measures.ts';
import type { Insights } from './show.ts';

/** What a quarter's report is made of: the quarter in three ways, and the one before it. */
export type ReportParts = {
  quarter: string;
  before: { quarter: string; all: Group };
  bySeverity: Insights;
  byService: Insights;
  byCause: Insights;
  /** Where people reach this server, for links. */
  origin: string;
};

const names: Record<MeasureName, string> = {
  detect: 'Time to detect',
  acknowledge: 'Time to acknowledge',
  mitigate: 'Time to mitigate',
  resolve: 'Time to resolve',
  written: 'Time until it was written down',
};

const length = (seconds: number): string =>
  formatDuration(Math.round(seconds < 60 ? seconds : seconds / 60) * (seconds < 60 ? 1 : 60));

/** People's words as the text of a cell: nothing in them is Markdown. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, String.raw`\$&`);

/** One measure of one group in words: a median with how many it is of, or the single values. */
function spreadText({ spreads }: Group, measure: MeasureName): string {
  const { known, unknown, median, p90, dots } = spreads[measure];
  const missing = unknown === 0 ? '' : `; ${unknown} unknown`;
  if (known === 0) return unknown === 0 ? '–' : `unknown (${unknown})`;
  if (median === null || p90 === null)
    return `${dots.map(({ seconds }) => length(seconds)).join(', ')} (${known}${missing})`;
  return `median ${length(median)}, 90 % within ${length(p90)} (${known}${missing})`;
}

const share = ({ part, of }: { part: number; of: number }): string => (of === 0 ? '–' : `${part} of ${of}`);
const costs = (group: Group): string =>
  group.costs.map(({ currency, amount, of }) => `${amount.toLocaleString('en')} ${currency} (${of})`).join(', ') || '–';

const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const groupsTable = (head: string, { groups }: Insights): string =>
  table(
    [head, 'Incidents', names.detect, names.mitigate, 'Came again', 'Cost'],
    groups
      .toSorted((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1))
      .slice(0, 15)
      .map((group) => [
        group.name === '' ? 'none stated' : plain(group.name),
        String(group.incidents),
        spreadText(group, 'detect'),
        spreadText(group, 'mitigate'),
        share(group.repeats),
        costs(group),
      ]),
  );

const change = (now: number, then: number): string =>
  now === then
    ? `as many as in the quarter before`
    : `${Math.abs(now - then)} ${now > then ? 'more' : 'fewer'} than in the quarter before`;

/** The report of a quarter as Markdown. Pure: equal parts give equal text. */
export function reportText({ quarter, before, bySeverity, byService, byCause, origin }: ReportParts): string {
  const { all, longest, zone } = bySeverity;
  if (all.incidents === 0) return `# Incidents in ${quarter}\n\nThere was none that you may see.\n`;
  const rows = [
    ...measures.map((measure) => [names[measure], spreadText(all, measure), spreadText(before.all, measure)]),
    ['Written within 48 h', share(all.inTime), share(before.all.inTime)],
    ['Actions verified', share(all.verified), share(before.all.verified)],
    ['Came again within 90 days', share(all.repeats), share(before.all.repeats)],
    ['Cost', costs(all), costs(before.all)],
  ];
  const slow = longest.map(
    ({ key, title, seconds }) =>
      `- [${key}](${origin}/incidents/${key}) ${plain(title ?? 'Without a title')}: ${length(seconds)}`,
  );
  const parts = [
    `# Incidents in ${quarter}`,
    `${all.incidents} incidents, ${change(all.incidents, before.all.incidents)}.`,
    '## How it went',
    table(['', quarter, before.quarter], rows),
    '## By severity',
    groupsTable('Severity', bySeverity),
    '## By service',
    groupsTable('Service', byService),
    '## By cause',
    groupsTable('Cause', byCause),
    ...(slow.length === 0 ? [] : ['## What took longest to mitigate', slow.join('\n')]),
    '## How this is counted',
    `Quarters are those of ${zone}. In parentheses stands of how many incidents a value is known. What rests on a milestone that nobody confirmed counts as unknown. Fewer than eight values stand one by one. An incident came again when another one with one of its services and causes was there in the 90 days before. Money of different currencies is never added. [The same to look into](${origin}/insights).`,
  ];
  return `${parts.join('\n\n')}\n`;
}
