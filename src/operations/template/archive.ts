import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { endApprovals } from './end-approvals.ts';
import { Kept, loadKept } from './kept.ts';
import { keptTemplates } from './shelf.ts';

const Input = z.strictObject({ name: z.string().max(100), seen: z.number().int().min(1) });
type Input = z.infer<typeof Input>;

async function archiveOnce(context: StoredContext, { name, seen }: Input): Promise<Kept> {
  const old = await loadKept(context, name, seen);
  if (old.archived) throw new HindcastError('template.archived', { name });
  // The built-in one whose place it took has the name again.
  const next = builtinTemplates().find((template) => template.name === name) ?? old;
  return save(context, {
    operation: 'template.archive',
    subject: `template/${name}`,
    payload: { version: seen + 1 },
    changes: [
      {
        statement: sql`update template set archived_at = ${context.now}::timestamptz, version = version + 1
          where name = ${name} and version = ${seen} and archived_at is null`,
      },
      ...endApprovals(context, name, next.source),
    ],
    result: { name, version: seen + 1, archived: true },
  });
}

export const archiveTemplate: StoredOperation<Input, Kept> = {
  name: 'template.archive',
  sentence: "Archive a template of the team's own: it is not offered any more, and incidents that have it keep it.",
  permission: 'template.change',
  effect: 'destructive',
  input: Input,
  output: Kept,
  route: { method: 'POST', path: '/templates/{name}/archive' },
  run: async (context, input) => {
    try {
      return await retried(() => archiveOnce(context, input));
    } finally {
      keptTemplates.forget(context.database);
    }
  },
};
