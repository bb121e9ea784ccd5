import type { Columns } from './columns.ts';
import type { Grouping } from './measures.ts';

/** Some incidents under one name: a quarter as 2026Q4, a severity, service or cause; empty for those that state none. */
export type Members = { name: string; places: Int32Array };

/** A quarter and when it begins, in the zone in which quarters are counted. */
export type Quarter = { name: string; startMicros: number };

/** Words that people write freely make many groups: those of most incidents are given. */
const mostGroups = 500;

/** The last of the quarters, by when they start, that has begun at a moment. */
function quarterAt(starts: Float64Array, atMicros: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] as number) <= atMicros) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The names that groups can have; by place the number of what an incident states, and the names that this stands for. */
type Names = { names: string[]; stated: Int32Array; listed: readonly number[][] };

function namesBy(columns: Columns, by: Grouping, quarters: readonly Quarter[]): Names {
  const { words, sets, severities, atMicros } = columns;
  const single = (names: string[]) => names.map((_, number) => [number]);
  if (by === 'quarter') {
    const names = quarters.map(({ name }) => name);
    const starts = Float64Array.from(quarters, ({ startMicros }) => startMicros);
    const stated = new Int32Array(columns.count);
    for (let place = 0; place < stated.length; place += 1) stated[place] = quarterAt(starts, atMicros[place] as number);
    return { names, stated, listed: single(names) };
  }
  if (by === 'severity') return { names: words.list, stated: severities, listed: single(words.list) };
  // What states none is a group, too: its name is behind those of all words.
  const none = [words.list.length];
  const listed = sets.list.map((set) => (set.length === 0 ? none : set));
  return { names: [...words.list, ''], stated: by === 'service' ? columns.services : columns.causes, listed };
}

const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Puts incidents side by side, by name. One with several services is in the group of each. */
export function grouped(columns: Columns, places: Int32Array, by: Grouping, quarters: readonly Quarter[]): Members[] {
  const { names, stated, listed } = namesBy(columns, by, quarters);
  const namesAt = (index: number) => listed[stated[places[index] as number] as number] as number[];
  const counts = new Int32Array(names.length);
  for (let index = 0; index < places.length; index += 1)
    for (const name of namesAt(index)) counts[name] = (counts[name] as number) + 1;
  const kept = [...counts.keys()]
    .filter((number) => counts[number] !== 0)
    .map((number) => ({ number, name: names[number] as string, count: counts[number] as number }))
    .toSorted((left, right) => right.count - left.count || inOrder(left.name, right.name))
    .slice(0, mostGroups);
  const members: Int32Array[] = [];
  for (const { number, count } of kept) members[number] = new Int32Array(count);
  const filled = new Int32Array(names.length);
  for (let index = 0; index < places.length; index += 1)
    for (const name of namesAt(index)) {
      const room = members[name];
      if (room !== undefined) room[filled[name] as number] = places[index] as number;
      filled[name] = (filled[name] as number) + 1;
    }
  return kept
    .map(({ number, name }) => ({ name, places: members[number] as Int32Array }))
    .toSorted((left, right) => inOrder(left.name, right.name));
}
