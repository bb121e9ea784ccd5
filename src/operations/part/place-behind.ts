import { byPosition } from './assemble.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { positionsFor } from './positions.ts';
import type { PlacedEntry } from './statements.ts';

/** The entries of a list in their order, without what they say. */
export async function placesIn(
  { database }: StoredContext,
  incidentId: string,
  key: string,
): Promise<readonly PlacedEntry[]> {
  const { rows } = await database.query<PlacedEntry>({
    text: 'select id, version, position from part where incident_id = $1 and key = $2',
    values: [incidentId, key],
  });
  return rows.toSorted(byPosition);
}

/** Where an entry stands: its position, and the others that are counted anew for it. */
export type PlaceBehind = { position: number; counted: PlacedEntry[] };

/**
 * The place of an entry behind another of its list; `after` is empty for the place before all. Pure.
 * @param entries in their order
 * @throws HindcastError `record.entry-not-found` when there is none to stand behind
 */
export function placeBehind(
  entries: readonly PlacedEntry[],
  { key, id }: { key: string; id: string },
  after: string,
): PlaceBehind {
  const others = entries.filter((entry) => entry.id !== id);
  const at = after === '' ? 0 : others.findIndex((entry) => entry.id === after) + 1;
  if (at === 0 && after !== '') throw new HindcastError('record.entry-not-found', { key, id: after });
  const wanted = [...others.slice(0, at), { id }, ...others.slice(at)];
  const positions = positionsFor(wanted, others);
  const placeOf = (one: { id: string }): number => positions.get(one.id) ?? 0;
  const counted = others.filter((entry) => placeOf(entry) !== entry.position);
  return { position: placeOf({ id }), counted: counted.map((entry) => ({ ...entry, position: placeOf(entry) })) };
}
