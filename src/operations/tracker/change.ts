import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { Address, OptionsInput, Project, Token, TrackerName } from './fields.ts';
import { type KeptTracker, loadTracker, loadTrackers, shownTrackers, TrackerShown } from './load.ts';
import { requireHookOf } from './require-hook.ts';

const Input = OptionsInput.extend({
  /** Its id or name. */
  tracker: z.string().max(100),
  name: TrackerName.optional(),
  address: Address.optional(),
  project: Project.optional(),
  token: Token.optional(),
  /** A null has none any more. */
  hook: z.guid().nullable().optional(),
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

/** A token was given for an address: another one does not get it, or whoever changes it could read it there. */
function tokenFor(old: KeptTracker, { address, token }: Input): string {
  if (token !== undefined) return token;
  if (address === undefined || new URL(address).origin === new URL(old.address).origin) return old.token;
  throw new HindcastError('input.invalid', {
    operation: 'tracker.change',
    reason: 'token: another address needs it anew',
  });
}

async function changeOnce(context: StoredContext, input: Input): Promise<TrackerShown> {
  const old = await loadTracker(context, input.tracker);
  const { seen, hook } = input;
  if (old.version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `tracker/${old.name}`, seen: String(seen), version: String(old.version) },
      { data: { path: '', yours: null, theirs: null, version: old.version } },
    );
  const name = input.name ?? old.name;
  const others = (await loadTrackers(context)).filter(({ id }) => id !== old.id);
  if (others.some((kept) => kept.name.toLowerCase() === name.toLowerCase()))
    throw new HindcastError('tracker.taken', { name });
  const { user = old.options.user, issueType = old.options.issueType, accounts = old.options.accounts } = input;
  const kept: KeptTracker = {
    ...old,
    name,
    address: input.address ?? old.address,
    project: input.project ?? old.project,
    options: { user, issueType, accounts },
    token: tokenFor(old, input),
    hookId: hook === undefined ? old.hookId : hook,
    version: seen + 1,
  };
  if (kept.hookId !== old.hookId) await requireHookOf(context, old.kind, kept.hookId);
  const [shown] = await shownTrackers(context, [kept]);
  const { address, project, options, token, hookId } = kept;
  return save(context, {
    operation: 'tracker.change',
    subject: `tracker/${old.id}`,
    payload: { name, address, project, ...options, hook: hookId, version: seen + 1, tokenChanged: token !== old.token },
    changes: [
      {
        statement: sql`update tracker set name = ${name}, address = ${address}, project = ${project},
          options = ${JSON.stringify(options)}::json, secret = ${JSON.stringify({ token })}::json, hook_id = ${hookId}::uuid,
          version = version + 1 where id = ${old.id}::uuid and version = ${seen} and removed_at is null`,
      },
      // It may answer now.
      {
        statement: sql`update tracker_health set rest_until = null, failures = 0, etag = null where tracker_id = ${old.id}::uuid`,
      },
    ],
    result: shown as TrackerShown,
  });
}

export const changeTracker: StoredOperation<Input, TrackerShown> = {
  name: 'tracker.change',
  sentence: 'Change how a tracker is reached, and whom owners are there.',
  permission: 'tracker.change',
  effect: 'write',
  input: Input,
  output: TrackerShown,
  route: { method: 'PATCH', path: '/trackers/{tracker}' },
  run: (context, input) => retried(() => changeOnce(context, input)),
};
