import { type MeasureName, measures } from './measures.ts';
import { makeSets, makeWords, setNumber, type Sets, wordNumber, type Words } from './words.ts';

/** What was taken of an incident to be counted; lengths in seconds, shares in percent, null for what is not known. */
export type TakenIncident = { [measure in MeasureName]: number | null } & {
  id: string;
  number: number;
  /** When it began, in microseconds since 1970. */
  atMicros: number;
  template: string;
  severity: string;
  services: readonly string[];
  causes: readonly string[];
  budget: number | null;
  automation: number | null;
  /** Amounts by currency. */
  costs: Readonly<Record<string, number>>;
  actions: number;
  verified: number;
  repeats: boolean;
};

/** Columns of numbers, one of each for a place; NaN for what is not known. */
const numeric = [...measures, 'atMicros', 'budget', 'automation', 'actions', 'verified'] as const;
type Numeric = Record<(typeof numeric)[number], Float64Array>;

/** What is taken of all incidents, column by column: an incident has a place, and keeps it when it changes. */
export type Columns = Numeric & {
  count: number;
  placeOf: Map<number, number>;
  ids: string[];
  numbers: number[];
  repeats: Uint8Array;
  /** Numbers of words. */
  templates: Int32Array;
  severities: Int32Array;
  words: Words;
  /** Numbers of sets. */
  services: Int32Array;
  causes: Int32Array;
  sets: Sets;
  /** Absent for most. */
  costs: (Readonly<Record<string, number>> | undefined)[];
};

/** Columns without incidents. */
export const makeColumns = (): Columns => ({
  ...(Object.fromEntries(numeric.map((name) => [name, new Float64Array(0)])) as Numeric),
  count: 0,
  placeOf: new Map(),
  ids: [],
  numbers: [],
  repeats: new Uint8Array(0),
  templates: new Int32Array(0),
  severities: new Int32Array(0),
  words: makeWords(),
  services: new Int32Array(0),
  causes: new Int32Array(0),
  sets: makeSets(),
  costs: [],
});

/** The same numbers with room for as many again. */
function roomier<Numbers extends Float64Array | Int32Array | Uint8Array>(numbers: Numbers): Numbers {
  const made = new (numbers.constructor as new (length: number) => Numbers)(Math.max(64, numbers.length * 2));
  made.set(numbers);
  return made;
}

function grow(columns: Columns): void {
  for (const name of [...numeric, 'repeats', 'templates', 'severities', 'services', 'causes'] as const)
    Object.assign(columns, { [name]: roomier(columns[name]) });
}

/** Puts what was taken of an incident in its place. */
export function put(columns: Columns, taken: TakenIncident): void {
  const place = columns.placeOf.get(taken.number) ?? columns.count;
  if (place === columns.atMicros.length) grow(columns);
  columns.placeOf.set(taken.number, place);
  columns.count = Math.max(columns.count, place + 1);
  for (const name of numeric) columns[name][place] = taken[name] ?? Number.NaN;
  const { words, sets } = columns;
  columns.ids[place] = taken.id;
  columns.numbers[place] = taken.number;
  columns.repeats[place] = taken.repeats ? 1 : 0;
  columns.templates[place] = wordNumber(words, taken.template);
  columns.severities[place] = wordNumber(words, taken.severity);
  columns.services[place] = setNumber(sets, words, taken.services);
  columns.causes[place] = setNumber(sets, words, taken.causes);
  columns.costs[place] = Object.keys(taken.costs).length === 0 ? undefined : taken.costs;
}
