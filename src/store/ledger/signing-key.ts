import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { type Checkpoint, signCheckpoint } from '../../ledger/note/checkpoint.ts';
import { makeSigner, readSigner, type Signer } from '../../ledger/note/keys.ts';

/** A connection or the pool: what can run a statement. */
type Runs = Pick<ClientBase, 'query'>;

/** The name by which the log of a new database is known for ever, in checkpoints and keys. Hosts move; this does not. */
const newOrigin = (): string => `hindcast/${randomBytes(6).toString('hex')}`;

/** The identity of a key as it is kept: the eight digits of its verifier. */
export const keyId = ({ verifier }: Signer): string => Buffer.from(verifier.id).toString('hex');

const activeKey = {
  name: 'ledger-key',
  text: 'select private_key from signing_key where retired_at is null',
};

let read: Signer | undefined;

/** The key that signs now; undefined before the first start. */
export async function activeSigner(client: Runs): Promise<Signer | undefined> {
  const { rows } = await client.query<{ private_key: string }>(activeKey);
  const text = rows[0]?.private_key;
  if (text === undefined) return undefined;
  // Most often it is the same: reading a key costs more than signing with it.
  if (read?.text !== text) read = readSigner(text);
  return read;
}

/** The key that signs now, made when there is none yet; processes that start together agree on one. */
export async function ensureSigningKey(client: Runs): Promise<Signer> {
  const there = await activeSigner(client);
  if (there !== undefined) return there;
  const made = makeSigner(newOrigin());
  await client.query(
    `insert into signing_key (id, verifier, private_key, created_at) values ($1, $2, $3, now()) on conflict do nothing`,
    [keyId(made), made.verifier.text, made.text],
  );
  return (await activeSigner(client)) ?? made;
}

/** The signed note of a tree. */
export const signedNote = (signer: Signer, tree: Omit<Checkpoint, 'origin'>): string =>
  signCheckpoint({ ...tree, origin: signer.verifier.name }, [signer]);
