import { call } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import type { List } from './entries.ts';
import { idNow } from './entry-ids.ts';
import { expectShown, putShown, shownNow } from './expected.ts';
import { type Place, type Saved, turnOf } from './set-fields.ts';
import { idsOf, movingEntry, settingVersion } from './shown-parts.ts';
import { inTurn, turnsDone } from './turns.ts';
import { noteVersion, seenNow } from './versions.ts';

/** The ids of a list in its order as it is shown now, also of what is not saved yet. */
export const idsNow = ({ incident, key }: List): string[] => idsOf(shownNow(incident), key);

/** The entry before another one of the list, whatever part of it a table shows; empty for the first. */
export function idBefore({ incident, key }: List, id: string): string {
  const ids = idsNow({ incident, key });
  return ids[ids.findIndex((other) => other === id || other === idNow(id)) - 1] ?? '';
}

/** Of entries that stood before something, the last one that is still there; empty when none is. */
export function nearest({ incident, key }: List, before: readonly string[]): string {
  const ids = new Set(idsNow({ incident, key }));
  return before.map(idNow).findLast((id) => ids.has(id)) ?? '';
}

/** Places of a list are given one after another, each when the entry it names is on the server. */
export const givePlace = <Output>(place: Place, after: string | undefined, work: () => Promise<Output>) =>
  after === undefined
    ? inTurn(turnOf(place), work)
    : inTurn(`${place.incident}/${place.key}`, async () => {
        if (after !== '') await turnsDone(turnOf({ ...place, id: after }));
        return inTurn(turnOf(place), work);
      });

/** Moves an entry behind another of its list, before all for an empty id. @throws Problem and shows the old order again */
export function moveEntry(place: Place, after: string, seen: number): Promise<Saved> {
  const { incident, key, id } = place;
  const before = idBefore(place, id);
  const end = expectShown(incident, movingEntry(key, id, after));
  return givePlace(place, after, async () => {
    const known = seenNow(turnOf(place), Math.max(1, seen));
    try {
      const input = { incident, id: idNow(id), after: idNow(after) };
      const { version } = await call<{ version: number }>(`${key}.move`, input);
      noteVersion(turnOf(place), known, version);
      end(true);
      if (version <= known + 1) putShown(incident, settingVersion(key, id, version));
      return { version, back: () => moveEntry(place, nearest(place, [before]), version) };
    } catch (error) {
      end(false);
      putShown(incident, movingEntry(key, id, before));
      void refresh('incident.show');
      throw error;
    }
  });
}
