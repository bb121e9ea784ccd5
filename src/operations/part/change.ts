import { z } from 'zod';
import { partKind } from '../../record/field-at.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried, saveUnseen } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { loadPart } from './load.ts';
import { mergeFields } from './merge-fields.ts';
import { requireFields, setFields } from './set-fields.ts';
import type { Change } from '../../store/commit.ts';
import type { FieldValues } from '../../record/value-at.ts';
import type { Part } from './assemble.ts';
import { insertPart, removePart, replacePart, rowOf } from './statements.ts';

/** Fields by path, the version seen, and where they are. */
export const ChangeInput = z.strictObject({
  set: z.record(z.string().max(200), z.unknown()).refine((fields) => Object.keys(fields).length > 0, 'names no field'),
  /** The version of the part that the caller saw; 0 for one that was not there. */
  seen: z.number().int().min(0).max(2_000_000_000),
});

/** What a change answers: the part's new version, and the fields that differ now. */
export const Changed = z.object({ version: z.number().int(), changed: z.array(z.string()) });
export type Changed = z.infer<typeof Changed>;

/** Where a part is: `id` is empty for a group or text of the record. */
export type PartPlace = { incident: string; key: string; id: string };

/** The change in one statement, where nobody touched the part since the caller saw it; undefined where it has to be loaded. */
async function changeUnseen(
  context: StoredContext,
  operation: string,
  { incident, key, id }: PartPlace,
  { set, seen }: { set: FieldValues; seen: number },
): Promise<Changed | undefined> {
  const statement = mergeFields(context, { incident, key, id, seen }, set);
  if (statement === undefined) return undefined;
  const version = seen + 1;
  return saveUnseen(context, {
    operation,
    incidentId: incident.toLowerCase(),
    subject: id === '' ? key : `${key}/${id}`,
    payload: { set, version },
    changes: [{ statement, row: rowOf(incident, { key, id }) }],
    result: { version, changed: Object.keys(set) },
  });
}

/** What brings a part to its new value; a text that is set to nothing goes. */
export function partChange(incidentId: string, part: Part, kept: Part | undefined): Change {
  if (kept === undefined) return insertPart(incidentId, part);
  return part.value === undefined ? removePart(incidentId, kept) : replacePart(incidentId, part, kept.version);
}

/**
 * Sets fields of one part. Fields that others set meanwhile stay; the same field is a conflict that shows both values.
 * @throws HindcastError `record.conflict`, `record.unknown-field`, `record.invalid-value`, `record.entry-not-found`
 */
export async function changePart(
  context: StoredContext,
  operation: string,
  place: PartPlace,
  { set, seen }: { set: FieldValues; seen: number },
): Promise<Changed> {
  const { key, id } = place;
  requireFields(key, set);
  const quick = await changeUnseen(context, operation, place, { set, seen });
  if (quick !== undefined) return quick;
  return retried(async () => {
    const incident = await loadIncident(context, place.incident, 'incident.edit');
    const kept = await loadPart(context, incident.id, key, id);
    if (kept === undefined && partKind(key) === 'collection')
      throw new HindcastError('record.entry-not-found', { key, id });
    const old = kept ?? { key, id, position: 0, value: undefined, touched: {}, version: 0 };
    const { part, changed } = setFields(old, set, seen);
    if (changed.length === 0) return { version: old.version, changed };
    return saveEdit(context, incident, {
      operation,
      subject: id === '' ? key : `${key}/${id}`,
      payload: { set: Object.fromEntries(changed.map((path) => [path, set[path]])), version: part.version },
      changes: [partChange(incident.id, part, kept)],
      result: { version: part.version, changed },
    });
  });
}
