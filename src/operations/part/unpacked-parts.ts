import type { Part } from './assemble.ts';
import { entryId } from './statements.ts';

/** A row of `kept_part` as a list: several entries that came together are one, with their number as `count`. */
export type KeptPart = [
  key: string,
  id: string,
  position: number,
  version: number,
  count: number | null,
  touched: Record<string, number>,
  value: unknown,
];

/** The parts one by one, as the view `part` gives them. */
export function unpackedParts(kept: KeptPart[]): Part[] {
  const parts: Part[] = [];
  for (const [key, id, position, version, count, touched, value] of kept) {
    if (count === null) parts.push({ key, id, position, value, touched, version });
    else
      for (const [index, entry] of (value as unknown[]).entries())
        parts.push({
          key,
          id: entryId(id, index + 1),
          position: position + (index + 1) / 1024,
          value: entry,
          touched: {},
          version: 1,
        });
  }
  return parts;
}
