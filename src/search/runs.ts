import { grown } from './lists.ts';

const letter = /[\p{L}\p{N}\p{M}]/u;
const [notKnown, inRun, between] = [0, 1, 2];
/** By character, of those that were met: whether it belongs to a run. */
const kinds = new Uint8Array(0x1_0000);

function kindOf(code: number): number {
  const kind = letter.test(String.fromCharCode(code)) ? inRun : between;
  kinds[code] = kind;
  return kind;
}

/** How many units the character at a place takes if it belongs to a run; 0 if it does not, and at the end. */
function unitsAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  let kind = kinds[code] as number;
  if (kind === notKnown) kind = kindOf(code);
  if (kind === inRun) return 1;
  if (code < 0xd800 || code > 0xdbff) return 0;
  const whole = text.codePointAt(at) ?? 0;
  return whole > 0xffff && letter.test(String.fromCodePoint(whole)) ? 2 : 0;
}

/**
 * The runs of letters and digits of a text: where each begins and ends, and a number that is the same for the same run. The arrays are
 * used again for the next text: millions of short strings would be garbage.
 */
export class Runs {
  count = 0;
  from = new Int32Array(1024);
  end = new Int32Array(1024);
  hash = new Int32Array(1024);

  read(text: string): void {
    this.count = 0;
    // What ends a run belongs to none.
    for (let at = 0; at < text.length; at += 1) {
      const from = at;
      let hash = 0x811c9dc5;
      for (let units = unitsAt(text, at); units > 0; units = unitsAt(text, at)) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
        at += units;
      }
      if (at > from) this.#add(from, at, hash);
    }
  }

  #add(from: number, end: number, hash: number): void {
    const index = this.count;
    this.count += 1;
    this.from = grown(this.from, this.count);
    this.end = grown(this.end, this.count);
    this.hash = grown(this.hash, this.count);
    this.from[index] = from;
    this.end[index] = end;
    this.hash[index] = hash ^ (hash >>> 15);
  }
}

/** A run of a text. `isPlain`: of small letters of English alone, with a capital at most before them; `isAscii`: of its letters and digits. */
export type RunAt = { from: number; end: number; isPlain: boolean; isAscii: boolean };

/** A run at the beginning of a text. */
export const noRun = (): RunAt => ({ from: 0, end: 0, isPlain: false, isAscii: false });

const [smallA, smallZ, capitalA, capitalZ] = [0x61, 0x7a, 0x41, 0x5a];

/** Finds the next run of a text from a place on, and puts it into `run`; whether there is one. */
export function nextRun(text: string, from: number, run: RunAt): boolean {
  let at = from;
  let units = 0;
  while (at < text.length && (units = unitsAt(text, at)) === 0) at += 1;
  if (at >= text.length) return false;
  run.from = at;
  const first = text.charCodeAt(at);
  run.isPlain = (first >= smallA && first <= smallZ) || (first >= capitalA && first <= capitalZ);
  run.isAscii = first < 0x80;
  at += units;
  // Nearly all letters of nearly all texts are these.
  for (let code = text.charCodeAt(at); code >= smallA && code <= smallZ; code = text.charCodeAt(at)) at += 1;
  for (units = unitsAt(text, at); units > 0; units = unitsAt(text, at)) {
    run.isPlain = false;
    run.isAscii &&= text.charCodeAt(at) < 0x80;
    at += units;
  }
  run.end = at;
  return true;
}

/** A longer run is seldom met twice. */
const longestKept = 64;

/** A slice keeps the whole text it was cut from in memory; this does not. */
const apartFromText = (slice: string): string => ` ${slice}`.slice(1);

/** What was read of a run, of those that `runs` found in a text. */
export type RunTable<Read> = (runs: Runs, index: number, text: string) => Read;

/**
 * Reads runs, and keeps what it read of some, as most runs of a text were met before: a power of two of them. Where two want the same
 * slot, the later one has it.
 */
export function makeRunTable<Read>(slots: number, read: (run: string) => Read): RunTable<Read> {
  const kept: ({ run: string; read: Read } | undefined)[] = Array.from({ length: slots });
  return (runs, index, text) => {
    const from = runs.from[index] as number;
    const length = (runs.end[index] as number) - from;
    const slot = (runs.hash[index] as number) & (slots - 1);
    const before = kept[slot];
    if (before !== undefined && before.run.length === length && text.startsWith(before.run, from)) return before.read;
    const run = apartFromText(text.slice(from, from + length));
    const fresh = read(run);
    if (length <= longestKept) kept[slot] = { run, read: fresh };
    return fresh;
  };
}
