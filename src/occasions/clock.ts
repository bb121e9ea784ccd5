import { nextAllowed } from '../calendar/next-allowed.ts';
import { instantAfter, readWorkSpan } from '../calendar/work-span.ts';
import { wallOf } from '../calendar/zoned.ts';
import type { Standing } from '../clocks/index.ts';
import { leftOf } from './deadline.ts';
import type { Follow, Occasion, OccasionKind } from './occasion.ts';

/** A clock that runs, from when to when. */
type Run = { clock: Standing; sinceMs: number; untilMs: number };

const runs = new Set(['running', 'overdue']);

function runOf(clock: Standing): Run[] {
  const { state, start, until } = clock;
  if (!runs.has(state) || start === null || until === null) return [];
  return [{ clock, sinceMs: Date.parse(start.at), untilMs: Date.parse(until) }];
}

function occasion({ clock, untilMs }: Run, step: string, atMs: number): Occasion {
  const { rule, zone } = clock;
  const until = new Date(untilMs).toISOString();
  const label = `${rule.regime}: ${rule.tell}`;
  return {
    // The moment it runs out is part of it: who became aware at another hour is told anew.
    key: `clock/${rule.id}/${until}/${step}`,
    kind: 'clock',
    at: new Date(atMs).toISOString(),
    about: `clock/${rule.id}`,
    to: [],
    label,
    due: until,
    step,
    tell: (nowMs) => {
      const wall = new Date(wallOf(untilMs, zone)).toISOString().slice(0, 16).replace('T', ' ');
      return {
        kind: 'clock.running-out',
        values: { clock: label, due: `${wall} ${zone}`, left: leftOf(untilMs, nowMs), citation: rule.cite },
      };
    },
  };
}

const dayMs = 86_400_000;

/** A law does not sleep: only a clock of several days waits for the morning with its warning, and never beyond its end. */
function warnedAt(meantMs: number, { sinceMs, untilMs }: Run, { calendar }: Follow): number {
  if (untilMs - sinceMs <= 4 * dayMs) return meantMs;
  const allowedMs = nextAllowed(meantMs, calendar);
  return allowedMs < untilMs ? allowedMs : meantMs;
}

/** Tells the lead that the time of a law or a contract runs out, and, by day and night, that it has run out. */
export const clock: OccasionKind = {
  kind: 'clock',
  plan: ({ clocks }, follow) =>
    clocks.flatMap(runOf).flatMap((run) => {
      const lengthMs = run.untilMs - run.sinceMs;
      const warnings = follow.clockWarnAt.map((percent) =>
        occasion(run, `${percent}%`, warnedAt(Math.round(run.sinceMs + (lengthMs * percent) / 100), run, follow)),
      );
      const after = follow.clockOverdueAfter.flatMap((text) => {
        const span = readWorkSpan(text);
        return span === undefined ? [] : [occasion(run, `+${text}`, instantAfter(run.untilMs, span, follow.calendar))];
      });
      return [...warnings, occasion(run, 'over', run.untilMs), ...after];
    }),
};
