import type { Database } from '../database.ts';

/** Who changed a part of a record last, beside what was written in its room; undefined when nobody did. */
export async function lastChange(
  { query }: Database,
  incidentId: string,
  key: string,
): Promise<{ actor: string; at: Date } | undefined> {
  const { rows } = await query<{ actor: string; at: Date }>({
    text: `select actor, at from entry
      where incident_id = $1 and operation <> 'prose.write' and (subject = $2 or subject = 'document') order by id desc limit 1`,
    values: [incidentId, key],
  });
  return rows[0];
}
