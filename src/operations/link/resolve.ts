import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { decided } from '../tracker/sync/merge.ts';
import { loadLink } from './load.ts';

const Input = z.strictObject({
  incident: z.string(),
  link: z.string().max(64),
  /** The field on which both sides differ: title, state, due, owner. */
  field: z.enum(['title', 'state', 'due', 'owner']),
  /** Whose value holds on both sides: that of the action here, or that of the issue there. */
  keep: z.enum(['ours', 'theirs']),
  /** Both values as the caller saw them, so that nobody decides about others. */
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
});
type Input = z.infer<typeof Input>;
const Resolved = z.object({ version: z.number().int() });

async function resolveOnce(context: StoredContext, { incident, link: id, field, keep, ours, theirs }: Input) {
  const link = await loadLink(context, { incident, link: id }, 'action.follow');
  const pair = link.conflicts[field];
  if (pair === undefined) throw new HindcastError('link.agreed', { field });
  if (pair[0] !== ours || pair[1] !== theirs)
    throw new HindcastError(
      'record.conflict',
      { path: `link/${id}.${field}`, seen: 'other values', version: String(link.version) },
      { data: { path: field, yours: ours, theirs: pair[1], version: link.version } },
    );
  const agreed = JSON.stringify({ [field]: decided(pair, keep) });
  return save(context, {
    operation: 'link.resolve',
    incidentId: link.incidentId,
    subject: `actions/${link.actionId}`,
    payload: { issue: link.issueKey, field, keep, ours, theirs },
    changes: [
      {
        statement: sql`update tracker_link set agreed = (agreed::jsonb || ${agreed}::jsonb)::json,
          conflicts = (conflicts::jsonb - ${field}::text)::json, due_at = ${context.now}::timestamptz, attempts = 0, version = version + 1
          where id = ${id}::uuid and version = ${link.version} and ended_at is null`,
      },
    ],
    result: { version: link.version + 1 },
  });
}

export const resolveLink: StoredOperation<Input, z.infer<typeof Resolved>> = {
  name: 'link.resolve',
  sentence: 'Decide which value holds where an action and its issue were both changed.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Resolved,
  route: { method: 'POST', path: '/incidents/{incident}/links/{link}/resolve' },
  run: (context, input) => retried(() => resolveOnce(context, input)),
};
