import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { countOf, mostInList } from './statements.ts';

/** @throws HindcastError `record.list-full` when a list of an incident has no room for so many more */
export async function requireRoom(
  { database }: StoredContext,
  incidentId: string,
  key: string,
  more: number,
): Promise<void> {
  const text = `select ${countOf('$1', '$2')} as count`;
  const { rows } = await database.query<{ count: string }>({ text, values: [incidentId, key] });
  requireFit(key, Number(rows[0]?.count), more);
}

/** @throws HindcastError `record.list-full` when a list with so many entries does not take so many more */
export function requireFit(key: string, count: number, more: number): void {
  if (count + more <= mostInList) return;
  throw new HindcastError('record.list-full', {
    key,
    count: String(count),
    more: String(more),
    most: String(mostInList),
  });
}
