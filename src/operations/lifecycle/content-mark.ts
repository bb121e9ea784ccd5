import { sql } from 'kysely';
import type { StoredContext } from '../stored-operation.ts';

/** Which rows make the content of an incident: another one whenever one of them is written, comes or goes. */
const markOf = (incidentId: string) => sql<string>`(select coalesce(sum(hashtextextended(row, 0)), 0)::text from (
    select concat_ws(' ', key, id, xmin) as row from kept_part where incident_id = ${incidentId}::uuid
    union all select concat_ws(' ', id, xmin) from incident_evidence where incident_id = ${incidentId}::uuid) as rows)`;

/** The mark of an incident's content now. Read before the content: what is written between makes the marks differ. */
export async function contentMark({ database }: StoredContext, incidentId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select ${markOf(incidentId)} as mark`.execute(database.kysely);
  return rows[0]?.mark ?? '';
}

/** For a statement: that the content is the one that had this mark. */
export const contentIs = (incidentId: string, mark: string) => sql`${markOf(incidentId)} = ${mark}`;
