import { z } from 'zod';
import { storedConsistencyProof } from '../../ledger/tiles/proofs.ts';
import { storedTiles } from '../../store/ledger/stored-tiles.ts';
import { HindcastError } from '../errors.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { base64 } from './base64.ts';
import { loadCheckpoint } from './load-checkpoint.ts';
import { Size } from './numbers.ts';

const Input = z.strictObject({ from: Size, to: Size.optional() });
const Proof = z.object({
  from: z.number().int(),
  to: z.number().int(),
  proof: z.array(z.string()),
  checkpoint: z.string(),
});

export const proveConsistency: StoredOperation<z.infer<typeof Input>, z.infer<typeof Proof>> = {
  name: 'ledger.consistency',
  sentence: 'Prove that the ledger only grew: an earlier tree, of any size, is the beginning of a checkpoint.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Proof,
  route: { method: 'GET', path: '/ledger/consistency' },
  run: async (context, { from, to: wanted }) => {
    const { size: to, note } = await loadCheckpoint(context, wanted);
    if (from > to) throw new HindcastError('ledger.no-checkpoint', { what: `of ${from} entries` });
    const hashes = await storedConsistencyProof(from, to, storedTiles(context.database.query));
    return { from, to, proof: hashes.map(base64), checkpoint: note };
  },
};
