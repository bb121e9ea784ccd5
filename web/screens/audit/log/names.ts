import { useMemo } from 'react';
import { actorOf, readActor } from '../../../api/actor.ts';
import { useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/index.ts';

const own = words.audit.log;

/** Names of people by how the ledger calls them, `person:UUID`, by name. */
export function usePeople(): { actor: string; name: string }[] {
  const { data } = useOperation<{ items: { id: string; name: string }[] }>('people.list');
  return useMemo(() => (data?.items ?? []).map(({ id, name }) => ({ actor: actorOf(id), name })), [data]);
}

/** Who an actor is: a person by name, a token by the beginning of its id, Hindcast itself. */
export function nameOf(actor: string, people: { actor: string; name: string }[]): string {
  const { kind, id } = readActor(actor);
  if (kind === 'system') return own.system;
  if (kind === 'token') return `${own.token} ${id.slice(0, 8)}`;
  return people.find((person) => person.actor === actor)?.name ?? own.someone;
}
