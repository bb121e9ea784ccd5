import { openNote, readVerifier, type Verifier } from './note.ts';

/** A key as `ledger.keys` lists it, the first one first. */
export type ListedKey = { verifier: string; announcement: string | null };

/**
 * The keys that follow from the one that is trusted: each announced by a note that the one before signed. Without a trusted key the
 * first of the list is taken.
 */
export async function knownKeys(listed: ListedKey[], trusted: string | undefined): Promise<Verifier[]> {
  const from = trusted === undefined ? 0 : listed.findIndex(({ verifier }) => verifier === trusted);
  const first = from < 0 ? undefined : await readVerifier(listed[from]?.verifier ?? '');
  if (first === undefined) return [];
  const keys = [first];
  for (const { verifier, announcement } of listed.slice(from + 1)) {
    const before = keys.at(-1) as Verifier;
    const next = await readVerifier(verifier);
    if (next === undefined || announcement === null) break;
    const { text, signedBy } = await openNote(announcement, [before, next]);
    const names = text.split('\n').slice(2, 4);
    if (signedBy.length !== 2 || names[0] !== before.text || names[1] !== next.text) break;
    keys.push(next);
  }
  return keys;
}
