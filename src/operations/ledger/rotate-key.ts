import { sql } from 'kysely';
import { z } from 'zod';
import { makeSigner, readSigner } from '../../ledger/note/keys.ts';
import { announceRotation } from '../../ledger/note/rotation.ts';
import { keyId } from '../../store/ledger/signing-key.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadCheckpoint } from './load-checkpoint.ts';

const Input = z.strictObject({});
const Rotated = z.object({ id: z.string(), verifier: z.string(), announcement: z.string() });

export const rotateKey: StoredOperation<z.infer<typeof Input>, z.infer<typeof Rotated>> = {
  name: 'ledger.rotate-key',
  sentence: 'Sign the ledger with a new key from now on, announced by the one before it.',
  permission: 'settings.change',
  effect: 'write',
  input: Input,
  output: Rotated,
  route: { method: 'POST', path: '/ledger/keys' },
  run: (context) =>
    retried(async () => {
      const { database, now } = context;
      const old = await database.kysely
        .selectFrom('signing_key')
        .select(['id', 'private_key'])
        .where('retired_at', 'is', null)
        .executeTakeFirst();
      if (old === undefined) throw new HindcastError('ledger.no-checkpoint', { what: 'yet' });
      const before = readSigner(old.private_key);
      const made = makeSigner(before.verifier.name);
      const { size } = await loadCheckpoint(context);
      const announcement = announceRotation(before, made, { size, at: now });
      const key = { id: keyId(made), verifier: made.verifier.text, announcement };
      return save(context, {
        operation: 'ledger.rotate-key',
        subject: `key/${key.id}`,
        payload: { before: old.id, ...key },
        changes: [
          {
            statement: sql`update signing_key set retired_at = ${now}::timestamptz where id = ${old.id} and retired_at is null`,
          },
          {
            // Reading from the change before it makes that one come first: only one key may be active.
            statement: sql`insert into signing_key (id, verifier, private_key, created_at, announcement)
              select ${key.id}, ${key.verifier}, ${made.text}, ${now}::timestamptz, ${announcement} from c0`,
          },
        ],
        result: key,
      });
    }),
};
