import type { Changed } from '../../../src/operations/part/change.ts';
import { call } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { idNow, rowKeyOf } from './entry-ids.ts';
import { expectShown, putShown, shownNow } from './expected.ts';
import { partOf, settingFields, settingVersion } from './shown-parts.ts';
import { inTurn } from './turns.ts';
import { type FieldValues, valueAt } from '../../../src/record/value-at.ts';
import { noteVersion, seenNow } from './versions.ts';

/** A part of an incident: `id` is empty for a group or text of the record. */
export type Place = { incident: string; key: string; id: string };

/** What was saved, and what takes it back. */
export type Saved = { version: number; back: () => Promise<unknown> };

/** The name under which changes of one part wait for each other. */
export const turnOf = ({ incident, key, id }: Place): string => `${incident}/${key}/${rowKeyOf(id)}`;

/** The values of the same fields as they are now, null for none: what sets them back. */
const fieldsOf = (value: unknown, set: FieldValues): FieldValues =>
  Object.fromEntries(Object.keys(set).map((path) => [path, valueAt(value, path) ?? null]));

/**
 * Sets fields of a part: on the screen at once, on the server after earlier changes of the same part.
 * @param seen the version that the person had before them
 * @throws Problem `record.conflict` and others; the screen shows the old values again then
 */
export function setFields(place: Place, set: FieldValues, seen: number): Promise<Saved> {
  const { incident, key, id } = place;
  const shown = shownNow(incident);
  const before = fieldsOf(shown === undefined ? undefined : partOf(shown, key, id).value, set);
  const end = expectShown(incident, settingFields(key, id, set));
  return inTurn(turnOf(place), async () => {
    const at = idNow(id);
    // A row that was not yet on the server when the person saw it has its first version now.
    const known = seenNow(turnOf(place), id === '' ? seen : Math.max(1, seen));
    try {
      const input = { incident, ...(id === '' ? { part: key } : { id: at }), set, seen: known };
      const { version } = await call<Changed>(id === '' ? 'record.set' : `${key}.change`, input);
      noteVersion(turnOf(place), known, version);
      end(true);
      if (version <= known + 1) putShown(incident, settingVersion(key, id, version));
      return { version, back: () => setFields(place, before, version) };
    } catch (error) {
      end(false);
      putShown(incident, settingFields(key, id, before));
      void refresh('incident.show');
      throw error;
    }
  });
}
