import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

const Text = z.string().trim().min(1).max(2000);

/** What shows that an action worked: somebody's word for it, a link, or evidence of its incident. */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), text: Text }),
  z.strictObject({
    kind: z.literal('link'),
    url: z.url({ protocol: /^https?$/, error: 'is an address that begins with https:// or http://' }).max(2000),
    text: Text.optional(),
  }),
  z.strictObject({ kind: z.literal('evidence'), evidence: z.uuid(), text: Text.optional() }),
]);
export type Proof = z.infer<typeof Proof>;

/** @throws HindcastError `evidence.not-found` for a proof that names no evidence of this incident */
export async function requireEvidence({ database }: StoredContext, incidentId: string, proof: Proof): Promise<void> {
  if (proof.kind !== 'evidence') return;
  const found = await database.kysely
    .selectFrom('incident_evidence')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('id', '=', proof.evidence)
    .where('detached_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw new HindcastError('evidence.not-found', { id: proof.evidence });
}
