import { type Held, mostTimes } from './held.ts';
import type { ListReader } from './lists.ts';

/** Words that stand one after the other: stems, each so many words behind the first; -1 for one that no text has. */
export type Phrase = readonly { stem: number; offset: number }[];

const noPlace = 0x7fff_ffff;

/** Goes through the places of one word, and reads its positions where these are wanted. */
class Occurrences {
  place = 0;
  /** times * 2 + in title */
  given = 0;
  /** Where a phrase would begin that has the word in this place, and how many such there are. */
  begins = new Int32Array(mostTimes);
  count = 0;

  readonly #offset: number;
  readonly #places: ListReader;
  readonly #positions: ListReader;
  #left: number;
  /** Positions of earlier places that nobody wanted. */
  #behind = 0;

  constructor(held: Held, { stem, offset }: Phrase[number]) {
    this.#offset = offset;
    this.#left = held.places(stem);
    this.#places = held.lists.reader(stem * 2);
    this.#positions = held.lists.reader(stem * 2 + 1);
  }

  /** Goes to the next place, if there is one. */
  next(): boolean {
    this.#behind += this.given >>> 1;
    if (this.#left === 0) {
      this.place = noPlace;
      return false;
    }
    this.#left -= 1;
    this.place += this.#places.next();
    this.given = this.#places.next();
    return true;
  }

  /** Goes to the first place that is not before this one; whether it is this one. */
  reach(place: number): boolean {
    while ((this.place < place || this.given === 0) && this.next());
    return this.place === place;
  }

  /** Reads the positions in the present place, once. */
  readBegins(): void {
    this.#positions.skip(this.#behind);
    this.count = this.given >>> 1;
    for (let index = 0, position = 0; index < this.count; index += 1) {
      position += this.#positions.next();
      this.begins[index] = position - this.#offset;
    }
    // They are read: nothing is left to be skipped of this place.
    this.#behind = -this.count;
  }

  /** Keeps of these beginnings those that are the other's, too. */
  keepShared(other: Occurrences): void {
    let [kept, at] = [0, 0];
    for (let index = 0; index < this.count; index += 1) {
      const begin = this.begins[index] as number;
      while (at < other.count && (other.begins[at] as number) < begin) at += 1;
      if (at < other.count && other.begins[at] === begin) this.begins[kept++] = begin;
    }
    this.count = kept;
  }
}

/** Gives each open place where a phrase stands, with how often its rarest word stands there: times * 2 + in title. */
export function eachPlaceOfPhrase(
  held: Held,
  phrase: Phrase,
  open: Uint8Array,
  take: (place: number, given: number) => void,
): void {
  if (phrase.length === 0 || phrase.some(({ stem }) => stem < 0)) return;
  const words = phrase
    .toSorted((left, right) => held.places(left.stem) - held.places(right.stem))
    .map((word) => new Occurrences(held, word));
  const [rarest, ...others] = words;
  if (rarest === undefined) return;
  while (rarest.next()) {
    const { place } = rarest;
    if (open[place] === 0) continue;
    let isEverywhere = true;
    for (const other of others) isEverywhere &&= other.reach(place);
    if (!isEverywhere) continue;
    rarest.readBegins();
    for (const other of others) {
      if (rarest.count === 0) break;
      other.readBegins();
      rarest.keepShared(other);
    }
    if (rarest.count > 0) take(place, rarest.given);
  }
}
