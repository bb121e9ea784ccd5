import { addSpan, readSpan } from '../../values/span.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { dayText, wallMs } from '../wall.ts';
import { quote } from '../words.ts';
import { baseDay } from './base-day.ts';

const code: Code = {
  code: 'action.due-outside-horizon',
  severity: 'warning',
  sentence: 'The due date of an action lies outside the horizon it is listed under.',
  remedy: 'Move the due date into the horizon, or the action to a longer one.',
};

const within = /\bwithin\s+(\d{1,3})\s?(hours?|days?|weeks?|months?|quarters?|h|d|w)\b/i;

type Horizon = { name: string; within: string };

/** The limit of an action: from the policy by horizon or priority, else from words such as "within 7 days". */
function limitOf(context: Context, horizon: string | undefined, priority: string | undefined): Horizon | undefined {
  for (const word of [horizon, priority]) {
    if (word === undefined) continue;
    const known = context.policy.horizons.find(({ name }) => name.toLowerCase() === word.toLowerCase());
    if (known !== undefined) return known.within === undefined ? undefined : { name: word, within: known.within };
    const [, count, unit] = within.exec(word) ?? [];
    if (count !== undefined) return { name: word, within: `${count} ${unit}` };
  }
  return undefined;
}

/** Due dates against the calendar: 90 days from 2025-12-19 end on 2026-03-19. */
export const horizons: Check = {
  codes: [code],
  run(context) {
    const actions = context.record.actions ?? [];
    const base = actions.length === 0 ? undefined : baseDay(context);
    if (base === undefined) return [];
    return actions.flatMap(({ id, text, due, horizon, priority }, index) => {
      const limit = limitOf(context, horizon, priority);
      const span = limit && readSpan(limit.within);
      const day = wallMs(due ?? '');
      if (limit === undefined || span === undefined || Number.isNaN(day)) return [];
      const last = addSpan(base, span);
      if (day <= last) return [];
      return context.report(code, {
        message: `${id ?? quote(text ?? 'The action')} is due ${dayText(day)}, but ${quote(limit.name)} (${limit.within} from ${dayText(base)}) ends on ${dayText(last)}.`,
        path: `actions[${index}].due`,
      });
    });
  },
};
