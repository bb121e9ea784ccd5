import { z } from 'zod';
import { verifyHashChain } from '../../ledger/hash-chain/verify-hash-chain.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { openOriginal } from './download.ts';
import { type Item, loadItem } from './item.ts';
import { linesOf } from './lines-of.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
});

/** What was found: see `ChainVerdict` of the ledger. `unrecognised` says nothing about the log. */
const Verdict = z.object({
  sha256: z.string(),
  name: z.string(),
  state: z.enum(['intact', 'broken', 'unrecognised']),
  entries: z.number().int(),
  form: z.string().optional(),
  broken: z.object({ line: z.number().int(), reason: z.string() }).optional(),
  continues: z.string().optional(),
  first: z.string().optional(),
  last: z.string().optional(),
});
export type ChainFound = z.infer<typeof Verdict>;

/** Verifies the chain of a log that another system wrote, read from the evidence store line by line. */
export async function verifyChainOf(context: StoredContext, item: Item): Promise<ChainFound> {
  const original = openOriginal(context, item);
  const { body } = await original.read();
  const verdict = await verifyHashChain(linesOf(body));
  return { ...verdict, sha256: item.sha256, name: item.name };
}

export const verifyChain: StoredOperation<z.infer<typeof Input>, ChainFound> = {
  name: 'evidence.verify-chain',
  sentence:
    "Verify another system's hash-chained log (JSON lines) that is attached: intact, or the first line that breaks it.",
  permission: 'evidence.see',
  effect: 'read',
  input: Input,
  output: Verdict,
  route: { method: 'GET', path: '/incidents/{incident}/evidence/{evidence}/chain' },
  run: async (context, { incident: reference, evidence }) => {
    const incident = await loadIncident(context, reference, 'evidence.see');
    return verifyChainOf(context, await loadItem(context, incident.id, evidence));
  },
};
