import type { Runs } from './runs.ts';

/** A line holds the length of a run, the number of its word, that of its stem, and its letters: what a processor fetches at once. */
const lineInts = 16;
const [length, word, stem, letters] = [0, 1, 2, 3];
const mostLetters = (lineInts - letters) * 2;
const [fewestLines, mostLines] = [1 << 11, 1 << 17];

/**
 * The numbers of runs that say one word or none, as nearly all do: a look-up for each word of each text has to cost no more than one
 * look into memory. Where two runs want the same line, the later one has it.
 */
export class PlainRuns {
  /** Of the run that was found last; -1 where it says nothing. */
  word = -1;
  stem = -1;
  #lines = fewestLines;
  #kept = 0;
  #ints = new Int32Array(fewestLines * lineInts);
  #units = new Uint16Array(this.#ints.buffer);

  /** Whether a run of a text is known. */
  find(runs: Runs, index: number, text: string): boolean {
    const from = runs.from[index] as number;
    const line = ((runs.hash[index] as number) & (this.#lines - 1)) * lineInts;
    const size = (runs.end[index] as number) - from;
    if (this.#ints[line + length] !== size) return false;
    for (let at = 0, unit = (line + letters) * 2; at < size; at += 1, unit += 1)
      if (text.charCodeAt(from + at) !== this.#units[unit]) return false;
    this.word = this.#ints[line + word] as number;
    this.stem = this.#ints[line + stem] as number;
    return true;
  }

  /** Keeps the numbers of a run. */
  keep(runs: Runs, index: number, text: string, numbers: { word: number; stem: number }): void {
    this.#kept += 1;
    if (this.#kept > this.#lines && this.#lines < mostLines) this.#makeRoom();
    const from = runs.from[index] as number;
    const line = ((runs.hash[index] as number) & (this.#lines - 1)) * lineInts;
    const size = (runs.end[index] as number) - from;
    if (size > mostLetters) return;
    this.#ints[line + length] = size;
    this.#ints[line + word] = numbers.word;
    this.#ints[line + stem] = numbers.stem;
    for (let at = 0; at < size; at += 1) this.#units[(line + letters) * 2 + at] = text.charCodeAt(from + at);
  }

  /** Begins anew with more lines: what is met again is soon back. */
  #makeRoom(): void {
    this.#lines *= 4;
    this.#kept = 0;
    this.#ints = new Int32Array(this.#lines * lineInts);
    this.#units = new Uint16Array(this.#ints.buffer);
  }
}
