import { type InlineNode, inlineText } from '../markdown/tree-nodes.ts';

/** Share of the width that a column of a printed table takes; 0 means as wide as its content. */
export type ColumnShare = number;

/** Columns whose longest text is at most this long are as wide as their content. */
const narrow = 18;
/** Letters that fit beside each other; when narrow columns need more, all columns share. */
const line = 64;
const sampleRows = 200;

/** Widths for the columns of a table, from how much text they hold. At least one column fills the line. */
export function columnShares(header: InlineNode[][], rows: InlineNode[][][]): ColumnShare[] {
  const sample = [header, ...rows.slice(0, sampleRows)];
  const shares = header.map((_, column) => {
    const lengths = sample.map((row) => inlineText(row[column] ?? []).length);
    const longest = Math.max(...lengths);
    const total = lengths.reduce((sum, each) => sum + each, 0);
    return { longest, share: Math.max(6, Math.min(60, Math.sqrt(longest * (total / lengths.length)) + 4)) };
  });
  const fixed = shares.filter((each) => each.longest <= narrow).reduce((sum, each) => sum + each.longest + 3, 0);
  const widest = Math.max(...shares.map((each) => each.longest));
  return shares.map(({ longest, share }) =>
    longest <= narrow && longest < widest && fixed <= line ? 0 : Math.round(share * 10) / 10,
  );
}
