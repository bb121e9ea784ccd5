import { z } from 'zod';
import { Service } from '../../measurement/service.ts';
import { HindcastError } from '../errors.ts';
import { readYaml } from '../read-yaml.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type Secret, toldOf } from './secret.ts';

/** A service as answers show it. */
export const Watched = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  version: z.number().int(),
  /** What its text says in short; null for one that this version of Hindcast no longer understands. */
  watches: z
    .object({
      prometheus: z.string(),
      objective: z.number().nullable(),
      queries: z.number().int(),
      invariants: z.number().int(),
      breakers: z.number().int(),
    })
    .nullable(),
  /** Names of the headers that its Prometheus is sent; never what is in them. */
  headers: z.array(z.string()),
  /** Host and name of its database; never who signs in there. */
  database: z.string().nullable(),
});
export type Watched = z.infer<typeof Watched>;

/** A service as it is kept. */
export type KeptService = { id: string; name: string; source: string; version: number; secret: Secret };

/** All services that are watched, by name. */
export async function loadServices({ database }: Pick<StoredContext, 'database'>): Promise<KeptService[]> {
  const rows = await database.kysely
    .selectFrom('service')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, source, version, secret }) => ({ id, name, source, version, secret: secret as Secret }));
}

/** One of them by id or name. @throws HindcastError `service.not-found` */
export async function loadService(context: StoredContext, reference: string): Promise<KeptService> {
  const wanted = reference.trim().toLowerCase();
  const found = (await loadServices(context)).find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (found === undefined) throw new HindcastError('service.not-found', { name: reference });
  return found;
}

/** @throws HindcastError `record.conflict` when it has moved on from the version that was seen */
export function requireSeen({ name, version, source }: KeptService, seen: number): void {
  if (version === seen) return;
  throw new HindcastError(
    'record.conflict',
    { path: `service/${name}`, seen: String(seen), version: String(version) },
    { data: { path: '', yours: null, theirs: source, version } },
  );
}

/** What its text says; undefined for one that this version no longer understands. */
export const readKept = ({ source }: KeptService): Service | undefined => {
  const read = readYaml(source, Service);
  return 'value' in read ? (read.value as Service) : undefined;
};

/** As answers show it. */
export function watchedOf({ secret, ...rest }: KeptService): Watched {
  const service = readKept({ ...rest, secret });
  const watches =
    service === undefined
      ? null
      : {
          prometheus: service.prometheus,
          objective: service.objective ?? null,
          queries: Object.values(service.queries).filter((query) => query !== undefined).length,
          invariants: service.invariants.length,
          breakers: service.breakers.length,
        };
  return { ...rest, watches, ...toldOf(secret) };
}
