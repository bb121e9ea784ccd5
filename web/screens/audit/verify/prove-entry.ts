import { fromBase64, sameBytes, sha256, utf8 } from './bytes.ts';
import { checkCheckpoint } from './check-checkpoint.ts';
import { type Check, type State, stateOf } from './check.ts';
import type { ListedKey } from './known-keys.ts';
import { leafHash, verifyInclusion } from './tree.ts';

/** An entry as `ledger.list` gives it: hash and salt in base64; salt and payload null when they were erased. */
export type Entry = { seq: number; hash: string; salt?: string | null; payload?: string | null };

/** What `ledger.prove` answers, as far as it is needed. */
export type Proof = { seq: number; hash: string; proof: string[]; checkpoint: string };

/** What was checked of an entry: what it says, where it stands, who signed for it. */
export type EntryVerdict = {
  checks: Check<'payload' | 'inclusion' | 'signature'>[];
  size: number;
  key: string | undefined;
};

async function payloadState({ hash, salt, payload }: Entry): Promise<State> {
  const [known, bytes] = [fromBase64(hash), fromBase64(salt ?? '')];
  if (typeof salt !== 'string' || typeof payload !== 'string') return 'unknown';
  if (known === undefined || bytes === undefined) return 'refuted';
  return stateOf(sameBytes(await sha256(bytes, utf8(payload)), known));
}

/** Checks an entry and its proof, trusting nothing of the server but the key. Never throws for what is wrong with them. */
export async function proveEntry(
  entry: Entry,
  proof: Proof,
  keys: ListedKey[],
  trusted?: string,
): Promise<EntryVerdict> {
  const { head, signature, key } = await checkCheckpoint(proof.checkpoint, keys, trusted);
  const [hash, path] = [fromBase64(entry.hash), proof.proof.map(fromBase64)];
  const included =
    hash !== undefined &&
    head !== undefined &&
    path.every((step) => step !== undefined) &&
    (await verifyInclusion({ leaf: await leafHash(hash), index: entry.seq, head }, path));
  const checks: EntryVerdict['checks'] = [
    { name: 'payload', state: await payloadState(entry) },
    { name: 'inclusion', state: stateOf(included) },
    { name: 'signature', state: signature },
  ];
  return { checks, size: head?.size ?? 0, key };
}
