import { openCheckpoint } from '../note/checkpoint.ts';
import { keysFrom } from '../note/rotation.ts';
import { readVerifier, type Verifier } from '../note/keys.ts';
import { entryHash } from '../entry-hash.ts';
import { leafHash } from '../tree/node-hash.ts';
import { verifyInclusion } from '../tree/verify-inclusion.ts';
import type { Bundle, BundledEntry, Check } from './bundle.ts';

const hex = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'hex');
  return bytes.toString('hex') === text ? bytes : Buffer.alloc(0);
};

/** The keys of the log, each announced by the one before. @throws LedgerError where one is not */
export const bundleKeys = ({ keys, rotations }: Bundle): Verifier[] => {
  const [first, ...later] = keys.map(readVerifier);
  if (first === undefined) return [];
  const following = keysFrom(first, rotations);
  return later.every((key, index) => key.text === following[index + 1]?.text) ? following : [first];
};

function checkEntry(
  entry: BundledEntry,
  { size, root }: { size: number; root: Uint8Array },
  incident: string,
): string | undefined {
  const hash = hex(entry.hash);
  const leaf = leafHash(hash);
  const proof = entry.proof.map(hex);
  if (!verifyInclusion({ leaf, index: entry.seq, size, root }, proof))
    return 'is not in the tree of the checkpoint at its number';
  if (entry.salt === undefined || entry.payload === undefined) return undefined;
  if (!Buffer.from(entryHash(hex(entry.salt), entry.payload)).equals(hash))
    return 'has another payload than the one that was entered';
  const said = JSON.parse(entry.payload) as { incident?: unknown };
  return said.incident === incident ? undefined : 'belongs to another incident';
}

/** The checkpoint, and every entry of the incident in its tree. */
export function checkLedger(bundle: Bundle, keys: Verifier[]): Check[] {
  const { checkpoint, entries, incident } = bundle;
  try {
    const tree = openCheckpoint(checkpoint, keys);
    const signedBy = tree.signedBy.map(({ text }) => text).join(', ');
    const checks: Check[] = [
      { part: 'checkpoint', holds: true, says: `${tree.size} entries of ${tree.origin}, signed by ${signedBy}` },
    ];
    const wrong = entries.flatMap((entry) => {
      const says = attempt(() => checkEntry(entry, tree, incident.id));
      return says === undefined ? [] : [{ part: `ledger entry ${entry.seq}`, holds: false, says }];
    });
    if (wrong.length > 0) return [...checks, ...wrong];
    const withheld = entries.filter(({ payload }) => payload === undefined).length;
    const note = withheld === 0 ? '' : `; of ${withheld} the payload is not here: erased on request, or a comment`;
    return [
      ...checks,
      { part: 'history', holds: true, says: `${entries.length} entries are in that tree, unchanged${note}` },
    ];
  } catch (error) {
    return [{ part: 'checkpoint', holds: false, says: error instanceof Error ? error.message : 'it cannot be read' }];
  }
}

const attempt = (work: () => string | undefined): string | undefined => {
  try {
    return work();
  } catch {
    return 'cannot be read';
  }
};
