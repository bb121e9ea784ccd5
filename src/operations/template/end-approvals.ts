import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { StoredContext } from '../stored-operation.ts';

/**
 * Ends the approvals of incidents written in a template whose source becomes another one: they were given for the document that the
 * old one made. Nothing where the source stays. Goes into the statement that changes the template.
 */
export function endApprovals({ templates }: StoredContext, name: string, source: string): Change[] {
  if (templates.find((template) => template.name === name)?.source === source) return [];
  const statement = sql`update incident set status = 'inReview', version = version + 1
    where template = ${name} and status = 'approved'`;
  return [{ statement, rows: 'any' }];
}
