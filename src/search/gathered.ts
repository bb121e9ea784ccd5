import { grown } from './lists.ts';
import { PlainRuns } from './plain-runs.ts';
import { makeRunTable, Runs, type RunTable } from './runs.ts';
import { readRun } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of different texts are so far apart that no phrase goes over the end of one. */
const gap = 100;
const slots = 1 << 14;

/** The numbers of a run's words, and of their stems. */
type NumberedRun = { words: readonly number[]; stems: readonly number[]; apart: boolean };

/** By stem, side by side: the incident it was met in last, its first occurrence there and its latest one. */
const [seenIn, first, latest, each] = [0, 1, 2, 4];

/** Where the stems of an incident's texts stand. Its arrays are used again for the next incident. */
export class Gathered {
  /** The stems, each once, and how many there are. */
  stems = new Int32Array(1024);
  count = 0;
  /** How many words the texts have. */
  length = 0;
  /** By occurrence of a stem: its position, and the next occurrence of the same stem, -1 after the last. */
  positions = new Int32Array(1024);
  next = new Int32Array(1024);

  readonly #vocabulary: Vocabulary;
  readonly #runs = new Runs();
  readonly #plain = new PlainRuns();
  readonly #read: RunTable<NumberedRun>;
  #ofStem = new Int32Array(4096);
  #incident = 0;
  #occurrences = 0;
  #titleEnd = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#read = makeRunTable(slots, (run) => {
      const { words, apart } = readRun(run);
      const numbers = words.map(vocabulary.numberOf);
      return { words: numbers, stems: numbers.map(vocabulary.stemAt), apart };
    });
  }

  /** Gathers the words of texts, of which the first one is the title. */
  read(texts: readonly string[]): void {
    this.#incident += 1;
    this.count = 0;
    this.length = 0;
    this.#occurrences = 0;
    let from = 0;
    for (const [index, text] of texts.entries()) {
      from = this.#readText(text, from) + gap;
      if (index === 0) this.#titleEnd = from;
    }
  }

  /** The number of a stem's first occurrence. */
  firstOf(stem: number): number {
    return this.#ofStem[stem * each + first] as number;
  }

  isInTitle(stem: number): boolean {
    return (this.positions[this.firstOf(stem)] as number) < this.#titleEnd;
  }

  /** Reads a text whose first run has the position `from`; gives the position of its last word. */
  #readText(text: string, from: number): number {
    const [runs, plain] = [this.#runs, this.#plain];
    runs.read(text);
    let [position, last] = [from, from];
    for (let index = 0; index < runs.count; index += 1, position += 1) {
      if (plain.find(runs, index, text)) {
        if (plain.word < 0) continue;
        this.#add(plain.word, plain.stem, position);
        last = position;
        continue;
      }
      const { words, stems, apart } = this.#read(runs, index, text);
      const [word = -1, stem = -1] = [words[0], stems[0]];
      if (words.length < 2) plain.keep(runs, index, text, { word, stem });
      for (let at = 0; at < words.length; at += 1) {
        if (apart && at > 0) position += 1;
        this.#add(words[at] as number, stems[at] as number, position);
        last = position;
      }
    }
    return last;
  }

  #add(word: number, stem: number, position: number): void {
    this.#vocabulary.seen(word);
    this.length += 1;
    const occurrence = this.#occurrences;
    const at = stem * each;
    this.#ofStem = grown(this.#ofStem, at + each);
    if (this.#ofStem[at + seenIn] === this.#incident) {
      const before = this.#ofStem[at + latest] as number;
      if (this.positions[before] === position) return;
      this.next[before] = occurrence;
    } else {
      this.#ofStem[at + seenIn] = this.#incident;
      this.#ofStem[at + first] = occurrence;
      this.stems = grown(this.stems, this.count + 1);
      this.stems[this.count] = stem;
      this.count += 1;
    }
    this.#ofStem[at + latest] = occurrence;
    this.#occurrences += 1;
    this.positions = grown(this.positions, this.#occurrences);
    this.next = grown(this.next, this.#occurrences);
    this.positions[occurrence] = position;
    this.next[occurrence] = -1;
  }
}
