import type { Columns } from './columns.ts';

/** Which incidents are counted. What is absent narrows nothing. */
export type Narrowing = {
  /** Begun at or after, and before: microseconds since 1970. */
  fromMicros?: number | undefined;
  beforeMicros?: number | undefined;
  service?: string | undefined;
  severity?: string | undefined;
  cause?: string | undefined;
  template?: string | undefined;
  /** Numbers of incidents that whoever asks may not see. */
  hidden: readonly number[];
  /** Places beyond were filled later than `hidden` was asked for. */
  count: number;
};

/** The number of a wanted word: of one that nobody has, none that occurs; without a wish `undefined`. */
const wantedNumber = ({ words }: Columns, word: string | undefined): number | undefined =>
  word === undefined ? undefined : (words.numbers.get(word) ?? -1);

/** By number of a set, whether the wanted word is in it; without a wish `undefined`. */
function wantedSets(columns: Columns, word: string | undefined): Uint8Array | undefined {
  const wanted = wantedNumber(columns, word);
  return wanted === undefined ? undefined : Uint8Array.from(columns.sets.list, (set) => (set.includes(wanted) ? 1 : 0));
}

/** The places of the incidents that are counted. */
export function narrowed(columns: Columns, narrowing: Narrowing): Int32Array {
  const { fromMicros = -Infinity, beforeMicros = Infinity, hidden, count } = narrowing;
  const { atMicros, severities, templates, services, causes } = columns;
  const [severity, template] = [wantedNumber(columns, narrowing.severity), wantedNumber(columns, narrowing.template)];
  const [service, cause] = [wantedSets(columns, narrowing.service), wantedSets(columns, narrowing.cause)];
  const unseen = new Uint8Array(count);
  for (const number of hidden) {
    const place = columns.placeOf.get(number);
    if (place !== undefined && place < count) unseen[place] = 1;
  }
  const places = new Int32Array(count);
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    const at = atMicros[place] as number;
    if (unseen[place] === 1 || at < fromMicros || at >= beforeMicros) continue;
    if (severity !== undefined && severities[place] !== severity) continue;
    if (template !== undefined && templates[place] !== template) continue;
    if (service !== undefined && service[services[place] as number] === 0) continue;
    if (cause !== undefined && cause[causes[place] as number] === 0) continue;
    places[found] = place;
    found += 1;
  }
  return places.subarray(0, found);
}
