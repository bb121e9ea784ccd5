import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { TimedEvent } from '../timed-event.ts';
import { dayText } from '../wall.ts';
import { seasons } from './season.ts';

const unstated: Code = {
  code: 'zone.unstated',
  severity: 'note',
  sentence: 'The times have no zone.',
  remedy: 'State the zone once ("All times in UTC"), or per time.',
};
const suspect: Code = {
  code: 'zone.suspect',
  severity: 'warning',
  sentence: 'The zone named does not fit the date, or another statement about the same moment.',
  remedy: 'Write UTC, or the offset that was in force (+01:00), and check which one the times are in.',
};
const mixed: Code = {
  code: 'zone.mixed',
  severity: 'note',
  sentence: 'The timeline uses several zones, or states a zone for some times only.',
  remedy: 'Give all times in one zone; UTC is the safest.',
};

function offSeason(context: Context): Finding[] {
  const reported = new Set<string>();
  return context.events.flatMap(({ event, wall, path }) => {
    const name = event.zone?.toUpperCase() ?? '';
    const season = name === 'UTC' ? undefined : seasons.get(name);
    if (season === undefined || reported.has(name)) return [];
    if (!season.wrong.includes(new Date(wall).getUTCMonth() + 1)) return [];
    reported.add(name);
    return context.report(suspect, {
      message: say`Times are given in ${name}, but on ${dayText(wall)} clocks in ${season.region} show ${season.instead}: the times may be an hour off.`,
      path,
      line: event.line,
    });
  });
}

const bst = /(?<!\d)(\d{1,2}):(\d\d)\s?BST\b/;

/** A time called UTC whose own text gives the same digits in British summer time: one of them is wrong. */
function summerCalledUtc(context: Context): Finding[] {
  return context.events
    .filter(({ event, wall }) => {
      const utc = event.zone === 'UTC' || event.zone === 'GMT' || event.at?.endsWith('Z') === true;
      if (!utc || !(event.text?.includes('BST') || event.notes?.includes('BST'))) return false;
      const [, hour, minute] = bst.exec(`${event.text ?? ''} ${event.notes ?? ''}`) ?? [];
      const date = new Date(wall);
      return hour !== undefined && Number(hour) === date.getUTCHours() && Number(minute) === date.getUTCMinutes();
    })
    .slice(0, 1)
    .map(({ event, path }) =>
      context.report(suspect, {
        message: say`${event.written ?? event.at} is called ${event.zone ?? 'UTC'}, but its text gives the same time as BST, which is an hour ahead.`,
        path,
        line: event.line,
      }),
    );
}

/** Zones are told apart by their offset; of equal offsets the first name speaks. */
const offsetOf = ({ zoned, wall, ms, event }: TimedEvent): string =>
  zoned
    ? `${wall - ms}${wall === ms && !/^(?:(?:Etc\/)?UTC|GMT|Z|[+-]00:?00)?$/i.test(event.zone ?? '') ? event.zone : ''}`
    : 'none';

const nameOf = ({ event, zoned }: TimedEvent): string =>
  !zoned
    ? 'none'
    : (event.zone ??
      event.at
        ?.slice(16)
        .replace(/^:\d\d/, '')
        .replace('Z', 'UTC') ??
      'none');

function statedZones(context: Context, exact: readonly TimedEvent[]): Finding[] {
  const [first] = exact;
  if (first === undefined) return [];
  const kinds = new Map(exact.map((event) => [offsetOf(event), nameOf(event)]));
  if (kinds.size === 1 && kinds.has('none'))
    return [
      context.report(unstated, {
        message: say`None of the ${exact.length} times states a zone.`,
        path: first.path,
        line: first.event.line,
      }),
    ];
  const other = exact.find((event) => offsetOf(event) !== offsetOf(first));
  if (other === undefined || sameName(exact)) return [];
  return [
    context.report(mixed, {
      message: say`The timeline uses ${kinds.size} zones: ${[...kinds.values()].join(', ')}.`,
      path: other.path,
      line: other.event.line,
      cites: [first.path, other.path],
    }),
  ];
}

/** One named place over a clock change is one zone. */
const sameName = (exact: readonly TimedEvent[]): boolean =>
  exact.every(({ event }) => event.zone !== undefined && event.zone === exact[0]?.event.zone);

/** Zones that are missing, mixed or not in force at the date. */
export const zone: Check = {
  codes: [unstated, suspect, mixed],
  run(context) {
    const exact = context.events.filter(({ event }) => event.precision === 'instant' || event.precision === 'range');
    return [...offSeason(context), ...summerCalledUtc(context), ...statedZones(context, exact)];
  },
};
