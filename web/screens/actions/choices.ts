import { type ActionStage, actionStages } from '../../../src/figures/action-stage.ts';
import { words } from '../../words/following.ts';

/** The columns of the board, in their order. */
export const stages = actionStages;
export type Stage = ActionStage;

/** The step that brings an action from one stage to another, or none. One that is taken back goes where it was promised, if it was. */
export function stepBetween(from: Stage, to: Stage): string | undefined {
  if (from === to) return undefined;
  const isOpen = from === 'proposed' || from === 'committed';
  if (to === 'declined') return isOpen || from === 'done' ? 'decline' : undefined;
  if (to === 'verified') return from === 'done' ? 'verify' : undefined;
  if (to === 'done') return isOpen ? 'finish' : undefined;
  if (to === 'committed') return from === 'proposed' ? 'commit' : from === 'declined' ? undefined : 'reopen';
  return from === 'verified' ? undefined : 'reopen';
}

/** Steps that ask for words or proof first. */
export const asking: ReadonlySet<string> = new Set(['verify', 'decline']);

/** Whether a status says more than the stage. */
export const ownWord = (status: string): boolean =>
  status !== '' && status !== 'open' && !stages.includes(status as Stage);

/** A word of a status as the reader knows it. */
export const statusText = (status: string): string => words.actions.statuses[status] ?? status;

/** Priorities to choose from, with the present one. */
export const priorityOptions = (present: string) =>
  [...new Set(['', 'critical', 'high', 'medium', 'low', present])].map((value) => ({
    value,
    label: value === '' ? words.actions.noPriority : value,
  }));
