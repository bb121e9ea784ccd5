import type { Why } from '../../../src/record/analysis.ts';
import type { z } from 'zod';
import type { GridRow } from './grid-state.ts';

const whyOf = ({ value }: GridRow) => (value ?? {}) as z.infer<typeof Why>;

/** What others name a row by: its own name, else its number or the next that none has. */
export function nameOf(rows: readonly GridRow[], row: GridRow): string {
  const own = whyOf(row).id;
  if (own !== undefined) return own;
  const taken = new Set(rows.map((other) => whyOf(other).id));
  let number = rows.indexOf(row) + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

/** The last row of the branch that begins at a row. */
export function endOfBranch(rows: readonly GridRow[], row: GridRow): GridRow {
  const at = rows.indexOf(row);
  const end = rows.findIndex(({ depth, isNew }, index) => index > at && (isNew || depth <= row.depth));
  return rows[(end < 0 ? rows.length : end) - 1] ?? row;
}
