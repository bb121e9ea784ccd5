import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { IncidentRow } from '../incident/load.ts';

/**
 * The change of an incident's own row when the whole document becomes another one: its template, and the end of an approval (see
 * decision 0008). Nobody may have moved it on meanwhile.
 */
export const rewriteIncident = ({ id, version }: IncidentRow, template: string): Change => ({
  statement: sql`update incident set template = ${template}, version = version + 1,
    status = case when status = 'approved' then 'inReview' else status end
    where id = ${id}::uuid and version = ${version}`,
});
