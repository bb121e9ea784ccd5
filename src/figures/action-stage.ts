import type { Action } from '../record/followup.ts';
import type { Policy } from '../record/policy.ts';
import { actionState } from './action-state.ts';

/** The life of an action, in order; `declined` is where it ends instead. */
export const actionStages = ['proposed', 'committed', 'done', 'verified', 'declined'] as const;
export type ActionStage = (typeof actionStages)[number];

/** Words of somebody who has taken it on. */
const takenOn =
  /(?<!\bnot (?:yet )?)\b(?:committed|accepted|agreed|planned|scheduled|assigned|started|ongoing|blocked|active|(?:in ?|work in )progress|in review)\b|🟡/;

/** Where an action stands in its life, by what it states of itself. One that states nothing is proposed. */
export function actionStage(action: Pick<Action, 'done' | 'status'>, policy: Policy): ActionStage {
  const state = actionState(action as Action, policy);
  if (state === 'dropped') return 'declined';
  if (state === 'done' || state === 'verified') return state;
  const { status = '' } = action;
  const mapped = Object.entries(policy.statuses).find(([word]) => word === status)?.[1];
  return takenOn.test((mapped ?? status).toLowerCase().replace('inprogress', 'in progress')) ? 'committed' : 'proposed';
}

/** The canonical word for a stage: what a document's status has to say for it to be read as that. */
export const stageWord = (stage: ActionStage): string => (stage === 'proposed' ? 'open' : stage);
