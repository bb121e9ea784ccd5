import { cp1252, macRoman } from './code-pages.ts';
import { decodeLossy, decodeUtf8, plausible } from './utf8.ts';

/** UTF-8 that was read with another code page. */
export type Damage = 'mac-roman' | 'windows-1252';

const nonAscii = /[\u0080-\uFFFF]+/g;
const pages: [Damage, ReadonlyMap<string, number>][] = [
  ['mac-roman', macRoman],
  ['windows-1252', cp1252],
];

/** Bytes of a run in a code page, or undefined when a character is not in it. */
function encode(run: string, page: ReadonlyMap<string, number>): number[] | undefined {
  const bytes: number[] = [];
  for (const char of run) {
    const byte = page.get(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

function repairRun(run: string, page: ReadonlyMap<string, number>): { text: string; strong: boolean } | undefined {
  const bytes = run.length > 400 ? undefined : encode(run, page);
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  return text === undefined || !plausible(text)
    ? undefined
    : { text, strong: bytes.length >= 3 * [...text].length - 1 };
}

const guesses = new Map<string, { text: string; strong: boolean } | undefined>();

/** A short run of windows-1252 whose lost bytes can be guessed: no strong sign, since a guess proves little. */
function repairLossy(run: string, damage: Damage): { text: string; strong: boolean } | undefined {
  if (damage !== 'windows-1252' || run.length > 8) return undefined;
  if (guesses.has(run)) return guesses.get(run);
  const bytes = encode(run, cp1252);
  const text = bytes === undefined ? undefined : decodeLossy(bytes);
  const guess = text === undefined ? undefined : { text, strong: false };
  if (guesses.size > 500) guesses.clear();
  guesses.set(run, guess);
  return guess;
}

/** Which damage a text has, if any: most of its non-ASCII runs must decode to something plausible, one of them strongly. */
export function findDamage(text: string): Damage | undefined {
  let best: Damage | undefined;
  let bestHits = 0;
  const runs = (text.length > 200_000 ? text.slice(0, 200_000) : text).match(nonAscii)?.slice(0, 5000);
  if (runs === undefined) return undefined;
  for (const [damage, page] of pages) {
    let hits = 0;
    let strong = 0;
    for (const run of runs) {
      const repaired = repairRun(run, page) ?? repairLossy(run, damage);
      if (repaired !== undefined) hits++;
      if (repaired?.strong === true) strong++;
    }
    if ((strong > 0 || hits > 2) && hits * 2 >= runs.length && hits > bestHits) {
      best = damage;
      bestHits = hits;
    }
  }
  return best;
}

/**
 * The text with wrong decodings undone, run by run; what does not decode stays. Bytes that windows-1252 lost are
 * put back where one common emoji fits. Without `damage` each run is tried with every code page (for short texts).
 */
export function repairText(text: string, damage?: Damage): string {
  if (!/[\u0080-\uFFFF]/.test(text)) return text;
  return text.replace(nonAscii, (run) => {
    for (const [name, page] of pages) {
      if (damage !== undefined && name !== damage) continue;
      const repaired = repairRun(run, page);
      if (repaired !== undefined && (damage !== undefined || repaired.strong)) return repaired.text;
      const lossy = repairLossy(run, name);
      if (lossy !== undefined) return lossy.text;
    }
    return run;
  });
}
