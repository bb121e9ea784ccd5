import { holidaysIn } from '../../calendar/holidays.ts';
import { readWorkSpan } from '../../calendar/work-span.ts';
import {
  type ClockMark,
  type ClockRule,
  type Ground,
  rulesWith,
  type Standing,
  standClocks,
} from '../../clocks/index.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { isKnownZone } from '../../values/offset.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext } from '../stored-operation.ts';
import { readOwnRules } from './rules-text.ts';

/** What clocks of all incidents are told by. */
export type CommonGround = Omit<Ground, 'marks' | 'now'>;

const none = { without: [], rules: [] };

/** The rules, and what is set of the organisation. @param text rules that are not kept, to be tried */
export async function commonGround(
  { database, config }: Pick<StoredContext, 'database' | 'config'>,
  text?: string,
): Promise<CommonGround> {
  const settings = await readSettings(database);
  const read = readOwnRules(text ?? settings['clocks.rules']);
  const zone = settings['follow.zone'] ?? settings['documents.zone'] ?? config.zone ?? 'UTC';
  return {
    rules: 'rules' in read ? read.rules : rulesWith(none),
    organisation: settings['clocks.organisation'],
    calendar: {
      zone: isKnownZone(zone) ? zone : 'UTC',
      regions: settings['follow.holidays'],
      isHoliday: () => false,
    },
  };
}

/** Whether days off have a say in a rule. */
const asksForDaysOff = ({ within, dayOff }: ClockRule): boolean =>
  dayOff !== undefined || (within !== undefined && (readWorkSpan(within)?.businessDays ?? 0) > 0);

/** Regions whose holidays have a say in how these clocks stand. */
function regionsOf(clocks: readonly Standing[], own: readonly string[]): string[] {
  const needed = clocks.filter(({ state, rule }) => !state.startsWith('not') && asksForDaysOff(rule));
  return [...new Set(needed.flatMap(({ rule }) => rule.region ?? own))];
}

/** The clocks of one incident. Holidays are only loaded where they have a say: they take their time and memory. */
export async function clocksOf(
  record: PostmortemRecord,
  common: CommonGround,
  marks: ReadonlyMap<string, ClockMark>,
  now: string,
): Promise<Standing[]> {
  const ground: Ground = { ...common, marks, now };
  const clocks = standClocks(record, ground);
  const regions = regionsOf(clocks, common.calendar.regions);
  if (regions.length === 0) return clocks;
  const known = new Map(
    await Promise.all(regions.map(async (region) => [region, await holidaysIn([region])] as const)),
  );
  const isHoliday = (region: string, day: string): boolean => known.get(region)?.(day) ?? false;
  return standClocks(record, { ...ground, calendar: { ...common.calendar, isHoliday } });
}
