import type { Figure } from '../record/figure.ts';
import { type Text, say } from '../record/said.ts';
import type { FigureContext } from './family.ts';
import { burnRate, errorBudgetSeconds, windowSeconds } from './slo.ts';
import { errorRatioOf, incidentMs, objectiveOf } from './slo-stated.ts';
import { boundsOf, isUsable } from './unknown.ts';
import { reasonOf } from './wording.ts';

export type Bounds = { from: number; to: number };

/** What a figure of the family may need. */
export type Need = 'window' | 'objective' | 'downtime' | 'errors';

/** The numbers behind the service level figures. NaN, or bounds of NaN, where something is missing: see `missing`. */
export type SloBasis = {
  window: string;
  /** Seconds of the window, of its error budget, and bad seconds: downtime weighted by the error ratio. */
  length: number;
  budget: number;
  bad: Bounds;
  rate: number;
  /** For formulas: `99.9 %`, `downtime x 15.3 % errors`, `15.3 % errors`. */
  goal: Text;
  badWords: Text;
  errorWords: Text;
  status: 'known' | 'inferred';
  cites: { [need in Need]: string[] };
  /** Why a need is not met, and what to add. */
  missing: { [need in Need]?: Text };
};

function missingObjective(value: number | undefined): Text | undefined {
  if (value === undefined)
    return 'no availability objective is stated: add the SLO to the service levels, or `slo` to the template';
  if (value > 0 && value < 100) return undefined;
  return say`an objective of ${value} % leaves no error budget: state one between 0 and 100 %`;
}

function missingWindow(window: string, length: number | undefined): Text | undefined {
  if (length !== undefined) return undefined;
  if (window !== 'calendar-month') return say`“${window}” is no SLO window: use 28d, 30d, 31d or calendar-month`;
  return 'the date of the incident is missing: the length of its calendar month hangs on it';
}

function weighted(downtime: Figure | undefined, ratio: number): Bounds {
  const down = boundsOf(downtime) ?? { from: Number.NaN, to: Number.NaN };
  return { from: down.from * ratio, to: down.to * ratio };
}

/** Gathers the numbers for one window. Without an error rate the outage counts as complete. */
export function sloBasis(context: FigureContext, window: string): SloBasis {
  const objective = objectiveOf(context);
  const ratio = errorRatioOf(context);
  const downtime = context.figures.get('downtime');
  const length = windowSeconds(window, incidentMs(context));
  const noDowntime = isUsable(downtime)
    ? undefined
    : say`downtime is unknown: ${reasonOf(downtime) ?? say`it is not stated`}`;
  const missing: SloBasis['missing'] = {};
  const lack = (need: Need, reason: Text | undefined) => {
    if (reason !== undefined) missing[need] = reason;
  };
  lack('window', missingWindow(window, length));
  lack('objective', missingObjective(objective?.value));
  lack('downtime', noDowntime);
  if (ratio === undefined) lack('errors', noDowntime);
  const percent = ratio === undefined ? '' : say`${Math.round(ratio.value * 1e6) / 1e4} % errors`;
  const ratioCites = ratio === undefined ? [] : [ratio.path];
  return {
    window,
    length: length ?? Number.NaN,
    budget: errorBudgetSeconds(objective?.value ?? Number.NaN, length ?? Number.NaN),
    bad: weighted(downtime, ratio?.value ?? 1),
    rate: burnRate(ratio?.value ?? 1, objective?.value ?? Number.NaN),
    goal: objective === undefined ? say`objective` : `${objective.value} %`,
    badWords: ratio === undefined ? say`downtime` : say`downtime x ${percent}`,
    errorWords: ratio === undefined ? say`100 % errors (no error rate is stated)` : percent,
    status: isUsable(downtime) ? downtime.status : 'known',
    cites: {
      window: [],
      objective: objective === undefined ? [] : [objective.path],
      downtime: [...(downtime?.cites ?? []), ...ratioCites],
      errors: ratioCites,
    },
    missing,
  };
}
