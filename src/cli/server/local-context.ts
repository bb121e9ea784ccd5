import { randomBytes, randomUUID } from 'node:crypto';
import type { Surroundings } from '../../http/surroundings.ts';
import { systemActor } from '../../operations/access/actor.ts';
import type { StoredContext } from '../../operations/stored-operation.ts';
import type { Template } from '../../templates/index.ts';

/** The context of a call that Hindcast itself makes on this machine, at this moment. */
export type LocalContext = () => StoredContext;

/** Makes contexts of Hindcast itself from what the server stands on. */
export function localContext(around: Surroundings, templates: Template[]): LocalContext {
  const { now, config, database, evidence, origin, timestampAuthority } = around;
  return () => ({
    now: now(),
    config,
    templates,
    actor: systemActor,
    database,
    evidence,
    newId: () => randomUUID(),
    random: (bytes) => randomBytes(bytes),
    origin,
    ...(timestampAuthority === undefined ? {} : { timestampAuthority }),
  });
}
