import type { PersonRole, Via } from '../../store/tables.ts';

/**
 * Who calls: a person with a session, a token that a person made, Hindcast itself (jobs, the command line on the machine), or what
 * other systems delivered.
 */
export type Actor = {
  kind: 'person' | 'token' | 'system' | 'source';
  /** UUID of the person or token; empty for the system. */
  id: string;
  name: string;
  role: PersonRole;
  /** What a token may do: names of permissions; absent means all its role allows. */
  scopes?: readonly string[];
  /** The person behind: a token's maker. */
  personId?: string;
  /** How a person signed in to this session. */
  via?: Via;
  /** The session of a person: the hash it is kept under, in hex. */
  session?: string;
};

/** Name of an actor in the ledger: `person:UUID`, `token:UUID`, `system`, `source`. */
export const actorName = ({ kind, id }: Actor): string => (id === '' ? kind : `${kind}:${id}`);

/** The actor of jobs and of commands run on the machine itself. */
export const systemActor: Actor = { kind: 'system', id: '', name: 'Hindcast', role: 'owner' };

/** The actor of signals: what rules do with them. It never does what only people may. */
export const sourceActor: Actor = {
  kind: 'source',
  id: '',
  name: 'Sources',
  role: 'admin',
  scopes: ['incident.see', 'incident.create', 'incident.edit', 'evidence.see', 'evidence.add'],
};
