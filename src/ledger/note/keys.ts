import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { LedgerError } from '../ledger-error.ts';
import { fromBase64 } from './base64.ts';

/** A key that checks signatures: its name, the four bytes it is told by in a note, and Ed25519's public part. */
export type Verifier = { name: string; id: Uint8Array; publicKey: KeyObject; text: string };
/** A key that signs. `text` is its secret form, to be kept where only the server reads it. */
export type Signer = { verifier: Verifier; privateKey: KeyObject; text: string };

/** The type of signature: Ed25519 over the text, see https://c2sp.org/signed-note. */
const ed25519 = 1;
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const secretMark = 'PRIVATE+KEY+';

const namePattern = /^[^\s+\p{C}]{1,255}$/u;

function checkedName(name: string): string {
  if (namePattern.test(name)) return name;
  throw new LedgerError('ledger.malformed', `«${name}» cannot name a key: 1 to 255 characters without spaces and +`);
}

function verifierOf(name: string, publicKey: KeyObject): Verifier {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  const typed = Buffer.concat([Uint8Array.of(ed25519), raw]);
  const id = createHash('sha256')
    .update(`${checkedName(name)}\n`)
    .update(typed)
    .digest()
    .subarray(0, 4);
  return { name, id, publicKey, text: `${name}+${id.toString('hex')}+${typed.toString('base64')}` };
}

function signerOf(name: string, privateKey: KeyObject): Signer {
  const verifier = verifierOf(name, createPublicKey(privateKey));
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privatePrefix.length);
  const typed = Buffer.concat([Uint8Array.of(ed25519), seed]).toString('base64');
  return { verifier, privateKey, text: `${secretMark}${name}+${Buffer.from(verifier.id).toString('hex')}+${typed}` };
}

/** Makes a new key of a name: the origin of a log, such as `postmortems.example.org/ledger`. @throws LedgerError for a name with spaces or + */
export const makeSigner = (name: string): Signer =>
  signerOf(checkedName(name), generateKeyPairSync('ed25519').privateKey);

/** Name, identity and 32 bytes of a key out of `name+hash+base64`. */
function parts(text: string, what: string): { name: string; raw: Buffer } {
  const [name = '', id, ...rest] = text.split('+');
  // Base64 may hold + itself.
  const typed = fromBase64(rest.join('+'));
  if (!namePattern.test(name) || !/^[0-9a-f]{8}$/.test(id ?? '') || typed?.length !== 33 || typed[0] !== ed25519)
    throw new LedgerError('ledger.malformed', `this is no ${what}: it reads name+hash+key, for Ed25519`);
  return { name, raw: typed.subarray(1) };
}

function checkedIdentity<T>(given: string, made: string, key: T): T {
  if (given === made) return key;
  throw new LedgerError(
    'ledger.malformed',
    'the hash in the key is not that of its name and bytes: it was copied wrongly',
  );
}

/** Reads a verifier key (`name+hash+base64`). @throws LedgerError `ledger.malformed` */
export function readVerifier(text: string): Verifier {
  const { name, raw } = parts(text, 'verifier key');
  const publicKey = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
  const verifier = verifierOf(name, publicKey);
  return checkedIdentity(text, verifier.text, verifier);
}

/** Reads a secret key (`PRIVATE+KEY+name+hash+base64`, as Go's `sumdb/note` writes it). @throws LedgerError `ledger.malformed` */
export function readSigner(text: string): Signer {
  if (!text.startsWith(secretMark)) throw new LedgerError('ledger.malformed', `a secret key begins with ${secretMark}`);
  const { name, raw } = parts(text.slice(secretMark.length), 'secret key');
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, raw]), format: 'der', type: 'pkcs8' });
  const signer = signerOf(name, privateKey);
  return checkedIdentity(text, signer.text, signer);
}

/** Ed25519's 64 bytes over a text. */
export const signText = (text: string, signer: Signer): Uint8Array => sign(null, Buffer.from(text), signer.privateKey);

/** Whether a signature is this key's over this text. */
export const verifyText = (text: string, signature: Uint8Array, { publicKey }: Verifier): boolean =>
  signature.length === 64 && verify(null, Buffer.from(text), publicKey, signature);
