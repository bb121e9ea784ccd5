import { type Bytes, fromBase64, sha256, toHex, utf8 } from './bytes.ts';
import type { TreeHead } from './tree.ts';

/** Named so as browsers and Node both know it. */
type PublicKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A key that checks signatures, out of `name+hash+base64` (https://c2sp.org/signed-note). */
export type Verifier = { name: string; id: string; publicKey: PublicKey; text: string };

/** Ed25519 is the one type of key that the ledger is signed with. */
const ed25519 = 1;

/** Reads a verifier key; undefined for what is none, or whose hash is not that of its name and bytes. */
export async function readVerifier(text: string): Promise<Verifier | undefined> {
  const [name = '', id = '', ...rest] = text.split('+');
  const typed = fromBase64(rest.join('+'));
  if (name === '' || typed?.length !== 33 || typed[0] !== ed25519) return undefined;
  const hash = await sha256(utf8(`${name}\n`), typed);
  if (toHex(hash.subarray(0, 4)) !== id) return undefined;
  const publicKey = await crypto.subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify']);
  return { name, id, publicKey, text };
}

/** A note as read: the text that was signed, and which of the known keys signed it. */
export type OpenedNote = { text: string; signedBy: Verifier[] };

const signatureLine = /^\u2014 ([^\s+]{1,255}) (\S{1,10000})$/u;

/** Opens a signed note (https://c2sp.org/signed-note). Signatures of unknown keys are passed over, wrong ones of known keys are none. */
export async function openNote(note: string, known: Verifier[]): Promise<OpenedNote> {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return { text: '', signedBy: [] };
  const text = note.slice(0, end + 1);
  const signedBy: Verifier[] = [];
  for (const line of note.slice(end + 2).split('\n')) {
    const [, name, encoded = ''] = signatureLine.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    const key = bytes && known.find((each) => each.name === name && each.id === toHex(bytes.subarray(0, 4)));
    if (bytes === undefined || key === undefined) continue;
    if (await crypto.subtle.verify('Ed25519', key.publicKey, bytes.slice(4), utf8(text))) signedBy.push(key);
  }
  return { text, signedBy };
}

/** A checkpoint as read (https://c2sp.org/tlog-checkpoint). */
export type Checkpoint = TreeHead & { origin: string; root: Bytes };

/** Reads a checkpoint's text: origin, size and root, one a line. Undefined for anything else. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  const root = fromBase64(encoded);
  const isWhole = /^(?:0|[1-9][0-9]{0,15})$/.test(size) && Number.isSafeInteger(Number(size));
  if (origin === '' || !isWhole || root?.length !== 32) return undefined;
  return { origin, size: Number(size), root };
}
