import type { Group, MeasureName } from '../../../src/operations/insight/measures.ts';
import { words } from '../../words/counting.ts';

/** The name of a group as it is shown; those that state none are called that. */
export const nameOf = ({ name }: Group): string => (name === '' ? words.insights.none : name);

/** The values of single incidents, when a group has few of them. */
const fewOf = ({ spreads }: Group, measure: MeasureName): string =>
  spreads[measure].dots.map(({ seconds }) => words.insights.length(seconds)).join(', ');

/** A chart's numbers as rows of cells, its heads first. */
export function spreadRows(groups: readonly Group[], measure: MeasureName, column: string): string[][] {
  const { columns, length } = words.insights;
  return [
    [column, columns.known, columns.median, columns.p90, columns.mean, columns.unknown],
    ...groups.map((group) => {
      const { known, unknown, median, p90, mean } = group.spreads[measure];
      const middle = median === null ? fewOf(group, measure) || length(null) : length(median);
      return [nameOf(group), String(known), middle, length(p90), length(mean), String(unknown)];
    }),
  ];
}

/** What a chart shows, in a sentence for each group. */
export const saidOf = (groups: readonly Group[], measure: MeasureName): string =>
  groups
    .map((group) => {
      const { known, median, p90 } = group.spreads[measure];
      const { insights } = words;
      return median === null
        ? insights.saidFew(nameOf(group), fewOf(group, measure) || insights.length(null))
        : insights.saidMany(nameOf(group), median, p90, known);
    })
    .join('; ');

// A cell that begins like a formula is none: RFC 4180 for the rest.
const cell = (text: string): string => {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The same in exact seconds, as CSV. */
export function spreadCsv(groups: readonly Group[], measure: MeasureName, column: string): string {
  const rows = groups.map((group) => {
    const { known, unknown, median, p90, mean, dots } = group.spreads[measure];
    const single = dots.map(({ key, seconds }) => `${key} ${seconds}`).join(' ');
    return [group.name, known, unknown, median ?? '', p90 ?? '', mean ?? '', single].map((value) =>
      cell(String(value)),
    );
  });
  const heads = [column, 'known', 'unknown', 'median_seconds', 'p90_seconds', 'mean_seconds', 'single_seconds'];
  return [heads, ...rows].map((row) => row.join(',')).join('\r\n');
}
