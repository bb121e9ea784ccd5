import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { addSpan, readSpan } from '../../values/span.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { explicitEvents } from '../timed-event.ts';
import { dayText, wallMs } from '../wall.ts';
import { called } from '../words.ts';

const code: Code = {
  code: 'deadline.missed',
  severity: 'warning',
  sentence: 'Something was done, or is still open, after its deadline.',
  remedy: 'Do it now, or agree on a new date and write down why.',
};

const dayMs = 86_400_000;

/** The last moment the incident was over, in wall ms: deadlines count from it. */
export function resolvedAt(context: Context): number | undefined {
  const event = explicitEvents(context.events, ['resolved', 'closed']).at(-1);
  const wall = event?.wall ?? wallMs(context.record.incident?.end?.at ?? '');
  return Number.isNaN(wall) ? undefined : wall;
}

const steps = [
  { name: 'written', path: 'document.completedOn', what: say`The document was completed` },
  { name: 'meeting', path: 'meeting.date', what: say`The meeting took place` },
] as const;

function kept(context: Context): Finding[] {
  const base = resolvedAt(context);
  if (base === undefined) return [];
  const { document, meeting } = context.record;
  const days = { written: document?.completedOn, meeting: meeting?.date };
  return steps.flatMap(({ name, path, what }) => {
    const limit = Object.hasOwn(context.policy.deadlines, name) ? context.policy.deadlines[name] : undefined;
    const span = limit === undefined ? undefined : readSpan(limit);
    const day = wallMs(days[name] ?? '');
    if (span === undefined || Number.isNaN(day)) return [];
    const last = addSpan(base, span);
    if (day <= last) return [];
    return context.report(code, {
      message: say`${what} on ${dayText(day)}, but was due ${limit} after ${dayText(base)}, on ${dayText(last)}.`,
      path,
    });
  });
}

const closed = /^(?:done|complete[d]?|closed|resolved|fixed|cancel\w*|won'?t)\b/i;

/** Open actions and reviews whose day has passed by `now`. */
function overdue(context: Context): Finding[] {
  const now = wallMs(context.now ?? '');
  if (Number.isNaN(now)) return [];
  return (context.record.actions ?? []).flatMap(({ id, text, due, done, status }, index) => {
    const day = wallMs(due ?? '');
    if (Number.isNaN(day) || done === true || closed.test(status ?? '') || day + dayMs > now) return [];
    return context.report(code, {
      message: say`${called({ id, text })} was due ${dayText(day)} and is still open.`,
      path: `actions[${index}].due`,
    });
  });
}

/** Deadlines of the process and of its actions. */
export const deadlines: Check = { codes: [code], run: (context) => [...kept(context), ...overdue(context)] };
