import { z } from 'zod';
import { dueOfHorizon, horizonLimit } from '../../figures/action-due.ts';
import { HindcastError } from '../errors.ts';
import { retried } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { actionName, type Followed, loadFollowed } from './followed.ts';
import { nextLabel } from './next-label.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Day, Owner, Stepped as Output, stepRoute, Words } from './step-schemas.ts';
import { tellOwner } from './tell-owner.ts';

const Input = z.strictObject({
  ...actionReference,
  /** Who does it; whom the action names without it. */
  owner: Owner.optional(),
  /** By which day; what the action says without it, or else its horizon. */
  due: Day.optional(),
  /** How it will be seen that it worked. */
  verification: Words.optional(),
});
type Input = z.infer<typeof Input>;

/** The day of the incident, as far as its first fields say one; else the day it was written down. */
async function dayOf({ database }: StoredContext, { incident }: Followed): Promise<string> {
  const text = `select value from kept_part where incident_id = $1 and key = 'incident'`;
  const { rows } = await database.query<{ value: Record<string, unknown> }>({ text, values: [incident.id] });
  const { date, end, start } = (rows[0]?.value ?? {}) as {
    date?: string;
    end?: { at?: string };
    start?: { at?: string };
  };
  const days = [date, end?.at, start?.at].map((given) => /^\d{4}-\d\d-\d\d/.exec(given ?? '')?.[0]);
  return days.find((day) => day !== undefined) ?? incident.createdAt.slice(0, 10);
}

/** The day an action's horizon gives it, or none. */
export async function dueByHorizon(context: StoredContext, followed: Followed): Promise<string | undefined> {
  const limit = horizonLimit(followed.policy, followed.part.value);
  return limit && dueOfHorizon(limit, await dayOf(context, followed), context.now.slice(0, 10));
}

async function commit(context: StoredContext, input: Input): Promise<Stepped> {
  const followed = await loadFollowed(context, input, 'action.decide');
  requireFrom(followed, 'commit');
  const owner = input.owner ?? followed.owner;
  const due = input.due ?? (followed.due === '' ? ((await dueByHorizon(context, followed)) ?? '') : followed.due);
  const verification = input.verification ?? followed.verification;
  const named = { owner, 'due day': due, verification };
  const missing = Object.entries(named).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length > 0)
    throw new HindcastError(
      'action.incomplete',
      { action: actionName(followed), missing: missing.join(', no ') },
      { data: { missing } },
    );
  const given = followed.label === '' ? await nextLabel(context, followed) : undefined;
  return saveStep(context, followed, {
    step: 'commit',
    to: 'committed',
    owner,
    due,
    verification,
    label: given?.label,
    changes: [...(given === undefined ? [] : [given.change]), ...(await tellOwner(context, followed, { owner, due }))],
  });
}

export const commitAction: StoredOperation<Input, Stepped> = {
  name: 'action.commit',
  sentence: 'Commit to an action: who does it, by which day, and how it will be seen that it worked.',
  permission: 'action.decide',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('commit'),
  run: (context, input) => retried(() => commit(context, input)),
};
