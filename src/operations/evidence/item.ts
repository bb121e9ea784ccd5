import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../../store/tables.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** A piece of evidence of an incident: the attachment, and the original it names. */
export const Item = z.object({
  id: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** Media type found in the content, never the one that was claimed. */
  type: z.string(),
  name: z.string(),
  note: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** Until when the original is not removed, whatever else happens; null when nothing retains it. */
  retainUntil: z.string().nullable(),
  detachedAt: z.string().nullable(),
  /** When the original was removed; the record of it stays. */
  removedAt: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

type Row = Selectable<Tables['incident_evidence']> &
  Pick<Selectable<Tables['evidence']>, 'bytes' | 'type' | 'removed_at'>;

function itemOf(row: Row): Item {
  return {
    id: row.id,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    type: row.type,
    name: row.name,
    note: row.note,
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by,
    retainUntil: row.retain_until?.toISOString() ?? null,
    detachedAt: row.detached_at?.toISOString() ?? null,
    removedAt: row.removed_at?.toISOString() ?? null,
  };
}

/** All evidence an incident has or had, oldest first. */
export async function loadItems({ database }: StoredContext, incidentId: string): Promise<Item[]> {
  const rows = await database.kysely
    .selectFrom('incident_evidence as attached')
    .innerJoin('evidence', 'evidence.sha256', 'attached.sha256')
    .selectAll('attached')
    .select(['evidence.bytes', 'evidence.type', 'evidence.removed_at'])
    .where('attached.incident_id', '=', incidentId)
    .orderBy('attached.added_at')
    .orderBy('attached.id')
    .execute();
  return rows.map(itemOf);
}

/**
 * One piece of evidence of an incident, by its id or its SHA-256; an attached one before a detached one.
 * @throws HindcastError `evidence.not-found`, for what another incident has as well
 */
export async function loadItem(context: StoredContext, incidentId: string, id: string): Promise<Item> {
  const fitting = (await loadItems(context, incidentId)).filter((item) => item.id === id || item.sha256 === id);
  const found = fitting.find(({ detachedAt }) => detachedAt === null) ?? fitting.at(-1);
  if (found === undefined) throw new HindcastError('evidence.not-found', { id });
  return found;
}

/** As `loadItem`, for what only an attached one can do. */
export async function loadAttached(context: StoredContext, incidentId: string, id: string): Promise<Item> {
  const item = await loadItem(context, incidentId, id);
  if (item.detachedAt !== null) throw new HindcastError('evidence.not-found', { id });
  return item;
}
