import { z } from 'zod';
import { partKind } from '../../record/field-at.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { loadPart } from './load.ts';
import { type FieldValues, setFields, valueAt } from './set-fields.ts';
import { insertPart, replacePart } from './statements.ts';

/** Fields by path, the version seen, and where they are. */
export const ChangeInput = z.strictObject({
  set: z.record(z.string().max(200), z.unknown()).refine((fields) => Object.keys(fields).length > 0, 'names no field'),
  /** The version of the part that the caller saw; 0 for one that was not there. */
  seen: z.number().int().min(0),
});

/** What a change answers: the part's new version, and the fields that differ now. */
export const Changed = z.object({ version: z.number().int(), changed: z.array(z.string()) });
export type Changed = z.infer<typeof Changed>;

/** Where a part is: `id` is empty for a group or text of the record. */
export type PartPlace = { incident: string; key: string; id: string };

const before = (value: unknown, fields: string[]): FieldValues =>
  Object.fromEntries(fields.map((path) => [path, valueAt(value, path) ?? null]));

/**
 * @throws HindcastError `record.conflict`, `record.unknown-field`, `record.invalid-value`, `record.entry-not-found`
 */
export async function changePart(
  context: StoredContext,
  operation: string,
  { incident: reference, key, id }: PartPlace,
  { set, seen }: { set: FieldValues; seen: number },
): Promise<Changed> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  return retried(async () => {
    const kept = await loadPart(context, incident.id, key, id);
    if (kept === undefined && partKind(key) === 'collection')
      throw new HindcastError('record.entry-not-found', { key, id });
    const absent = { key, id, position: 0, value: undefined, touched: {}, version: 0 };
    const old = kept ?? absent;
    const { part, changed } = setFields(old, set, seen);
    if (changed.length === 0) return { version: old.version, changed };
    const result = { version: part.version, changed };
    const after = Object.fromEntries(changed.map((path) => [path, set[path]]));
    return save(context, {
      operation,
      incidentId: incident.id,
      subject: id === '' ? key : `${key}/${id}`,
      payload: { set: after, before: before(old.value, changed), version: part.version },
      changes: [kept === undefined ? insertPart(incident.id, part) : replacePart(incident.id, part, kept.version)],
      result,
    });
  });
}
