import { readSigner, signText } from '../../ledger/note/keys.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Signature } from './signature.ts';

/**
 * Signs a statement with the server's Ed25519 key, for people without a passkey: the statement says how they had signed in.
 * The key signs checkpoints, too; a statement is JSON that names its kind, so neither can be taken for the other.
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
  const signer = readSigner(key.private_key);
  return { keyId: key.id, publicKey: signer.verifier.text, bytes: signText(text, signer) };
}
