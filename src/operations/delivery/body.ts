import type { EvidenceStore } from '../../store/evidence/index.ts';
import { fromStore } from '../evidence/store-problem.ts';

/** Where a stored body lies: in its row, or, when it is large, in the evidence store under its hash. */
export type KeptBody = { body: Uint8Array | null; sha256: Uint8Array };

/** The bytes of a delivery as they are stored; those of the evidence store are checked against their hash. */
export async function bodyOf(evidence: EvidenceStore, { body, sha256 }: KeptBody): Promise<Uint8Array> {
  return body ?? fromStore(readWhole(evidence, Buffer.from(sha256).toString('hex')));
}

async function readWhole(evidence: EvidenceStore, sha256: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await evidence.get(sha256)).body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Bytes of an original that a screen shows. */
const mostShown = 200_000;

/** The first part of an original, and whether there is more. */
export const shownText = (bytes: Uint8Array): { text: string; isCut: boolean } => ({
  text: Buffer.from(bytes.subarray(0, mostShown)).toString('utf8'),
  isCut: bytes.length > mostShown,
});
