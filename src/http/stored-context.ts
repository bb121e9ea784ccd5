import { randomUUID } from 'node:crypto';
import type { Actor } from '../operations/access/actor.ts';
import { freshBytes } from '../operations/fresh-bytes.ts';
import { configWith, readSettings } from '../operations/settings/read-settings.ts';
import type { StoredContext } from '../operations/stored-operation.ts';
import { serverTemplates } from '../operations/template/shelf.ts';
import type { Surroundings } from './surroundings.ts';

/** What an operation stands on when `actor` calls it at `now`: settings and templates as they are at that moment. */
export async function storedContext(around: Surroundings, actor: Actor, now: string): Promise<StoredContext> {
  return {
    now,
    config: configWith(around.config, await readSettings(around.database)),
    templates: await serverTemplates(around.database, await around.templates()),
    actor,
    database: around.database,
    evidence: around.evidence,
    newId: () => randomUUID(),
    random: freshBytes,
    origin: around.origin,
    ...(around.timestampAuthority === undefined ? {} : { timestampAuthority: around.timestampAuthority }),
    ...(around.model === undefined ? {} : { model: around.model }),
    ...(around.access?.mail === undefined ? {} : { mail: around.access.mail }),
    ...(around.settle === undefined ? {} : { settle: around.settle }),
    ...(around.freeBytes === undefined ? {} : { freeBytes: around.freeBytes }),
  };
}
