import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Signature } from './signature.ts';

/** Bytes of DER before the 32 of an Ed25519 public key. */
const derHead = 12;

/**
 * Signs a statement with the server's Ed25519 key, for people without a passkey: the statement says how they had signed in.
 * @throws HindcastError `signoff.no-key` on a server that has no key yet
 */
export async function serverSignature({ database }: StoredContext, text: string): Promise<Signature> {
  const key = await database.kysely
    .selectFrom('signing_key')
    .select(['id', 'private_key'])
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (key === undefined) throw new HindcastError('signoff.no-key');
  const privateKey = createPrivateKey(key.private_key);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(derHead);
  return { keyId: key.id, publicKey: publicKey.toString('base64'), bytes: sign(null, Buffer.from(text), privateKey) };
}
