import type { Columns } from './columns.ts';
import type { Members } from './group.ts';
import { fewest, type MeasureName, measures } from './measures.ts';
import { type Quantiles, quantiles } from './spread.ts';

/** One measure of a group. With few known values their `places` are all there is, else none. */
export type CountedSpread = { known: number; unknown: number; places: number[] } & {
  [name in keyof Quantiles]: number | null;
};

/** What is counted of a group. */
export type CountedGroup = {
  name: string;
  incidents: number;
  spreads: Record<MeasureName, CountedSpread>;
  inTime: { part: number; of: number };
  verified: { part: number; of: number };
  repeats: { part: number; of: number };
  budget: { spent: number | null; of: number };
  automation: { mean: number | null; of: number };
  costs: { currency: string; amount: number; of: number }[];
};

/** A document is written in time within this. */
const inTimeSeconds = 48 * 3600;

function spreadOf(column: Float64Array, places: Int32Array, room: Float64Array): CountedSpread {
  let known = 0;
  for (let index = 0; index < places.length; index += 1) {
    const value = column[places[index] as number] as number;
    // What is unknown is written over by the next.
    room[known] = value;
    if (!Number.isNaN(value)) known += 1;
  }
  const counts = { known, unknown: places.length - known };
  if (known >= fewest) return { ...counts, ...quantiles(room.subarray(0, known)), places: [] };
  const few = known === 0 ? [] : [...places].filter((place) => !Number.isNaN(column[place]));
  return { ...counts, median: null, p90: null, mean: null, places: few };
}

/** Sum of what is known of a column, and of how many it is. */
function sumOf(column: Float64Array, places: Int32Array): { sum: number; of: number } {
  let [sum, of] = [0, 0];
  for (let index = 0; index < places.length; index += 1) {
    const value = column[places[index] as number] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    of += 1;
  }
  return { sum, of };
}

function costsOf({ costs }: Columns, places: Int32Array): CountedGroup['costs'] {
  const sums = new Map<string, { amount: number; of: number }>();
  for (let index = 0; index < places.length; index += 1) {
    const stated = costs[places[index] as number];
    if (stated === undefined) continue;
    for (const currency of Object.keys(stated)) {
      const sum = sums.get(currency) ?? { amount: 0, of: 0 };
      sums.set(currency, { amount: sum.amount + (stated[currency] as number), of: sum.of + 1 });
    }
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .toSorted((left, right) => (left.currency < right.currency ? -1 : 1));
}

/** Counts what stands in the columns at some places. `room` holds as many numbers. */
function groupOf(columns: Columns, { name, places }: Members, room: Float64Array): CountedGroup {
  const { services, causes, sets, repeats, written } = columns;
  const [budget, automation] = [sumOf(columns.budget, places), sumOf(columns.automation, places)];
  let [again, comparable, inTime] = [0, 0, 0];
  // The number of the set without words.
  const none = sets.numbers.get('');
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    again += repeats[place] as number;
    if (services[place] !== none && causes[place] !== none) comparable += 1;
    if ((written[place] as number) <= inTimeSeconds) inTime += 1;
  }
  const spreads = Object.fromEntries(
    measures.map((measure) => [measure, spreadOf(columns[measure], places, room)]),
  ) as CountedGroup['spreads'];
  return {
    name,
    incidents: places.length,
    spreads,
    inTime: { part: inTime, of: spreads.written.known },
    verified: { part: sumOf(columns.verified, places).sum, of: sumOf(columns.actions, places).sum },
    repeats: { part: again, of: comparable },
    budget: { spent: budget.of === 0 ? null : budget.sum, of: budget.of },
    automation: { mean: automation.of === 0 ? null : automation.sum / automation.of, of: automation.of },
    costs: costsOf(columns, places),
  };
}

/** Counts groups of incidents, each by itself. */
export function counted(columns: Columns, groups: readonly Members[]): CountedGroup[] {
  const room = new Float64Array(Math.max(0, ...groups.map(({ places }) => places.length)));
  return groups.map((group) => groupOf(columns, group, room));
}
