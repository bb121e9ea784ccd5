import type { Claim } from '../../record/claim.ts';
import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { explicitEvents, type TimedEvent } from '../timed-event.ts';
import { dayOf, dayText, timeText, wallMs } from '../wall.ts';
import { quote } from '../words.ts';
import { headerSeconds, milestonePairs } from './span-evidence.ts';
import { agrees, spanRules } from './spans.ts';
import { namesHours } from './stated-hours.ts';

const code: Code = {
  code: 'contradiction.header',
  severity: 'error',
  sentence: 'The header (title, date, start, end, duration) disagrees with itself or with the timeline.',
  remedy: 'Correct the header or the timeline so that both tell the same dates and times.',
};

const dayMs = 86_400_000;
/** Before noon the day before may be the same moment in a zone farther west. */
const noonMs = 12 * 3_600_000;
const isoDay = /(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)/;

/** A field for the length of the incident, or for its downtime in total. */
const isWhole = (context: Context, { figure, origin, qualifier, line }: Claim): boolean =>
  (origin === 'label' || origin === 'table') &&
  qualifier === undefined &&
  (figure === 'duration' ||
    (figure === 'downtime' && /\b(?:total|overall)\b/i.test(context.lineText(line).slice(0, 80))));

function ownDuration(context: Context): Finding[] {
  const seconds = headerSeconds(context);
  if (seconds === undefined || seconds < 0) return [];
  const index = context.claims.findIndex((claim) => isWhole(context, claim));
  const claim = context.claims[index];
  if (claim?.unit !== 'seconds' || agrees(claim, seconds) || namesHours(context, claim)) return [];
  const rule = spanRules.get('duration');
  if (rule && milestonePairs(context, rule).some((pair) => agrees(claim, pair.seconds))) return [];
  return [
    context.report(code, {
      message: say`The header states a duration of ${quote(claim.text)}, but from its start to its end it is ${formatDuration(seconds)}.`,
      path: `claims[${index}]`,
      line: claim.line,
      cites: [`claims[${index}]`, 'incident.start', 'incident.end'],
    }),
  ];
}

/** Start and end of the header against the timeline: wrong only if no entry at all has that time. */
function ends(context: Context): Finding[] {
  const sides = [
    {
      name: 'start',
      moment: context.record.incident?.start,
      events: explicitEvents(context.events, ['impactStarted']),
    },
    { name: 'end', moment: context.record.incident?.end, events: explicitEvents(context.events, ['resolved']) },
  ];
  return sides.flatMap(({ name, moment, events }) => {
    const wall = moment?.at === undefined || moment.precision !== 'instant' ? NaN : wallMs(moment.at);
    const sameZone = (event: TimedEvent) => event.event.zone === moment?.zone || moment?.zone === undefined;
    const event = events.find((candidate) => candidate.exact && sameZone(candidate));
    if (Number.isNaN(wall) || event === undefined) return [];
    const near = (candidate: TimedEvent) => Math.abs(candidate.wall - wall) <= 60_000;
    if (context.events.some(near)) return [];
    return context.report(code, {
      message: say`The header gives ${timeText(wall)} as the ${name === 'start' ? say`start` : say`end`}, but the timeline says ${timeText(event.wall)}, and no entry has the header's time.`,
      path: `incident.${name}`,
      cites: [`incident.${name}`, event.path],
    });
  });
}

/** The first and the last of the events that state their own date. */
function datedEnds(events: readonly TimedEvent[]): { first: TimedEvent; last: TimedEvent } | undefined {
  let [first, last]: [TimedEvent | undefined, TimedEvent | undefined] = [undefined, undefined];
  for (const timed of events) {
    if (timed.event.carried === true || timed.event.precision === 'unknown') continue;
    if (first === undefined || timed.wall < first.wall) first = timed;
    if (last === undefined || timed.wall > last.wall) last = timed;
  }
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** A date of the title long before all of the timeline was copied from an older document; later dates are publication. */
function titleDate(context: Context): Finding[] {
  const { title, date } = context.record.incident ?? {};
  const stated = { 'incident.title': isoDay.exec(title ?? '')?.[1], 'incident.date': isoDay.exec(date ?? '')?.[1] };
  if (stated['incident.title'] === undefined && stated['incident.date'] === undefined) return [];
  const dated = datedEnds(context.events);
  if (dated === undefined) return [];
  const [first, last] = [dayOf(dated.first.wall), dayOf(dated.last.wall)];
  const named = isoDay.exec(context.fileName ?? '')?.[1];
  const fileDay = named === undefined ? NaN : wallMs(named);
  const isFirstDay = fileDay >= first && fileDay <= last;
  const agreesWithTimeline = (day: number) => day >= first - dayMs && day <= last + dayMs;
  for (const path of ['incident.title', 'incident.date'] as const) {
    const day = wallMs(stated[path] ?? '');
    const dayEarly = day === first - dayMs && isFirstDay && dated.first.wall - first >= noonMs;
    if (Number.isNaN(day) || (agreesWithTimeline(day) && !dayEarly)) continue;
    const copied = day < first - 2 * dayMs && first - day > 14 * dayMs && fileDay !== day;
    if (!copied && !dayEarly && !agreesWithTimeline(fileDay)) continue;
    return [
      context.report(code, {
        message: say`The ${path === 'incident.title' ? say`title` : say`header`} is dated ${dayText(day)}, but the timeline starts on ${dayText(first)}.`,
        path,
        cites: [path, dated.first.path],
        severity: 'warning',
      }),
    ];
  }
  return [];
}

/** The header against itself and against the timeline. */
export const header: Check = {
  codes: [code],
  run: (context) => [...ownDuration(context), ...ends(context), ...titleDate(context)],
};
