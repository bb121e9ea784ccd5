import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { compileSent } from './compile.ts';
import { endApprovals } from './end-approvals.ts';
import { Kept, loadKept, Source } from './kept.ts';
import { keptTemplates } from './shelf.ts';

const Input = z.strictObject({
  name: z.string().max(100),
  source: Source,
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

async function changeOnce(context: StoredContext, { name, source, seen }: Input): Promise<Kept> {
  const { name: given } = compileSent(source);
  if (given !== name) throw new HindcastError('template.renamed', { given, name });
  const old = await loadKept(context, name, seen);
  if (old.archived) throw new HindcastError('template.archived', { name });
  return save(context, {
    operation: 'template.change',
    subject: `template/${name}`,
    payload: { source, version: seen + 1 },
    changes: [
      {
        statement: sql`update template set source = ${source}, version = version + 1
          where name = ${name} and version = ${seen} and archived_at is null`,
      },
      ...endApprovals(context, name, source),
    ],
    result: { name, version: seen + 1, archived: false },
  });
}

export const changeTemplate: StoredOperation<Input, Kept> = {
  name: 'template.change',
  sentence: "Change a template of the team's own; incidents written in it follow.",
  permission: 'template.change',
  effect: 'write',
  input: Input,
  output: Kept,
  route: { method: 'PATCH', path: '/templates/{name}' },
  run: async (context, input) => {
    try {
      return await retried(() => changeOnce(context, input));
    } finally {
      keptTemplates.forget(context.database);
    }
  },
};
