import { readDuration } from '../values/duration.ts';
import { findNumbers } from '../values/number.ts';
import { readMoney } from '../values/money.ts';
import { readPercent } from '../values/percent.ts';

/** A target as a condition: the figure must lie below (or above) `value`; `orEqual` says whether meeting it exactly counts. */
export type TargetBound = { side: 'below' | 'above'; orEqual: boolean; value: number };

const operators: readonly [pattern: RegExp, bound: Omit<TargetBound, 'value'>][] = [
  [/^(?:<=|=<|≤|within\b|at most|up to|no more than|max\b|maximum)/i, { side: 'below', orEqual: true }],
  [/^(?:<|under\b|below\b|less than)/i, { side: 'below', orEqual: false }],
  [/^(?:>=|=>|≥|at least|no less than|min\b|minimum)/i, { side: 'above', orEqual: true }],
  [/^(?:>|over\b|above\b|more than)/i, { side: 'above', orEqual: false }],
];

/** Of these more is better, so a bare value is the least that meets the target. */
const moreIsBetter = /percent|ratio/;

function readValue(text: string, unit: string): number | undefined {
  if (unit === 'seconds') return readDuration(text)?.seconds;
  if (unit === 'percent') return readPercent(text);
  return readMoney(text)?.amount ?? findNumbers(text, 'count').next().value?.value;
}

/** Reads `< 5 min`, `≤ 1h`, `>= 99.9%`, `within 4 hours` for a figure of the unit. A bare value is a limit; undefined if unreadable. */
export function readTarget(text: string, unit: string): TargetBound | undefined {
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/[\\*`]/g, '')
    .trim();
  const found = operators.find(([pattern]) => pattern.test(plain));
  const rest = found === undefined ? plain : plain.replace(found[0], '').trim();
  const value = readValue(rest, unit);
  if (value === undefined) return undefined;
  return { ...(found?.[1] ?? { side: moreIsBetter.test(unit) ? 'above' : 'below', orEqual: true }), value };
}

/** Whether a value between the bounds meets the target; undefined when only part of the interval does. */
export function meets(target: TargetBound, { from, to }: { from: number; to: number }): boolean | undefined {
  const holds = (value: number) => {
    if (target.orEqual && value === target.value) return true;
    return target.side === 'below' ? value < target.value : value > target.value;
  };
  return holds(from) === holds(to) ? holds(from) : undefined;
}
