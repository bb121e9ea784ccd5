import { nextAllowed } from '../calendar/next-allowed.ts';
import { wallOf } from '../calendar/zoned.ts';
import type { Follow, Occasion, OccasionKind } from './occasion.ts';
import { type ProcessDeadline, processDeadlines } from './process-deadlines.ts';

const what = { written: 'The document is to be written', meeting: 'The meeting is to be held' };
const hourMs = 3_600_000;

/** `12 h left`, `3 days late`. */
export function leftOf(untilMs: number, nowMs: number): string {
  const hours = Math.round(Math.abs(untilMs - nowMs) / hourMs);
  const size = hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
  return `${size} ${nowMs < untilMs ? 'left' : 'late'}`;
}

function occasion(one: ProcessDeadline, step: string, atMs: number, { calendar: { zone } }: Follow): Occasion {
  const until = new Date(one.untilMs).toISOString();
  const label = `${what[one.what]} within ${one.within}`;
  return {
    key: `deadline/${one.what}/${until}/${step}`,
    kind: 'deadline',
    at: new Date(atMs).toISOString(),
    about: `deadline/${one.what}`,
    to: [],
    label,
    due: until,
    step,
    tell: (nowMs) => {
      const wall = new Date(wallOf(one.untilMs, zone)).toISOString().slice(0, 16).replace('T', ' ');
      return {
        kind: 'clock.running-out',
        values: { clock: label, due: `${wall} ${zone}`, left: leftOf(one.untilMs, nowMs), citation: '' },
      };
    },
  };
}

/**
 * Tells the lead that the time to write the document, or to meet, runs out, and that it is over. A warning that would come in quiet
 * hours waits for their end, but not beyond the deadline: then it comes when it is due.
 */
export const deadline: OccasionKind = {
  kind: 'deadline',
  plan: (subject, follow) =>
    processDeadlines(subject, follow.calendar)
      .filter((one) => one.what !== 'written' || !subject.written)
      .flatMap((one) => {
        const { sinceMs, untilMs } = one;
        const warnings = follow.warnAt.map((percent) => {
          const meant = Math.round(sinceMs + ((untilMs - sinceMs) * percent) / 100);
          const allowed = nextAllowed(meant, follow.calendar);
          return occasion(one, `${percent}%`, allowed < untilMs ? allowed : meant, follow);
        });
        return [...warnings, occasion(one, 'over', nextAllowed(untilMs, follow.calendar), follow)];
      }),
};
