import { fromBase64 } from './bytes.ts';
import { type State, stateOf } from './check.ts';
import { type TreeHead, verifyConsistency } from './tree.ts';

/** Whether a proof of the server shows that the later tree begins with the earlier one: nothing was changed since. */
export async function checkGrowth(earlier: TreeHead, later: TreeHead, proof: string[]): Promise<State> {
  const hashes = proof.map((line) => fromBase64(line) ?? new Uint8Array());
  return stateOf(await verifyConsistency(earlier, later, hashes));
}
