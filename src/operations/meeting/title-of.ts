import type { StoredContext } from '../stored-operation.ts';

/** The title of an incident, empty where it has none. */
export async function titleOf({ database }: StoredContext, incidentId: string): Promise<string> {
  const { rows } = await database.query<{ title: string | null }>({
    text: 'select left(title, 200) as title from incident_head where incident_id = $1',
    values: [incidentId],
  });
  return rows[0]?.title ?? '';
}
