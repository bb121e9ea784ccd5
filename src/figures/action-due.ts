import type { Action } from '../record/followup.ts';
import type { Policy } from '../record/policy.ts';
import { addSpan, readSpan } from '../values/span.ts';

/** How long an action of this horizon may take. */
export type HorizonLimit = { name: string; within: string };

const within = /\bwithin\s+(\d{1,3})\s?(hours?|days?|weeks?|months?|quarters?|h|d|w)\b/i;

/** The limit of an action: from the policy by horizon or priority, else from words such as "within 7 days". */
export function horizonLimit(
  { horizons }: Policy,
  { horizon, priority }: Pick<Action, 'horizon' | 'priority'>,
): HorizonLimit | undefined {
  for (const word of [horizon, priority]) {
    if (word === undefined) continue;
    const known = horizons.find(({ name }) => name.toLowerCase() === word.toLowerCase());
    if (known !== undefined) return known.within === undefined ? undefined : { name: word, within: known.within };
    const [, count, unit] = within.exec(word) ?? [];
    if (count !== undefined) return { name: word, within: `${count} ${unit}` };
  }
  return undefined;
}

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The day that an action's horizon gives it: so long from the day of the incident, and when that is over, so long from today, a day at
 * least. Undefined without a limit.
 * @param day of the incident, `YYYY-MM-DD`
 */
export function dueOfHorizon(limit: HorizonLimit | undefined, day: string, today: string): string | undefined {
  const span = limit && readSpan(limit.within);
  if (span === undefined) return undefined;
  const [fromMs, todayMs] = [Date.parse(day), Date.parse(today)];
  const due = Number.isNaN(fromMs) ? '' : dayOf(addSpan(fromMs, span));
  return due >= today ? due : dayOf(Math.max(addSpan(todayMs, span), todayMs + dayMs));
}
