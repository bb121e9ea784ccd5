import type { EvidenceFile, Source } from '../source.ts';
import { read, tableOf } from './read.ts';

/** How much of a long table is looked at to tell what it is. */
const reach = 20_000;

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const table = tableOf(input.text.slice(0, reach));
  // A log line with commas in it may look like a row; a table has a text beside its times.
  return table?.columns.text === undefined ? 0 : 0.8;
}

/** Tables as text. */
export const csv: Source = {
  name: 'csv',
  title: 'CSV',
  sentence:
    'A table with a column of times: an export of a monitor, a log search or a spreadsheet, separated by commas, semicolons, tabs or bars.',
  plain: true,
  detect,
  read,
  webhook: {},
};
