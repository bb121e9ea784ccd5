import { LedgerError } from '../ledger-error.ts';
import { readVerifier, type Signer, type Verifier } from './keys.ts';
import { openNote, signNote } from './signed-note.ts';

/** A log's change of keys: signed by the old one, which hands over, and the new one, which shows that it is held. */
export type Rotation = {
  origin: string;
  from: Verifier;
  to: Verifier;
  /** Entries the log had: from here on the new key signs. */
  size: number;
  /** RFC 3339 instant. */
  at: string;
};

const title = 'hindcast key rotation v1';

/** Announces a new key of the same name, as a signed note. @throws LedgerError when the names differ */
export function announceRotation(from: Signer, to: Signer, { size, at }: { size: number; at: string }): string {
  const origin = from.verifier.name;
  if (to.verifier.name !== origin)
    throw new LedgerError('ledger.malformed', `the new key must be named ${origin} as well, not ${to.verifier.name}`);
  const lines = [title, origin, from.verifier.text, to.verifier.text, size, at];
  return signNote(`${lines.join('\n')}\n`, [from, to]);
}

/** Opens an announcement by a trusted key. @throws LedgerError `ledger.malformed`, or `ledger.unsigned` without both signatures */
export function openRotation(note: string, trusted: Verifier): Rotation {
  const { text } = openNote(note, [trusted]);
  const [head, origin, from = '', to = '', size = '', at = '', ...rest] = text.split('\n');
  const whole = /^(?:0|[1-9][0-9]{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (head !== title || origin !== trusted.name || from !== trusted.text || !whole || at === '' || rest.join('') !== '')
    throw new LedgerError('ledger.malformed', `this is no announcement of a key that follows ${trusted.text}`);
  const next = readVerifier(to);
  if (next.name !== origin)
    throw new LedgerError('ledger.malformed', `the new key is named ${next.name}, not ${origin}`);
  const { signedBy } = openNote(note, [trusted, next]);
  if (signedBy.length !== (next.text === trusted.text ? 1 : 2))
    throw new LedgerError(
      'ledger.unsigned',
      'the new key has not signed its announcement: nobody showed that it is held',
    );
  return { origin, from: trusted, to: next, size: Number(size), at };
}

/** All keys that follow from one that is trusted, in order: each announced by the one before. @throws LedgerError as `openRotation` */
export function keysFrom(first: Verifier, announcements: string[]): Verifier[] {
  const keys = [first];
  for (const note of announcements) keys.push(openRotation(note, keys.at(-1) ?? first).to);
  return keys;
}
