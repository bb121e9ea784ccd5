import type { Change } from '../../store/commit.ts';
import { ownerMatch } from '../home/owner-match.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { State } from '../lifecycle/state.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Those whom the document names for the role; where none of them has an account, those who approve. */
async function signersOf({ database, actor }: StoredContext, { current }: State, role: string): Promise<string[]> {
  const people = await database.kysely
    .selectFrom('person')
    .select(['id', 'name', 'email', 'role'])
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
  const texts = (current.record.roles ?? [])
    .filter((one) => one.role?.trim().toLowerCase() === role.trim().toLowerCase())
    .map(({ name }) => name ?? '');
  const named = people.filter((person) => texts.some((text) => ownerMatch(person)(text) !== undefined));
  const approvers = people.filter((person) => person.role === 'approver');
  const found =
    named.length > 0 ? named : approvers.length > 0 ? approvers : people.filter(({ role: rank }) => rank === 'owner');
  return found.map(({ id }) => id).filter((id) => id !== actor.id);
}

/** Tells those who may sign next that a document waits for them: once for each content and role. */
export async function tellNextSigners(
  context: StoredContext,
  incident: IncidentRow,
  state: State,
  role: string | undefined,
): Promise<Change[]> {
  if (role === undefined) return [];
  const people = await signersOf(context, state, role);
  const { id: incidentId } = incident;
  // A document that comes back with the same content after more work waits anew.
  const key = `signoff.waiting:${incidentId}:${state.versions[0]?.number ?? 0}:${state.current.sha256.slice(0, 16)}:${role}`;
  const values = { role, by: context.actor.name };
  return people.length === 0
    ? []
    : [enqueueNotices(context, [{ key, kind: 'signoff.waiting', incidentId, people, values }])];
}
