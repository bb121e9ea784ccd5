import type { ActionStage } from '../../figures/action-stage.ts';
import type { Permission } from '../access/permissions.ts';

/** One step of an action's life: from where it goes, and what it asks. `assign` stays where it is. */
export type ActionStep = {
  name: 'commit' | 'finish' | 'verify' | 'decline' | 'reopen' | 'assign';
  from: readonly ActionStage[];
  permission: Permission;
};

/** Every step there is, in the order in which they are offered. */
export const actionSteps = [
  { name: 'commit', from: ['proposed'], permission: 'action.decide' },
  { name: 'finish', from: ['proposed', 'committed'], permission: 'action.follow' },
  { name: 'verify', from: ['done'], permission: 'action.decide' },
  { name: 'decline', from: ['proposed', 'committed', 'done'], permission: 'action.decide' },
  { name: 'reopen', from: ['committed', 'done', 'verified', 'declined'], permission: 'action.follow' },
  { name: 'assign', from: ['proposed', 'committed'], permission: 'action.follow' },
] as const satisfies readonly ActionStep[];

export type StepName = (typeof actionSteps)[number]['name'];

/** The step of a name. */
export const stepOf = (name: StepName): ActionStep => actionSteps.find((step) => step.name === name) as ActionStep;

/** Where an action goes that is taken up again: to what was promised, if somebody and a day are named for it. */
export function reopenedStage(from: ActionStage, { owner, due }: { owner: string; due: string }): ActionStage {
  const promised = from === 'done' || from === 'verified';
  return promised && owner !== '' && due !== '' ? 'committed' : 'proposed';
}
