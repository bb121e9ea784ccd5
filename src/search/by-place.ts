import { countValues } from './count-values.ts';
import type { Held } from './held.ts';
import { grown, type ListReader } from './lists.ts';
import { type Norms, shareOf, sharesToOne } from './weigh.ts';

/** A word that one of so many places has, or more, is common: its list takes longer to read than an array by place. */
const commonShare = 16;
/** With fewer places than these any list is read in no time. */
const fewPlaces = 2000;
/** So many bytes are kept of such arrays for one index; the words that were looked for last. */
const mostBytes = 32 * 1024 * 1024;
/** Room in an array for texts that come. */
const room = 4096;
/** Arrays of words that were given up, for the next ones: a new one for each would be garbage that nobody sees coming. */
const mostSpare = 8;

/** Of a common word, by place how much it says there, in `sharesToOne`, 0 where it does not stand; and by value how many such places have it. */
export type Common = { shares: Uint16Array; counts: Int32Array };

/** With which norms it was read, how far its list, and how many dead places were taken away from what was counted. */
type Reading = Common & { perWord: number; list: ListReader; read: number; last: number; buried: number };

type Kept = { words: Map<number, Reading>; spare: Uint16Array[] };

const kept = new WeakMap<Held, Kept>();

/** An array that says nothing of any place: a spare one that is long enough, or a new one. */
function blank({ spare }: Kept, count: number): Uint16Array {
  const used = spare.pop();
  return used !== undefined && used.length >= count ? used.fill(0) : new Uint16Array(count + room);
}

const begin = (held: Held, stem: number, { perWord }: Norms, shares: Uint16Array): Reading => ({
  shares,
  counts: new Int32Array(64),
  perWord,
  list: held.lists.reader(stem * 2),
  read: 0,
  last: 0,
  buried: 0,
});

function readOn(held: Held, stem: number, common: Reading, norms: Norms): void {
  const [count, places, lengths] = [held.count(), held.places(stem), held.lengths()];
  common.counts = grown(common.counts, held.values.length);
  if (common.shares.length < count) {
    const longer = new Uint16Array(count + room);
    longer.set(common.shares);
    common.shares = longer;
  }
  for (; common.read < places; common.read += 1) {
    common.last += common.list.next();
    const share = shareOf(common.list.next(), lengths[common.last] as number, norms);
    common.shares[common.last] = Math.max(1, Math.round(share * sharesToOne));
    countValues(held, common.counts, [common.last], 1);
  }
  for (; common.buried < held.died.length; common.buried += 1) {
    const place = held.died[common.buried] as number;
    if (common.shares[place] !== 0) countValues(held, common.counts, [place], -1);
  }
}

/**
 * A common word by place; undefined for a rare one. It is kept for the next search that looks for it, which reads only what came since.
 */
export function byPlace(held: Held, stem: number, norms: Norms): Common | undefined {
  const count = held.count();
  if (count < fewPlaces || held.places(stem) * commonShare < count) return undefined;
  const own = kept.get(held) ?? { words: new Map<number, Reading>(), spare: [] };
  kept.set(held, own);
  const { words, spare } = own;
  const before = words.get(stem);
  const common = before?.perWord === norms.perWord ? before : begin(held, stem, norms, blank(own, count));
  // The one that was looked for last stands last.
  words.delete(stem);
  words.set(stem, common);
  readOn(held, stem, common, norms);
  for (const [oldest, { shares }] of words) {
    if (words.size * (common.shares.byteLength + common.counts.byteLength) <= mostBytes || oldest === stem) break;
    words.delete(oldest);
    if (spare.length < mostSpare) spare.push(shares);
  }
  return common;
}
