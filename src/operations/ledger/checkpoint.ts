import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { base64 } from './base64.ts';
import { loadCheckpoint } from './load-checkpoint.ts';
import { Size } from './numbers.ts';

const Input = z.strictObject({ size: Size.optional() });

/** A checkpoint as it is answered: hashes in base64, `note` is the C2SP text that verifiers read. */
export const Checkpoint = z.object({ size: z.number().int(), root: z.string(), note: z.string(), at: z.string() });

export const showCheckpoint: StoredOperation<z.infer<typeof Input>, z.infer<typeof Checkpoint>> = {
  name: 'ledger.checkpoint',
  sentence: 'Show the signed head of the ledger: the latest one, or that over so many entries.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Checkpoint,
  route: { method: 'GET', path: '/ledger/checkpoint' },
  run: async (context, { size }) => {
    const { root, ...rest } = await loadCheckpoint(context, size);
    return { ...rest, root: base64(root) };
  },
};
