import { constants, createPublicKey, generateKeyPair, privateDecrypt, publicEncrypt, verify } from 'node:crypto';
import { promisify } from 'node:util';

// RSABSSA-SHA384-PSSZERO-Deterministic of RFC 9474: the server signs what it cannot read, and knows its signature again later.

const bits = 2048;
/** Bytes of everything that is signed. */
export const modulusBytes = bits / 8;

/** A new key for one poll, as PEM: nothing else is ever signed with it. */
export async function newPollKey(): Promise<{ privateKey: string; publicKey: string }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privateKey, publicKey };
}

/** Signs a blinded ballot (RFC 9474, BlindSign); undefined for what is no number below the modulus. */
export function blindSign(privateKey: string, blinded: Uint8Array): Uint8Array | undefined {
  if (blinded.length !== modulusBytes) return undefined;
  const padding = constants.RSA_NO_PADDING;
  try {
    const signed = privateDecrypt({ key: privateKey, padding }, blinded);
    // A fault of the machine would give the key away: the signature is checked before anybody sees it.
    const back = publicEncrypt({ key: createPublicKey(privateKey), padding }, signed);
    return Buffer.compare(back, blinded) === 0 ? signed : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an unblinded signature is ours over a text. */
export function isSigned(publicKey: string, text: string, signature: Uint8Array): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify('sha384', Buffer.from(text), { key: publicKey, padding, saltLength: 0 }, signature);
}

/** The public key as a browser takes it. */
export function publicNumbers(publicKey: string): { n: string; e: string } {
  const { n = '', e = '' } = createPublicKey(publicKey).export({ format: 'jwk' });
  return { n, e };
}
