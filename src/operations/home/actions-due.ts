import { z } from 'zod';
import { actionState } from '../../figures/action-state.ts';
import { defaultPolicy } from '../../record/policy.ts';
import { toEpochMs } from '../../values/instant.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { ownerMatch } from './owner-match.ts';

/** Work that follows from an incident and is not done. */
export const ActionDue = z.object({
  key: z.string(),
  title: z.string().nullable(),
  /** The action's own id, as AI-004. */
  id: z.string().optional(),
  text: z.string(),
  owner: z.string().optional(),
  due: z.string().optional(),
  status: z.string().optional(),
  /** How the owner names the person who asks; absent when it is somebody else's. */
  mineBy: z.enum(['name', 'email', 'handle']).optional(),
  overdue: z.boolean(),
});
export type ActionDue = z.infer<typeof ActionDue>;

const dayMs = 86_400_000;

/** Open actions that are the person's own, or overdue: the whole due day (UTC) is over. */
export function actionsDueOf(one: LookedAt, isMine: ReturnType<typeof ownerMatch>, now: string): ActionDue[] {
  const policy = one.template?.policy ?? defaultPolicy;
  return one.actions.flatMap((action) => {
    const state = actionState(action, policy);
    if (state !== undefined && state !== 'open') return [];
    const { id, text = '', owner, due, status } = action;
    const mineBy = owner === undefined ? undefined : isMine(owner);
    const overdue = Date.parse(now) >= toEpochMs(due ?? '') + dayMs;
    if (mineBy === undefined && !overdue) return [];
    return [
      {
        ...named(one.head),
        ...(id === undefined ? {} : { id }),
        text,
        ...(owner === undefined ? {} : { owner }),
        ...(due === undefined ? {} : { due }),
        ...(status === undefined ? {} : { status }),
        ...(mineBy === undefined ? {} : { mineBy }),
        overdue,
      },
    ];
  });
}

const dueMs = ({ due }: ActionDue): number => {
  const ms = toEpochMs(due ?? '');
  return Number.isNaN(ms) ? Infinity : ms;
};

/** The person's own first, then by due day; what has none comes last. */
export const byUrgency = (a: ActionDue, b: ActionDue): number =>
  Number(a.mineBy === undefined) - Number(b.mineBy === undefined) || Math.sign(dueMs(a) - dueMs(b)) || 0;
