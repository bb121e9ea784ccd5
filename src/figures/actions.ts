import type { Figure } from '../record/figure.ts';
import type { Action } from '../record/followup.ts';
import { toEpochMs } from '../values/instant.ts';
import { type Text, say } from '../record/said.ts';
import { actionState, type ActionState } from './action-state.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

type Placed = { action: Action; state: ActionState | undefined; path: string };

const dayMs = 86_400_000;
const noActions = 'no action is stated: add what follows from the incident';
const noStates = 'no action states whether it is done: add a status or a tick to each';

/** A count of actions, or unknown when there are none or they do not say how they stand. */
function countFigure(counted: Placed[], pool: Placed[], formula: Text): Figure {
  if (pool.length === 0) return unknownFigure('count', formula, noActions);
  if (pool.every(({ state }) => state === undefined)) return unknownFigure('count', formula, noStates);
  return measured(
    'known',
    'count',
    counted.length,
    formula,
    pool.map(({ path }) => path),
  );
}

function isOpen({ state }: Placed): boolean {
  return state === undefined || state === 'open';
}

/** Overdue: open, and the whole due day (UTC) is over. Actions without a readable due day do not count. */
function overdue(counting: Placed[], now: string | undefined): Figure {
  const formula = 'open actions whose due day is over';
  if (now === undefined) return unknownFigure('count', formula, 'the present day is not given: pass `now`');
  const late = counting.filter((placed) => {
    const dueMs = toEpochMs(placed.action.due ?? '');
    return isOpen(placed) && toEpochMs(now) >= dueMs + dayMs;
  });
  return countFigure(late, counting, formula);
}

const unknownWhen = 'there is no action, or none states a status';

/** How far the work that follows has come. Dropped actions do not count; one without a status counts as open beside others. */
export const actions: FigureFamily = {
  describes: [
    {
      name: 'actionCompletion',
      formula: 'done actions / actions x 100, dropped ones left out',
      unit: 'percent',
      unknownWhen,
    },
    { name: 'actionsOpen', formula: 'actions that are not done', unit: 'count', unknownWhen },
    {
      name: 'actionsOverdue',
      formula: 'open actions whose due day is over',
      unit: 'count',
      unknownWhen: `${unknownWhen}, or the present day is not given`,
    },
    {
      name: 'verifiedActions',
      formula: 'actions whose status is verified, or that are done and state their verification',
      unit: 'count',
      unknownWhen,
    },
  ],
  *compute({ record, policy, now }) {
    const placed = (record.actions ?? []).map((action, index): Placed => {
      return { action, state: actionState(action, policy), path: `actions[${index}]` };
    });
    const counting = placed.filter(({ state }) => state !== 'dropped');
    const closed = counting.filter((one) => !isOpen(one));
    const share = countFigure(closed, counting, say`done of ${counting.length} actions`);
    const percent = share.value === undefined ? {} : { value: Math.round((share.value / counting.length) * 1e8) / 1e6 };
    yield ['actionCompletion', { ...share, ...percent, unit: 'percent' }];
    yield ['actionsOpen', countFigure(counting.filter(isOpen), counting, say`open of ${counting.length} actions`)];
    yield ['actionsOverdue', overdue(counting, now)];
    const verified = closed.filter(({ action, state }) => state === 'verified' || action.verification !== undefined);
    yield ['verifiedActions', countFigure(verified, counting, say`verified of ${counting.length} actions`)];
  },
};
