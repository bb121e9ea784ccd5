import type { Change } from '../../store/commit.ts';
import { ownerMatch } from '../home/owner-match.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Followed } from './followed.ts';

/** Tells whoever an action is given to that it is theirs; nobody is told of what they took themselves. */
export async function tellOwner(
  context: StoredContext,
  { incident, part, version, label, owner: before, due: dueBefore }: Followed,
  { owner, due = dueBefore }: { owner: string | undefined; due?: string | undefined },
): Promise<Change[]> {
  if (owner === undefined || owner === '' || owner === before) return [];
  const { actor, database } = context;
  const people = await database.kysely
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('disabled_at', 'is', null)
    .execute();
  const named = people
    .filter((person) => ownerMatch(person)(owner) !== undefined)
    .map(({ id }) => id)
    .filter((id) => id !== (actor.personId ?? actor.id));
  if (named.length === 0) return [];
  const values = { action: part.id, label, text: part.value.text ?? '', owner, due };
  const key = `action.assigned:${incident.id}:${part.id}:${version + 1}`;
  return [enqueueNotices(context, [{ key, kind: 'action.assigned', incidentId: incident.id, people: named, values }])];
}
