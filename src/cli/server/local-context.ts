import { randomUUID } from 'node:crypto';
import type { Surroundings } from '../../http/surroundings.ts';
import { freshBytes } from '../../operations/fresh-bytes.ts';
import { systemActor } from '../../operations/access/actor.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import type { Template } from '../../templates/index.ts';

/** The context of a call that Hindcast itself makes on this machine, at this moment. */
export type LocalContext = () => StoredContext;

type Base = Pick<Surroundings, 'now' | 'config' | 'database' | 'evidence' | 'origin'> &
  Partial<Pick<Surroundings, 'timestampAuthority'>>;

/** Makes contexts of Hindcast itself, each with the templates of its moment. */
export const contextMaker =
  ({ now, config, database, evidence, origin, timestampAuthority }: Base) =>
  (templates: Template[]): StoredContext => ({
    now: now(),
    config,
    templates,
    actor: systemActor,
    database,
    evidence,
    newId: () => randomUUID(),
    random: freshBytes,
    origin,
    ...(timestampAuthority === undefined ? {} : { timestampAuthority }),
  });

/** Makes contexts of Hindcast itself from what the server stands on. */
export function localContext(around: Surroundings, templates: Template[]): LocalContext {
  const make = contextMaker(around);
  return () => make(templates);
}
