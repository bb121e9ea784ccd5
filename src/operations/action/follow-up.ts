import { z } from 'zod';
import { actionStage, actionStages } from '../../figures/action-stage.ts';
import type { Action } from '../../record/followup.ts';
import { defaultPolicy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { PartVersions } from '../part/assemble.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What holds of an action today, of those that took a step. */
export const FollowUp = z.object({
  /** Id of its entry. */
  id: z.string(),
  label: z.string(),
  stage: z.enum(actionStages),
  /** Fields of the action as they are today. */
  today: z.object({
    status: z.string().optional(),
    done: z.boolean().optional(),
    owner: z.string().optional(),
    due: z.string().optional(),
  }),
});
export type FollowUp = z.infer<typeof FollowUp>;

type Row = { id: string; label: string; status: string; ticked: string; owner: string; due: string };

const statement = `select h.id, h.label, h.status, h.ticked, h.owner, h.due
  from action_follow f join action_head h on h.incident_id = f.incident_id and h.id = f.id where f.incident_id = $1 order by h.id`;

/** What holds today of the actions of an incident, as far as they took a step. */
export async function followUpOf(
  { database, templates }: StoredContext,
  incident: { id: string; template: string },
): Promise<FollowUp[]> {
  const { rows } = await database.query<Row>({ text: statement, values: [incident.id] });
  const policy = templates.find(({ name }) => name === incident.template)?.policy ?? defaultPolicy;
  return rows.map(({ id, label, status, ticked, owner, due }) => {
    const done = ticked === '' ? {} : { done: ticked === 't' };
    const said = Object.fromEntries(Object.entries({ status, owner, due }).filter(([, value]) => value !== ''));
    return { id, label, stage: actionStage({ status, ...done }, policy), today: { ...said, ...done } };
  });
}

const made = new WeakMap<PostmortemRecord, { from: string; record: PostmortemRecord }>();

/**
 * The record with its actions as they stand today; the very same where nothing differs, and the same again for the same follow-up.
 */
export function withFollowUp(
  record: PostmortemRecord,
  versions: PartVersions,
  followUp: readonly FollowUp[],
): PostmortemRecord {
  const ids = versions['actions'];
  if (followUp.length === 0 || !Array.isArray(ids) || record.actions === undefined) return record;
  const from = JSON.stringify(followUp);
  const before = made.get(record);
  if (before?.from === from) return before.record;
  const byId = new Map(followUp.map((each) => [each.id, each]));
  const actions = record.actions.map((action, index): Action => {
    const now = byId.get(ids[index]?.id ?? '');
    if (now === undefined) return action;
    const entries = Object.entries(now.today).filter(([name, value]) => value !== action[name as keyof Action]);
    return entries.length === 0 ? action : { ...action, ...Object.fromEntries(entries) };
  });
  const isSame = actions.every((action, index) => action === record.actions?.[index]);
  const result = isSame ? record : { ...record, actions };
  made.set(record, { from, record: result });
  return result;
}
