import type { TimelineEvent } from '../../../src/record/timeline.ts';
import { toEpochMs } from '../../../src/values/instant.ts';
import type { TimeContext } from '../field/time-input.ts';
import type { EntryRow } from './columns.ts';

type Valued = Pick<EntryRow, 'value'>;
const eventOf = ({ value }: Valued) => (value ?? {}) as Partial<TimelineEvent>;

/** Entries by time; one without a known time stays behind the one before it. */
export function byTime(entries: readonly EntryRow[]): EntryRow[] {
  let last = -Infinity;
  const timed = entries.map((entry) => {
    const { at, zone } = eventOf(entry);
    const ms = at === undefined ? Number.NaN : toEpochMs(at, zone);
    if (!Number.isNaN(ms)) last = ms;
    return { entry, ms: Number.isNaN(ms) ? last : ms };
  });
  return timed.sort((a, b) => a.ms - b.ms).map(({ entry }) => entry);
}

/** The day and zone for a time typed into a row: its own, else those of the nearest row above that has them, else below, else `day`. */
export function contextAt(entries: readonly Valued[], index: number, otherwise?: string): TimeContext {
  const above = entries.slice(0, index + 1).toReversed();
  const near = [...above, ...entries.slice(index + 1)].map(eventOf);
  const day = near.find(({ at }) => at !== undefined)?.at?.slice(0, 10) ?? otherwise;
  const zone = near.find((event) => event.zone !== undefined)?.zone;
  return { day, zone };
}
