import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { Address, Options, OptionsInput, Project, Token, TrackerKind, TrackerName, usualAddresses } from './fields.ts';
import { type KeptTracker, loadTrackers, shownTrackers, TrackerShown } from './load.ts';
import { requireHookOf } from './require-hook.ts';

const Input = OptionsInput.extend({
  name: TrackerName,
  kind: TrackerKind,
  /** Where its API is; the usual place without it. */
  address: Address.optional(),
  project: Project,
  /** What it lets us in with; nobody is shown it again. */
  token: Token,
  /** Id of the hook that its webhooks come to. */
  hook: z.guid().optional(),
});
type Input = z.infer<typeof Input>;

/** Changes up to an hour back are asked for at first. */
const firstMs = 3_600_000;

async function createOnce(context: StoredContext, input: Input): Promise<TrackerShown> {
  const { name, kind, project, token, hook = null, ...given } = input;
  const address = given.address ?? usualAddresses[kind];
  if (address === undefined)
    throw new HindcastError('input.invalid', {
      operation: 'tracker.create',
      reason: `address: ${kind} has one of its own for each customer`,
    });
  if ((await loadTrackers(context)).some((kept) => kept.name.toLowerCase() === name.toLowerCase()))
    throw new HindcastError('tracker.taken', { name });
  await requireHookOf(context, kind, hook);
  const options = Options.parse({ user: given.user, issueType: given.issueType, accounts: given.accounts });
  const kept: KeptTracker = {
    id: context.newId(),
    name,
    kind,
    address,
    project,
    options,
    token,
    hookId: hook,
    version: 1,
  };
  const [shown] = await shownTrackers(context, [kept]);
  const from = new Date(Date.parse(context.now) - firstMs).toISOString();
  return save(context, {
    operation: 'tracker.create',
    subject: `tracker/${kept.id}`,
    payload: { name, kind, address, project, ...options, hook },
    changes: [
      {
        statement: sql`insert into tracker (id, name, kind, address, project, options, secret, hook_id, created_at, created_by)
          values (${kept.id}::uuid, ${name}, ${kind}, ${address}, ${project}, ${JSON.stringify(options)}::json,
            ${JSON.stringify({ token })}::json, ${hook}::uuid, ${context.now}::timestamptz, ${actorName(context.actor)})`,
      },
      {
        statement: sql`insert into tracker_health (tracker_id, asked_until) values (${kept.id}::uuid, ${from}::timestamptz)`,
      },
    ],
    result: shown as TrackerShown,
  });
}

export const createTracker: StoredOperation<Input, TrackerShown> = {
  name: 'tracker.create',
  sentence: 'Add a tracker (GitHub, GitLab, Jira, Linear) that actions can be sent to and are kept in step with.',
  permission: 'tracker.change',
  effect: 'write',
  input: Input,
  output: TrackerShown,
  route: { method: 'POST', path: '/trackers' },
  run: (context, input) => retried(() => createOnce(context, input)),
};
