import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { IncidentRow } from '../incident/load.ts';
import { type Decision, save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';

/** An approval ends with the first edit after it. Costs nothing where there is none to end. */
function endApproval({ id, status }: IncidentRow): Change[] {
  if (status !== 'approved') return [];
  const statement = sql`update incident set version = version + (status = 'approved')::int,
    status = case when status = 'approved' then 'inReview' else status end where id = ${id}::uuid`;
  return [{ statement }];
}

/** Saves a change of an incident's content. Every operation that changes record or evidence saves with this; see decision 0008. */
export const saveEdit = <Output>(
  context: StoredContext,
  incident: IncidentRow,
  decision: Omit<Decision<Output>, 'incidentId'>,
): Promise<Output> =>
  save(context, {
    ...decision,
    incidentId: incident.id,
    changes: [...decision.changes, ...endApproval(incident)],
  });
