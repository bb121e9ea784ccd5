import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** A template's Markdown: ten times what the longest we know has. A hostile one of that size compiles in half a second. */
export const Source = z.string().min(1).max(200_000);

/** A template as the database keeps it. */
export type KeptTemplate = { name: string; source: string; version: number; archived: boolean };

/** What changes of templates answer. */
export const Kept = z.object({ name: z.string(), version: z.number().int(), archived: z.boolean() });
export type Kept = z.infer<typeof Kept>;

/** A team's own template, or undefined. Read now, not remembered. */
export async function findKept({ database }: StoredContext, name: string): Promise<KeptTemplate | undefined> {
  const row = await database.kysely.selectFrom('template').selectAll().where('name', '=', name).executeTakeFirst();
  return row && { name, source: row.source, version: row.version, archived: row.archived_at !== null };
}

/**
 * A team's own template at the version its changer saw.
 * @throws HindcastError `template.builtin`, `template.unknown`, `record.conflict` with the source that is there now
 */
export async function loadKept(context: StoredContext, name: string, seen: number): Promise<KeptTemplate> {
  const kept = await findKept(context, name);
  if (kept === undefined) {
    const known = context.templates.map((template) => template.name);
    if (known.includes(name)) throw new HindcastError('template.builtin', { name });
    throw new HindcastError('template.unknown', { name, known: known.join(', ') });
  }
  if (kept.version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `template/${name}`, seen: String(seen), version: String(kept.version) },
      { data: { path: '', yours: null, theirs: kept.source, version: kept.version } },
    );
  return kept;
}
