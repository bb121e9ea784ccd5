import { z } from 'zod';
import { requirePermission } from '../access/require.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Token, tokenOf } from './load.ts';

const Input = z.strictObject({
  /** Whose: your own, or, for admins and owners, everybody's. */
  of: z.enum(['me', 'everybody']).default('me'),
});
const Tokens = z.object({ items: z.array(Token) });

export const listTokens: StoredOperation<z.infer<typeof Input>, z.infer<typeof Tokens>> = {
  name: 'token.list',
  sentence: 'List your tokens, newest first, those that ended too; never their secrets.',
  permission: 'token.own',
  effect: 'read',
  input: Input,
  output: Tokens,
  route: { method: 'GET', path: '/tokens' },
  run: async (context, { of }) => {
    if (of === 'everybody') requirePermission(context, 'people.change');
    const all = context.database.kysely.selectFrom('token').selectAll().orderBy('created_at', 'desc').orderBy('id');
    const rows = await (of === 'me' ? all.where('person_id', '=', context.actor.id) : all).execute();
    return { items: rows.map(tokenOf) };
  },
};
