import type { Held } from './held.ts';
import type { Counted } from './narrow.ts';

/** What several incidents have in common, and where and when it came again. */
export type Recurring = {
  value: string;
  count: number;
  /** Days as numbers: 20260301. */
  first: number;
  last: number;
  /** The services it hit, the most frequent first. */
  services: Counted[];
  /** How often in each quarter that has any: `2026-Q1`. */
  quarters: Counted[];
  /** Numbers of the latest incidents. */
  latest: number[];
};

const [mostServices, mostLatest] = [4, 5];

const quarterOf = (day: number): string =>
  `${Math.floor(day / 10_000)}-Q${Math.ceil((Math.floor(day / 100) % 100) / 3)}`;

const counted = (counts: ReadonlyMap<string, number>): Counted[] =>
  [...counts].map(([value, count]) => ({ value, count }));

/** Values of a facet that at least two of the open incidents have, the most frequent first. */
export function recurring(held: Held, facet: string, open: Uint8Array, most: number): Recurring[] {
  const [from, numbers, values, days] = [held.valuesFrom(), held.valueNumbers(), held.values, held.days()];
  const places = new Map<number, number[]>();
  for (let place = 0; place < open.length; place += 1) {
    if (open[place] !== 1) continue;
    for (let at = from[place] as number; at < (from[place + 1] as number); at += 1) {
      const number = numbers[at] as number;
      if (values[number]?.facet !== facet) continue;
      const list = places.get(number);
      if (list === undefined) places.set(number, [place]);
      else list.push(place);
    }
  }
  return [...places]
    .filter(([, list]) => list.length > 1)
    .toSorted(([left, one], [right, other]) => other.length - one.length || left - right)
    .slice(0, most)
    .map(([number, list]) => {
      const byDay = list.toSorted((left, right) => (days[right] as number) - (days[left] as number));
      const [services, quarters] = [new Map<string, number>(), new Map<string, number>()];
      for (const place of byDay) {
        const quarter = quarterOf(days[place] as number);
        quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
        for (const other of numbers.subarray(from[place], from[place + 1])) {
          const value = values[other];
          if (value?.facet === 'service') services.set(value.value, (services.get(value.value) ?? 0) + 1);
        }
      }
      return {
        value: values[number]?.value ?? '',
        count: list.length,
        first: days[byDay.at(-1) ?? 0] as number,
        last: days[byDay[0] ?? 0] as number,
        services: counted(services)
          .toSorted((left, right) => right.count - left.count)
          .slice(0, mostServices),
        quarters: counted(quarters).toSorted((left, right) => (left.value < right.value ? -1 : 1)),
        latest: byDay.slice(0, mostLatest).map((place) => held.numbers()[place] as number),
      };
    });
}
