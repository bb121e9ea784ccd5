import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { authorOf } from '../comment/load.ts';
import { HindcastError } from '../errors.ts';
import { actorNames } from '../history/actor-names.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Proposable, Proposal, State } from './proposal.ts';

/** Which proposals are wanted: one by its id, or those that wait, or that do not. */
type Wanted = { only?: string; isOpen?: boolean };

/** The proposals for an incident, oldest first. */
export async function loadProposals(
  context: StoredContext,
  proposable: Proposable,
  incidentId: string,
  { only, isOpen }: Wanted,
): Promise<Proposal[]> {
  const rows = await context.database.kysely
    .selectFrom('proposal')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(isOpen !== undefined, (query) => query.where('state', isOpen === true ? '=' : '<>', 'open'))
    .orderBy('number')
    .execute();
  const actors = await actorNames(
    context,
    rows.flatMap(({ author, settled_by: by }) => [author, ...(by === null ? [] : [by])]),
  );
  return rows.map(({ settled_by: by, settled_at: at, ...row }) => ({
    id: row.id,
    operation: row.operation,
    sentence: proposable.get(row.operation)?.sentence ?? row.operation,
    input: row.input as Proposal['input'],
    why: row.why,
    author: authorOf(row.author, actors),
    at: row.at.toISOString(),
    state: row.state,
    settled: by === null || at === null ? null : { by: authorOf(by, actors), at: at.toISOString(), reason: row.reason },
  }));
}

/** @throws HindcastError `proposal.not-found`, for one of another incident as well */
export async function loadProposal(
  context: StoredContext,
  proposable: Proposable,
  incidentId: string,
  id: string,
): Promise<Proposal> {
  const known = z.guid().safeParse(id).success;
  const [proposal] = known ? await loadProposals(context, proposable, incidentId, { only: id }) : [];
  if (proposal === undefined) throw new HindcastError('proposal.not-found', { id });
  return proposal;
}

/** Settles an open proposal; changes nothing when somebody else was faster. */
export const settleProposal = (
  { actor, now }: StoredContext,
  id: string,
  state: Exclude<State, 'open'>,
  reason: string | null = null,
): Change => ({
  statement: sql`update proposal set state = ${state}, settled_by = ${actorName(actor)}, settled_at = ${now}::timestamptz,
    reason = ${reason} where id = ${id}::uuid and state = 'open'`,
});
