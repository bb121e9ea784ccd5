import { LedgerError } from '../ledger-error.ts';
import { fromBase64 } from './base64.ts';
import { type Signer, signText, type Verifier, verifyText } from './keys.ts';

/** A note as read: its text, and which of the trusted keys signed it. */
export type OpenedNote = { text: string; signedBy: Verifier[] };

const longestNote = 1_000_000;
const mostSignatures = 100;
const signatureLine = /^\u2014 ([^\s+]{1,255}) (\S{1,10000})$/u;

const malformed = (reason: string) => new LedgerError('ledger.malformed', `this is no signed note: ${reason}`);

/** Only printable text can be signed: a control character could hide what was. */
function checkText(text: string): void {
  if (!text.endsWith('\n')) throw malformed('its text does not end with a line break');
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) throw malformed('it holds control characters');
  if (!text.isWellFormed()) throw malformed('it holds half a character');
}

const lineOf = (text: string, signer: Signer): string => {
  const signature = Buffer.concat([signer.verifier.id, signText(text, signer)]).toString('base64');
  return `\u2014 ${signer.verifier.name} ${signature}\n`;
};

/** Signs a text with one or several keys, in the form of https://c2sp.org/signed-note. @throws LedgerError for a text that is none */
export function signNote(text: string, signers: Signer[]): string {
  checkText(text);
  return `${text}\n${signers.map((signer) => lineOf(text, signer)).join('')}`;
}

function splitNote(note: string): { text: string; signatures: { name: string; bytes: Buffer }[] } {
  if (note.length > longestNote) throw malformed(`it is longer than ${longestNote} characters`);
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) throw malformed('no blank line parts its text from its signatures');
  const text = note.slice(0, end + 1);
  checkText(text);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw malformed(`it has more than ${mostSignatures} signatures`);
  const signatures = lines.map((line) => {
    const [, name = '', encoded = ''] = signatureLine.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (bytes === undefined || bytes.length < 5) throw malformed(`a line of signatures reads «${line.slice(0, 80)}»`);
    return { name, bytes };
  });
  return { text, signatures };
}

/**
 * Opens a signed note with the keys that are trusted; signatures of others are passed over, as the form wants.
 * @throws LedgerError `ledger.malformed` for another form, `ledger.unsigned` when a trusted key's signature is wrong or none has signed
 */
export function openNote(note: string, trusted: Verifier[]): OpenedNote {
  const { text, signatures } = splitNote(note);
  const signedBy = new Set<Verifier>();
  for (const { name, bytes } of signatures) {
    const key = trusted.find((verifier) => verifier.name === name && bytes.subarray(0, 4).equals(verifier.id));
    if (key === undefined) continue;
    if (!verifyText(text, bytes.subarray(4), key))
      throw new LedgerError(
        'ledger.unsigned',
        `the signature of ${key.name} is not over this text: one of them was changed`,
      );
    signedBy.add(key);
  }
  if (signedBy.size > 0) return { text, signedBy: [...signedBy] };
  const names = [...new Set(signatures.map(({ name }) => name))].join(', ');
  throw new LedgerError('ledger.unsigned', `none of the trusted keys has signed it; signatures are by ${names}`);
}
