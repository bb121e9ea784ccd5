import { z } from 'zod';

/** Options of an address that name no other host and no file of this machine. */
const harmless = new Set(['sslmode', 'uselibpqcompat', 'application_name', 'options']);

/**
 * A database that is reached over the network. Hindcast's own one trusts whoever comes through its socket, and holds more than those
 * who say how services are watched may see.
 */
function isPostgres(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams } = new URL(text);
  const isNamed = /^postgres(?:ql)?:$/.test(protocol) && hostname !== '' && !/^%2f/i.test(hostname);
  return isNamed && [...searchParams.keys()].every((name) => harmless.has(name));
}

/** What a service needs that nobody is shown again. A null takes it away; what is not named stays. */
export const SecretInput = z.strictObject({
  /** Headers of each request to its Prometheus: {"Authorization": "Bearer …"}. */
  headers: z
    .record(
      z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, 'the name of an HTTP header'),
      z.string().regex(/^[\x20-\x7E]{1,8000}$/, 'a header of one line'),
    )
    .refine((headers) => Object.keys(headers).length <= 20, 'at most 20 headers')
    .nullable()
    .optional(),
  /** A database that invariants in SQL are asked of; only read. */
  database: z
    .string()
    .max(2000)
    .refine(
      isPostgres,
      'an address such as postgres://reader:password@host/name, reached over the network; of options only sslmode',
    )
    .nullable()
    .optional(),
});
export type SecretInput = z.infer<typeof SecretInput>;

/** As it is kept. */
export type Secret = { headers?: Record<string, string>; database?: string };

/** What is kept with a change put over it. */
export function withSecret(kept: Secret, { headers, database }: SecretInput): Secret {
  const next = {
    headers: headers === undefined ? kept.headers : (headers ?? undefined),
    database: database === undefined ? kept.database : (database ?? undefined),
  };
  return {
    ...(next.headers === undefined || Object.keys(next.headers).length === 0 ? {} : { headers: next.headers }),
    ...(next.database === undefined ? {} : { database: next.database }),
  };
}

/**
 * As `withSecret`, when the text of the service changes as well. Headers were given for an address: another one does not get them,
 * or whoever changes it could read them there.
 */
export function secretFor(
  kept: Secret,
  given: SecretInput,
  addresses: { from: string | undefined; to: string },
): Secret {
  const { from, to } = addresses;
  const isSame = from !== undefined && new URL(from).origin === new URL(to).origin;
  const { headers: _, ...others } = kept;
  return withSecret(isSame ? kept : others, given);
}

/** What may be told of it: the names of headers, and the host of the database. */
export const toldOf = ({ headers, database }: Secret): { headers: string[]; database: string | null } => ({
  headers: Object.keys(headers ?? {}).toSorted(),
  database: database === undefined ? null : new URL(database).host + new URL(database).pathname,
});
