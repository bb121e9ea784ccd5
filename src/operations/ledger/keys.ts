import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({});
const Key = z.object({
  id: z.string(),
  /** `name+hash+base64`: what verifiers are given. */
  verifier: z.string(),
  createdAt: z.string(),
  retiredAt: z.string().nullable(),
  /** How the key before announced this one, signed by both; null for the first. */
  announcement: z.string().nullable(),
});
const Keys = z.object({ items: z.array(Key) });

export const listKeys: StoredOperation<z.infer<typeof Input>, z.infer<typeof Keys>> = {
  name: 'ledger.keys',
  sentence: 'List the public keys that the ledger was and is signed with, the first one first.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Keys,
  route: { method: 'GET', path: '/ledger/keys' },
  run: async ({ database }) => {
    const rows = await database.kysely
      .selectFrom('signing_key')
      .select(['id', 'verifier', 'created_at', 'retired_at', 'announcement'])
      .orderBy('created_at')
      .execute();
    const items = rows.map(({ id, verifier, created_at: createdAt, retired_at: retiredAt, announcement }) => ({
      id,
      verifier,
      createdAt: createdAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      announcement,
    }));
    return { items };
  },
};
