import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { Anchor } from './anchor.ts';
import { base64 } from './base64.ts';

const Input = z.strictObject({ limit: z.coerce.number().int().min(1).max(500).default(50) });
const Kept = Anchor.extend({
  /** The whole reply of a time stamp authority (RFC 3161), in base64. */
  proof: z.string().nullable(),
});
const Anchors = z.object({ items: z.array(Kept) });

export const listAnchors: StoredOperation<z.infer<typeof Input>, z.infer<typeof Anchors>> = {
  name: 'ledger.anchors',
  sentence: 'List the copies of checkpoints that lie elsewhere, the latest first.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Anchors,
  route: { method: 'GET', path: '/ledger/anchors' },
  run: async ({ database }, { limit }) => {
    const rows = await database.kysely
      .selectFrom('anchor')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('size', 'desc')
      .limit(limit)
      .execute();
    const items = rows.map(({ id, size, kind, place, proof, at }) => ({
      id,
      size: Number(size),
      kind,
      place,
      at: at.toISOString(),
      proof: proof && base64(proof),
    }));
    return { items };
  },
};
