import { z } from 'zod';
import { storedInclusionProof } from '../../ledger/tiles/proofs.ts';
import { storedTiles } from '../../store/ledger/stored-tiles.ts';
import { HindcastError } from '../errors.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { base64 } from './base64.ts';
import { loadCheckpoint } from './load-checkpoint.ts';
import { Seq, Size } from './numbers.ts';

const Input = z.strictObject({ seq: Seq, size: Size.optional() });
const Proof = z.object({
  seq: z.number().int(),
  /** The entry's hash; SHA-256 over a zero byte and it is the leaf of the tree. */
  hash: z.string(),
  size: z.number().int(),
  proof: z.array(z.string()),
  checkpoint: z.string(),
  /** The same as one text for other verifiers: https://c2sp.org/tlog-proof. */
  tlogProof: z.string(),
});

export const proveEntry: StoredOperation<z.infer<typeof Input>, z.infer<typeof Proof>> = {
  name: 'ledger.prove',
  sentence: 'Prove that an entry is in the ledger: hashes that lead from it to the signed root of a checkpoint.',
  permission: 'ledger.see',
  effect: 'read',
  input: Input,
  output: Proof,
  route: { method: 'GET', path: '/ledger/entries/{seq}/proof' },
  run: async (context, { seq, size: wanted }) => {
    const { database } = context;
    const { size, note } = await loadCheckpoint(context, wanted);
    const text = 'select hash from entry where seq = $1';
    const { rows } = await database.query<{ hash: Uint8Array }>({ text, values: [seq] });
    const hash = rows[0]?.hash;
    if (hash === undefined || seq >= size) throw new HindcastError('ledger.no-entry', { seq: String(seq) });
    const hashes = await storedInclusionProof(seq, size, storedTiles(database.query));
    const proof = hashes.map(base64);
    const tlogProof = `c2sp.org/tlog-proof@v1\nindex ${seq}\n${proof.map((line) => `${line}\n`).join('')}\n${note}`;
    return { seq, hash: base64(hash), size, proof, checkpoint: note, tlogProof };
  },
};
