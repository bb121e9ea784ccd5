import type { Change } from '../../store/commit.ts';
import type { IncidentRow } from '../incident/load.ts';
import { partChange } from '../part/change.ts';
import { loadPart } from '../part/load.ts';
import { setFields } from '../part/set-fields.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Meeting } from './load.ts';

/** A document that was approved keeps what was signed: then the plan stands beside it alone. */
const writable = new Set(['draft', 'inReview']);

/** What puts a plan into the record of a document that is still being written. */
export async function planInRecord(
  context: StoredContext,
  incident: IncidentRow,
  { startsAt, minutes, people, guests }: Pick<Meeting, 'startsAt' | 'minutes' | 'people' | 'guests'>,
): Promise<Change[]> {
  if (!writable.has(incident.status)) return [];
  const kept = await loadPart(context, incident.id, 'meeting', '');
  const old = kept ?? { key: 'meeting', id: '', position: 0, value: undefined, touched: {}, version: 0 };
  const names = [...people, ...guests].map(({ name }) => name).join(', ');
  const values = {
    date: startsAt.slice(0, 10),
    at: { written: `${startsAt.slice(0, 16).replace('T', ' ')} UTC`, at: startsAt, precision: 'instant', zone: 'UTC' },
    duration: `${minutes} minutes`,
    ...(names === '' ? {} : { attendees: names }),
  };
  const { part, changed } = setFields(old, values, old.version);
  return changed.length === 0 ? [] : [partChange(incident.id, part, kept)];
}
