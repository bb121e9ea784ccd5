import { start } from './start.ts';

/** Who did something, as the ledger names them: `person:UUID`, `token:UUID`, `system`. */
export type Actor = { kind: 'person' | 'token' | 'system'; id: string };

/** Reads the name of an actor. */
export function readActor(name: string): Actor {
  const [kind, id = ''] = name.split(':');
  return { kind: kind === 'person' || kind === 'token' ? kind : 'system', id };
}

/** The name of a person as an actor. */
export const actorOf = (person: string): string => `person:${person}`;

/** The name under which this person acts. */
export const ownActor = actorOf(start.me.id);
