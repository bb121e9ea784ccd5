import type { Preference } from '../../notices/preference.ts';
import { preferenceOf } from '../notice/plan.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What somebody chose; version 0 for who never chose anything. */
export type KeptPreference = { value: Preference; version: number; hasCalendar: boolean };

export async function loadPreference({ database, config }: StoredContext, personId: string): Promise<KeptPreference> {
  const row = await database.kysely
    .selectFrom('preference')
    .select(['value', 'version', 'calendar_hash'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    value: preferenceOf(row?.value, config.zone ?? 'UTC'),
    version: row?.version ?? 0,
    hasCalendar: row !== undefined && row.calendar_hash !== null,
  };
}
