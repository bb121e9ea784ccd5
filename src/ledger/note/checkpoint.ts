import { LedgerError } from '../ledger-error.ts';
import { fromBase64 } from './base64.ts';
import type { Signer, Verifier } from './keys.ts';
import { openNote, signNote } from './signed-note.ts';

/** What a log was at a moment: its name, how many entries it had, and the root over them. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

/** A checkpoint's text without signatures, see https://c2sp.org/tlog-checkpoint. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** Reads a checkpoint's text. Lines after the third are extensions, which we neither write nor read. @throws LedgerError `ledger.malformed` */
export function readCheckpointText(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const bytes = fromBase64(root);
  const whole = /^(?:0|[1-9][0-9]{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (origin === '' || !whole || bytes?.length !== 32 || rest.at(-1) !== '' || rest.slice(0, -1).includes(''))
    throw new LedgerError('ledger.malformed', 'this is no checkpoint: it reads origin, size and root, one a line');
  return { origin, size: Number(size), root: bytes };
}

/** Signs a checkpoint. The first key's name is the origin; more keys stand for a rotation or witnesses. */
export const signCheckpoint = (checkpoint: Checkpoint, signers: Signer[]): string =>
  signNote(checkpointText(checkpoint), signers);

/**
 * Opens a signed checkpoint. A trusted key vouches only for the log of its own name.
 * @throws LedgerError `ledger.malformed` or `ledger.unsigned`
 */
export function openCheckpoint(note: string, trusted: Verifier[]): Checkpoint & { signedBy: Verifier[] } {
  const { text, signedBy } = openNote(note, trusted);
  const checkpoint = readCheckpointText(text);
  const own = signedBy.filter(({ name }) => name === checkpoint.origin);
  if (own.length === 0)
    throw new LedgerError(
      'ledger.unsigned',
      `the checkpoint of ${checkpoint.origin} is signed only by ${signedBy.map(({ name }) => name).join(', ')}`,
    );
  return { ...checkpoint, signedBy };
}
