import type { Columns } from './columns.ts';
import type { CountedGroup } from './count.ts';
import { type MeasureName, measures } from './measures.ts';

/** A value that stands by itself, since its group has few known ones. */
export type Single = { name: string; measure: MeasureName; place: number };

/** Many small groups have many of them: the earliest are given. */
const mostSingles = 5000;

/** The values that stand by themselves, in the order of their incidents. */
export function singlesOf({ atMicros, numbers }: Columns, groups: readonly CountedGroup[]): Single[] {
  const at = (place: number) => atMicros[place] as number;
  const number = (place: number) => numbers[place] as number;
  return groups
    .flatMap(({ name, spreads }) =>
      measures.flatMap((measure) => spreads[measure].places.map((place) => ({ name, measure, place }))),
    )
    .toSorted((one, other) => at(one.place) - at(other.place) || number(one.place) - number(other.place))
    .slice(0, mostSingles);
}
