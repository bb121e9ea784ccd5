import { call } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { sayProblem } from '../../parts/notices.tsx';
import { idNow, newRowKey, noteId } from './entry-ids.ts';
import { expectShown, putShown, shownNow } from './expected.ts';
import { type Place, type Saved, turnOf } from './set-fields.ts';
import { addingEntry, idsOf, namingEntry, partOf, removingEntry, returningEntry } from './shown-parts.ts';
import { givePlace, nearest } from './placing.ts';
import { inTurn } from './turns.ts';
import { whileSending } from './unsaved.ts';
import { seenNow } from './versions.ts';

/** Where entries are: an incident and the name of the list. */
export type List = { incident: string; key: string };

/**
 * Adds an entry to its list.
 * @param shownAs the key of the row it is typed into, or the id it had before
 * @param after the entry it stands behind, empty for the first place; at the end without
 */
export function addEntry(
  { incident, key }: List,
  value: unknown,
  shownAs = newRowKey(),
  after?: string,
): Promise<Saved> {
  const known = new Set(idsOf(shownNow(incident), key));
  const end = expectShown(incident, addingEntry(key, { id: shownAs, version: 0 }, value, known, after));
  const place = { incident, key, id: shownAs };
  return givePlace(place, after, async () => {
    try {
      const behind = after === undefined ? {} : { after: idNow(after) };
      const kept = await call<{ id: string; version: number }>(`${key}.add`, { incident, entry: value, ...behind });
      end(true);
      noteId(shownAs, kept.id);
      putShown(incident, namingEntry(key, shownAs, kept));
      return { version: kept.version, back: () => removeEntry({ ...place, id: kept.id }, kept.version) };
    } catch (error) {
      end(false);
      putShown(incident, removingEntry(key, shownAs));
      throw error;
    }
  });
}

/**
 * Takes an entry out. What was typed over meanwhile by others stays.
 * @param before the entries that stood before it, when others of them are taken out with it
 * @throws Problem `record.conflict`
 */
export function removeEntry(place: Place, seen: number, before = idsBefore(place)): Promise<Saved> {
  const { incident, key, id } = place;
  const shown = shownNow(incident);
  const at = idNow(id);
  const { value, version, index } =
    shown === undefined ? { value: undefined, version: seen, index: 0 } : partOf(shown, key, at);
  const end = expectShown(incident, removingEntry(key, at));
  return inTurn(turnOf(place), async () => {
    try {
      await call(`${key}.remove`, { incident, id: idNow(id), seen: seenNow(turnOf(place), Math.max(1, seen)) });
      end(true);
      return { version: 0, back: () => addEntry({ incident, key }, value, at, nearest({ incident, key }, before)) };
    } catch (error) {
      end(false);
      putShown(incident, returningEntry(key, { id: at, version }, value, index));
      void refresh('incident.show');
      throw error;
    }
  });
}

/** Adds many entries at once. */
export async function importEntries({ incident, key }: List, entries: unknown[]): Promise<Saved> {
  const { ids } = await whileSending(call<{ ids: string[] }>(`${key}.import`, { incident, entries }));
  const kept = ids.map((id) => ({ id, version: 1 }));
  const known = new Set(ids);
  for (const [index, entry] of kept.entries()) putShown(incident, addingEntry(key, entry, entries[index], known));
  return { version: 1, back: () => removeEntries(kept.map(({ id, version }) => ({ incident, key, id, version }))) };
}

/** Entries that came together are one row on the server until the first of them is changed; so many are taken out at once then. */
const lanes = 4;

const idsBefore = ({ incident, key, id }: Place): string[] => {
  const ids = idsOf(shownNow(incident), key);
  return ids.slice(0, Math.max(0, ids.indexOf(idNow(id))));
};

/** Takes several out; `back` brings all of them back in their order. What could not be taken out is told. */
export async function removeEntries(places: (Place & { version: number })[]): Promise<Saved> {
  const done: PromiseSettledResult<Saved>[] = [];
  const before = places.map(idsBefore);
  const removeAt = async (from: number, step: number): Promise<void> => {
    for (let at = from; at < places.length; at += step) {
      const place = places[at] as Place & { version: number };
      [done[at]] = (await Promise.allSettled([removeEntry(place, place.version, before[at])])) as [
        PromiseSettledResult<Saved>,
      ];
    }
  };
  await removeAt(0, Math.max(1, places.length));
  await Promise.all(Array.from({ length: lanes }, (_, lane) => removeAt(lane + 1, lanes)));
  const removed = done.filter((each) => each.status === 'fulfilled').map(({ value }) => value);
  const failed = done.find((each) => each.status === 'rejected');
  if (failed !== undefined && removed.length === 0) throw failed.reason;
  if (failed !== undefined) sayProblem(failed.reason);
  const back = async () => {
    for (const each of removed) await each.back();
  };
  return { version: 0, back };
}
