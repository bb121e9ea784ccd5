import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { halfNamedRange, isPlainTime, readInvalidClock, unfilledTime } from './written.ts';

const invalid: Code = {
  code: 'invalid.time',
  severity: 'warning',
  sentence: 'A time contradicts itself: AM or PM beside an hour of the 24-hour clock, or one half of a range only.',
  remedy: 'Write the time once, in the 24-hour clock.',
};
const redundant: Code = {
  code: 'clock.mixed',
  severity: 'note',
  sentence: 'A time of the 24-hour clock carries a needless PM.',
  remedy: 'Leave out the PM.',
};
const missing: Code = {
  code: 'missing.time',
  severity: 'note',
  sentence: 'A time was left open.',
  remedy: 'Fill the time in from the evidence, or leave only the date.',
};

/** One finding for all needless PMs: they are a habit of the writer. */
function habit(context: Context, indexes: readonly number[]): Finding[] {
  const [first] = indexes;
  if (first === undefined) return [];
  const event = context.record.timeline?.[first];
  const others = indexes.length > 1 ? say` (and ${indexes.length - 1} more)` : '';
  return [
    context.report(redundant, {
      message: say`${quote(event?.written ?? '')}${others}: the 24-hour clock needs no PM.`,
      path: `timeline[${first}]`,
      line: event?.line,
      cites: indexes.map((index) => `timeline[${index}]`),
    }),
  ];
}

const half = /\d\s?[ap]\.?m\b/i;

/** Written times that are none. */
export const invalidTime: Check = {
  codes: [invalid, redundant, missing],
  run(context) {
    const findings: Finding[] = [];
    const habits: number[] = [];
    const timeline = context.record.timeline ?? [];
    let halves = 0;
    for (const { written } of timeline)
      if (written !== undefined && !isPlainTime(written) && half.test(written)) halves += 1;
    timeline.forEach(({ written, line }, index) => {
      if (written === undefined || isPlainTime(written)) return;
      const place = () => ({ path: `timeline[${index}]`, line });
      const clock = readInvalidClock(written);
      if (clock?.harmless) habits.push(index);
      else if (clock)
        findings.push(context.report(invalid, { message: say`${quote(written)}: ${clock.reason}.`, ...place() }));
      else if (halves * 4 <= timeline.length && timeline.length > 3 && halfNamedRange.test(written))
        findings.push(
          context.report(invalid, {
            message: say`${quote(written)} mixes the 12-hour and the 24-hour clock: every other time here has neither AM nor PM.`,
            ...place(),
          }),
        );
      else if (unfilledTime.test(written))
        findings.push(
          context.report(missing, { message: say`${quote(written)}: this time was left open.`, ...place() }),
        );
    });
    return [...findings, ...habit(context, habits)];
  },
};
