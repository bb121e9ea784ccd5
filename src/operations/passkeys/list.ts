import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { loadPasskeys, Passkey } from './load.ts';

const Input = z.strictObject({});
const Passkeys = z.object({ items: z.array(Passkey) });

export const listPasskeys: StoredOperation<z.infer<typeof Input>, z.infer<typeof Passkeys>> = {
  name: 'passkey.list',
  sentence: 'List your passkeys.',
  permission: 'self.change',
  effect: 'read',
  input: Input,
  output: Passkeys,
  route: { method: 'GET', path: '/passkeys' },
  run: async ({ database, actor }) => {
    const passkeys = await loadPasskeys(database, actor.id);
    return { items: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })) };
  },
};
