import { valueAt } from '../../record/value-at.ts';
import type { Database } from '../../store/database.ts';
import { readParts } from '../../store/rooms/read-parts.ts';
import { proseKeys, prosePlaces } from '../prose-paths.ts';

/** The prose of a record by path, as it is kept now; a field that is absent is the empty text. */
export async function readTexts(database: Database, incidentId: string): Promise<Map<string, string>> {
  const values = await readParts(database, incidentId, proseKeys);
  return new Map(
    [...prosePlaces.values()].map(({ path, key, field }) => [path, asText(valueAt(values.get(key), field))]),
  );
}

/** A field's value as text; there is none of another kind in prose. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a record keeps of a text: without U+0000 and half characters, and nothing for blanks alone. */
export function keptText(text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '');
  return clean.trim() === '' ? '' : clean;
}
