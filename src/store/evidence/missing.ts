import type { EvidenceStore } from './contract.ts';
import { EvidenceError } from './evidence-error.ts';
import type { KeptObject } from './sample.ts';

/** Objects that are asked for at once: a store elsewhere answers each after a while. */
const atOnce = 16;

/** The size of an object without reading it; undefined where there is none. @throws EvidenceError when the store does not answer */
async function sizeOf(store: EvidenceStore, sha256: string): Promise<number | undefined> {
  try {
    const { bytes, body } = await store.get(sha256, { from: 0, to: 0 });
    for await (const _ of body) break;
    return bytes;
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    if (error.code === 'evidence.not-found') return undefined;
    // Of an object without bytes there is no first one.
    if (error.code === 'evidence.bad-range') return 0;
    throw error;
  }
}

/** Which of these objects the store lacks, and which are there in another size: their hash is not looked at. */
export async function missingFrom(
  store: EvidenceStore,
  objects: readonly KeptObject[],
): Promise<{ missing: string[]; otherSize: string[] }> {
  const missing: string[] = [];
  const otherSize: string[] = [];
  for (let from = 0; from < objects.length; from += atOnce) {
    const look = async ({ sha256, bytes }: KeptObject) => {
      const found = await sizeOf(store, sha256);
      if (found === undefined) missing.push(sha256);
      else if (found !== bytes) otherSize.push(sha256);
    };
    await Promise.all(objects.slice(from, from + atOnce).map(look));
  }
  return { missing, otherSize };
}
