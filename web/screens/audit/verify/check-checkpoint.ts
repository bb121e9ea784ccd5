import { stateOf, type State } from './check.ts';
import { knownKeys, type ListedKey } from './known-keys.ts';
import { type Checkpoint, openNote, readCheckpoint } from './note.ts';

/** What was found out about a signed checkpoint. */
export type HeadVerdict = { head: Checkpoint | undefined; signature: State; key: string | undefined };

/** Checks a checkpoint's signature by the keys that follow from the trusted one. A key vouches only for the log of its own name. */
export async function checkCheckpoint(note: string, listed: ListedKey[], trusted?: string): Promise<HeadVerdict> {
  const { text, signedBy } = await openNote(note, await knownKeys(listed, trusted));
  const head = readCheckpoint(text);
  const by = signedBy.find(({ name }) => name === head?.origin);
  return { head, signature: stateOf(head !== undefined && by !== undefined), key: by?.text };
}
