import type { Database } from '../database.ts';

/** Parts of a record that are no lists, by key, as they are kept now; one that is absent is not among them. */
export async function readParts(
  { query }: Database,
  incidentId: string,
  keys: readonly string[],
): Promise<Map<string, unknown>> {
  const { rows } = await query<{ key: string; value: unknown }>({
    text: `select key, value from kept_part where incident_id = $1 and id = '' and key = any($2::text[])`,
    values: [incidentId, keys],
  });
  return new Map(rows.map(({ key, value }) => [key, value]));
}
