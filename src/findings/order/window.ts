import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { explicitEvents } from '../timed-event.ts';
import { dayOf, timeText, wallMs } from '../wall.ts';
import { term } from '../words.ts';
import { datedWindows } from './dated-window.ts';
import { halfDayEntries } from './half-day-entry.ts';
import { halfDaySlips } from './half-day.ts';

const code: Code = {
  code: 'order.window',
  severity: 'error',
  sentence: 'An end lies before its start, or the work on the incident lies outside its window.',
  remedy: 'Correct the start, the end, or the time of the entry.',
};

const dayMs = 86_400_000;

/** `23:50 - 00:10` runs over midnight, `11:30 - 1:15` over noon: without a date of its own such an end is no slip. */
function overMidnight(backMs: number, written: string | undefined): boolean {
  return (
    backMs >= 6 * 3_600_000 &&
    backMs < dayMs &&
    !/\d{4}/.test(written?.split(/\s(?:-|–|—|to|and|until)\s/).at(-1) ?? '')
  );
}

function headerWindow(context: Context): Finding[] {
  const { start, end } = context.record.incident ?? {};
  const [from, to] = [context.instant(start), context.instant(end)];
  const days = start?.precision !== 'instant' || end?.precision !== 'instant';
  if (Number.isNaN(from) || Number.isNaN(to) || (days ? dayOf(to) >= dayOf(from) : to >= from)) return [];
  if (!days && overMidnight(from - to, end?.written)) return [];
  return [
    context.report(code, {
      message: say`The incident ends (${end?.written ?? end?.at}) before it starts (${start?.written ?? start?.at}).`,
      path: 'incident.end',
      cites: ['incident.start', 'incident.end'],
    }),
  ];
}

function ranges(context: Context): Finding[] {
  return context.events.flatMap(({ event, wall, path }) => {
    const until = event.until === undefined ? NaN : wallMs(event.until);
    const dayOnly = event.until?.length === 10;
    if (Number.isNaN(until) || (dayOnly ? until >= dayOf(wall) : until >= wall)) return [];
    if (!dayOnly && overMidnight(wall - until, event.written)) return [];
    const message = say`The entry ends (${timeText(until)}) before it starts (${timeText(wall)}).`;
    return context.report(code, { message, path, line: event.line });
  });
}

/** Fields that stand together were filled in together. */
const nearLines = 4;

/** Is the start of the header written within a few lines of this one, in a line that is no entry of the timeline? */
function startStandsNear(context: Context, line: number): boolean {
  const written = context.record.incident?.start?.written;
  const entries = new Set(context.record.timeline?.map((event) => event.line));
  if (written === undefined || written.length < 4) return false;
  for (let near = Math.max(1, line - nearLines); near <= line + nearLines; near++)
    if (!entries.has(near) && context.lineText(near).includes(written)) return true;
  return false;
}

/** `Began 03:40`, `Detected 03:25` in one list of fields. In a timeline an alarm may well ring before the impact. */
function detectedEarly(context: Context): Finding[] {
  const start = context.record.incident?.start;
  const wall = start?.precision === 'instant' ? wallMs(start.at ?? '') : NaN;
  const early = explicitEvents(context.events, ['detected']).find(
    ({ event, exact, wall: at }) => exact && event.zone === start?.zone && at < wall - 60_000 && wall - at < dayMs,
  );
  if (early?.event.line === undefined || !startStandsNear(context, early.event.line)) return [];
  const message = say`The incident was detected (${timeText(early.wall)}) before it began (${timeText(wall)}).`;
  const cites = [early.path, 'incident.start'];
  return [context.report(code, { message, path: early.path, line: early.event.line, cites, severity: 'warning' })];
}

/** Mitigation after the stated end is a contradiction; detection may come later, and preludes may come earlier. */
function outside(context: Context): Finding[] {
  const end = context.record.incident?.end;
  const wall = end?.at === undefined || end.precision !== 'instant' ? NaN : wallMs(end.at);
  if (Number.isNaN(wall)) return [];
  return explicitEvents(context.events, ['mitigationStarted', 'mitigated'])
    .filter((event) => event.exact && event.event.zone === end?.zone && event.wall > wall + 60_000)
    .slice(0, 1)
    .map(({ event, wall: at, path }) =>
      context.report(code, {
        message: say`${term(event.milestone ?? 'mitigated')} (${timeText(at)}) lies after the stated end of the incident (${timeText(wall)}).`,
        path,
        line: event.line,
        cites: [path, 'incident.end'],
        severity: 'warning',
      }),
    );
}

/** Start and end of the incident and of its entries. */
export const windowOrder: Check = {
  codes: [code],
  run: (context) => [
    ...headerWindow(context),
    ...ranges(context),
    ...detectedEarly(context),
    ...outside(context),
    ...halfDaySlips(context, code),
    ...halfDayEntries(context, code),
    ...datedWindows(context, code),
  ],
};
