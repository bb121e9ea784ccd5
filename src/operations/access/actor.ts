import type { PersonRole, Via } from '../../store/tables.ts';

/** Who calls: a person with a session, a token that a person made, or Hindcast itself (jobs, the command line on the machine). */
export type Actor = {
  kind: 'person' | 'token' | 'system';
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

/** Name of an actor in the ledger: `person:UUID`, `token:UUID`, `system`. */
export const actorName = ({ kind, id }: Actor): string => (id === '' ? kind : `${kind}:${id}`);

/** The actor of jobs and of commands run on the machine itself. */
export const systemActor: Actor = { kind: 'system', id: '', name: 'Hindcast', role: 'owner' };
