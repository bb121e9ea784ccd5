import { horizonLimit } from '../../figures/action-due.ts';
import { say } from '../../record/said.ts';
import { addSpan, readSpan } from '../../values/span.ts';
import type { Check, Code } from '../check.ts';
import { dayText, wallMs } from '../wall.ts';
import { called, quote } from '../words.ts';
import { baseDay } from './base-day.ts';

const code: Code = {
  code: 'action.due-outside-horizon',
  severity: 'warning',
  sentence: 'The due date of an action lies outside the horizon it is listed under.',
  remedy: 'Move the due date into the horizon, or the action to a longer one.',
};

/** Due dates against the calendar: 90 days from 2025-12-19 end on 2026-03-19. */
export const horizons: Check = {
  codes: [code],
  run(context) {
    const actions = context.record.actions ?? [];
    const base = actions.length === 0 ? undefined : baseDay(context);
    if (base === undefined) return [];
    return actions.flatMap(({ id, text, due, horizon, priority }, index) => {
      const limit = horizonLimit(context.policy, { horizon, priority });
      const span = limit && readSpan(limit.within);
      const day = wallMs(due ?? '');
      if (limit === undefined || span === undefined || Number.isNaN(day)) return [];
      const last = addSpan(base, span);
      if (day <= last) return [];
      return context.report(code, {
        message: say`${called({ id, text })} is due ${dayText(day)}, but ${quote(limit.name)} (${limit.within} from ${dayText(base)}) ends on ${dayText(last)}.`,
        path: `actions[${index}].due`,
      });
    });
  },
};
