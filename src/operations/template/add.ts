import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { compileSent } from './compile.ts';
import { endApprovals } from './end-approvals.ts';
import { findKept, Kept, Source } from './kept.ts';
import { keptTemplates } from './shelf.ts';

const Input = z.strictObject({ source: Source });
type Input = z.infer<typeof Input>;

async function addOnce(context: StoredContext, { source }: Input): Promise<Kept> {
  const { name } = compileSent(source);
  const old = await findKept(context, name);
  if (old !== undefined && !old.archived) throw new HindcastError('template.taken', { name });
  const version = (old?.version ?? 0) + 1;
  return save(context, {
    operation: 'template.add',
    subject: `template/${name}`,
    payload: { source, version },
    changes: [
      {
        statement: sql`insert into template (name, source) values (${name}, ${source})
          on conflict (name) do update set source = excluded.source, version = template.version + 1, archived_at = null
          where template.archived_at is not null and template.version = ${version - 1}`,
      },
      ...endApprovals(context, name, source),
    ],
    result: { name, version, archived: false },
  });
}

export const addTemplate: StoredOperation<Input, Kept> = {
  name: 'template.add',
  sentence: "Add a template of the team's own; one with the name of a built-in template takes its place.",
  permission: 'template.change',
  effect: 'write',
  input: Input,
  output: Kept,
  route: { method: 'POST', path: '/templates' },
  run: async (context, input) => {
    try {
      return await retried(() => addOnce(context, input));
    } finally {
      keptTemplates.forget(context.database);
    }
  },
};
