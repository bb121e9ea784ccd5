import { sql } from 'kysely';
import { z } from 'zod';
import { newSecret, secretHash } from '../access/secret.ts';
import { save } from '../save.ts';
import { minutesAfter } from '../sessions/lifetimes.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { requireWithin } from './scopes.ts';

const Input = z.strictObject({
  name: z.string().trim().min(1).max(100),
  role: z.enum(['admin', 'editor', 'viewer']),
  /** Names of permissions: what the token may do, of what its role may. */
  scopes: z.array(z.string().max(40)).min(1).max(50),
  days: z.number().int().min(1).max(365).default(90),
});
const Created = z.object({
  id: z.string(),
  expiresAt: z.string(),
  /** What programs send as `Authorization: Bearer`; shown only now. */
  secret: z.string().optional(),
});

export const createToken: StoredOperation<z.infer<typeof Input>, z.infer<typeof Created>> = {
  name: 'token.create',
  sentence: 'Make a token for a program of yours; its secret is shown this once.',
  permission: 'token.own',
  effect: 'write',
  input: Input,
  output: Created,
  route: { method: 'POST', path: '/tokens' },
  run: async (context, { name, role, scopes, days }) => {
    const { actor, now } = context;
    requireWithin(actor, role, scopes);
    const id = context.newId();
    const secret = `hct_${newSecret()}`;
    const expiresAt = minutesAfter(now, days * 24 * 60);
    const own = [...new Set(scopes)];
    const kept = await save(context, {
      operation: 'token.create',
      subject: `token/${id}`,
      payload: { name, role, scopes: own, expiresAt },
      changes: [
        {
          statement: sql`insert into token (id, hash, name, person_id, role, scopes, created_at, expires_at)
            values (${id}::uuid, ${secretHash(secret)}::bytea, ${name}, ${actor.id}::uuid, ${role}, ${own}::text[], ${now}::timestamptz, ${expiresAt}::timestamptz)`,
        },
      ],
      result: { id, expiresAt },
    });
    return kept.id === id ? { ...kept, secret } : kept;
  },
};
