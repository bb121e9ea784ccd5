import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { type LedgerVerdict, verifyLedger } from './verify-ledger.ts';

const Input = z.strictObject({});
const Verdict: z.ZodType<LedgerVerdict> = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  erased: z.number().int(),
  checkpoints: z.number().int(),
  anchors: z.number().int(),
  problems: z.array(z.string()),
});

export const verifyWhole: StoredOperation<z.infer<typeof Input>, LedgerVerdict> = {
  name: 'ledger.verify',
  sentence: 'Hash the whole ledger again and compare it with its tree, its checkpoints and their anchored copies.',
  permission: 'ledger.keep',
  effect: 'read',
  input: Input,
  output: Verdict,
  route: { method: 'GET', path: '/ledger/verification' },
  run: (context) => verifyLedger(context),
};
