import type { Figure } from '../record/figure.ts';
import { type Text, say } from '../record/said.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { consumedPercent, secondsToExhaustion } from './slo.ts';
import { type Bounds, type Need, type SloBasis, sloBasis } from './slo-basis.ts';
import { windowOf } from './slo-stated.ts';
import { unknownFigure } from './unknown.ts';

type Definition = {
  name: string;
  unit: string;
  needs: Need[];
  /** For the docs, and with the numbers of one incident. */
  words: string;
  formula: (basis: SloBasis) => Text;
  value: (basis: SloBasis) => Bounds | number;
};

const all: Need[] = ['objective', 'window', 'downtime'];
const budgetFormula = ({ goal, window }: SloBasis) => say`(1 - ${goal}) x ${window}`;

/** Availability falls and remaining budget shrinks as bad time grows, so their bounds swap sides. */
const falling = ({ from, to }: Bounds, change: (bad: number) => number): Bounds => ({
  from: change(to),
  to: change(from),
});
const rising = ({ from, to }: Bounds, change: (bad: number) => number): Bounds => ({
  from: change(from),
  to: change(to),
});

const consumed: Omit<Definition, 'name'> = {
  unit: 'percent',
  needs: all,
  words: 'downtime x error ratio / error budget x 100; may exceed 100',
  formula: (basis) => say`${basis.badWords} / (${budgetFormula(basis)})`,
  value: ({ bad, budget }) => rising(bad, (seconds) => consumedPercent(seconds, budget)),
};

const definitions: Definition[] = [
  {
    name: 'availability',
    unit: 'percent',
    needs: ['window', 'downtime'],
    words: '(1 - downtime x error ratio / window) x 100',
    formula: ({ badWords, window }) => say`1 - ${badWords} / ${window}`,
    value: ({ bad, length }) => falling(bad, (seconds) => 100 - consumedPercent(seconds, length)),
  },
  {
    name: 'errorBudget',
    unit: 'seconds',
    needs: ['objective', 'window'],
    words: '(1 - objective) x window',
    formula: budgetFormula,
    value: ({ budget }) => budget,
  },
  { name: 'errorBudgetConsumed', ...consumed },
  {
    name: 'errorBudgetRemaining',
    unit: 'seconds',
    needs: all,
    words: 'error budget - downtime x error ratio; negative when overspent',
    formula: (basis) => say`${budgetFormula(basis)} - ${basis.badWords}`,
    value: ({ bad, budget }) => falling(bad, (seconds) => budget - seconds),
  },
  {
    name: 'burnRate',
    unit: 'ratio',
    needs: ['objective', 'errors'],
    words: 'error ratio / (1 - objective)',
    formula: ({ errorWords, goal }) => say`${errorWords} / (1 - ${goal})`,
    value: ({ rate }) => rate,
  },
  {
    name: 'timeToExhaustion',
    unit: 'seconds',
    needs: ['objective', 'window', 'errors'],
    words: 'window / burn rate',
    formula: ({ window }) => say`${window} / burn rate`,
    value: ({ length, rate }) => secondsToExhaustion(length, rate),
  },
];

const needWords: { [need in Need]: string } = {
  objective: 'no availability objective between 0 and 100 % is stated by the service levels or the template',
  window: 'the window is none, or is a calendar month and the incident has no date',
  downtime: 'downtime is unknown',
  errors: 'neither an error rate nor downtime is known',
};

function figureOf({ unit, needs, formula, value }: Omit<Definition, 'name'>, basis: SloBasis): Figure {
  const cites = [...new Set(needs.flatMap((need) => basis.cites[need]))];
  const reason = needs.map((need) => basis.missing[need]).find((missing) => missing !== undefined);
  if (reason !== undefined) return unknownFigure(unit, formula(basis), reason, cites);
  const status = needs.includes('downtime') ? basis.status : 'known';
  return measured(status, unit, value(basis), formula(basis), cites);
}

const otherWindow = {
  name: 'errorBudgetConsumed.WINDOW',
  formula: 'the same for the windows 28d, 30d, 31d and calendar-month',
  unit: 'percent',
  unknownWhen: 'absent where errorBudgetConsumed is unknown, and for the calendar month without a date',
};

/** Availability, error budget and burn rate of the incident. A partial outage weighs as much as its share of errors. */
export const serviceLevel: FigureFamily = {
  describes: [
    ...definitions.map(({ name, unit, words, needs }) => ({
      name,
      formula: words,
      unit,
      unknownWhen: needs.map((need) => needWords[need]).join('; '),
    })),
    otherWindow,
  ],
  *compute(context) {
    const basis = sloBasis(context, windowOf(context) ?? context.policy.slo?.window ?? '30d');
    for (const definition of definitions) yield [definition.name, figureOf(definition, basis)];
    if (all.some((need) => basis.missing[need] !== undefined)) return;
    for (const window of ['28d', '30d', '31d', 'calendar-month']) {
      const other = sloBasis(context, window);
      if (other.missing.window === undefined) yield [`errorBudgetConsumed.${window}`, figureOf(consumed, other)];
    }
  },
};
