import type { Held } from './held.ts';
import type { ListReader } from './lists.ts';
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

/** By place how much a word says there; with which norms, and how far its list was read. */
type Common = { shares: Uint16Array; perWord: number; list: ListReader; read: number; last: number };

type Kept = { words: Map<number, Common>; spare: Uint16Array[] };

const kept = new WeakMap<Held, Kept>();

/** An array that says nothing of any place: a spare one that is long enough, or a new one. */
function blank({ spare }: Kept, count: number): Uint16Array {
  const used = spare.pop();
  return used !== undefined && used.length >= count ? used.fill(0) : new Uint16Array(count + room);
}

const begin = (held: Held, stem: number, { perWord }: Norms, shares: Uint16Array): Common => ({
  shares,
  perWord,
  list: held.lists.reader(stem * 2),
  read: 0,
  last: 0,
});

function readOn(held: Held, stem: number, common: Common, norms: Norms): void {
  const [count, places, lengths] = [held.count(), held.places(stem), held.lengths()];
  if (common.shares.length < count) {
    const longer = new Uint16Array(count + room);
    longer.set(common.shares);
    common.shares = longer;
  }
  for (; common.read < places; common.read += 1) {
    common.last += common.list.next();
    const share = shareOf(common.list.next(), lengths[common.last] as number, norms);
    common.shares[common.last] = Math.max(1, Math.round(share * sharesToOne));
  }
}

/**
 * Of a common word, by place how much it says there, in `sharesToOne`, 0 where it does not stand; undefined for a rare one. It is kept
 * for the next search that looks for it, which reads only what came since.
 */
export function byPlace(held: Held, stem: number, norms: Norms): Uint16Array | undefined {
  const count = held.count();
  if (count < fewPlaces || held.places(stem) * commonShare < count) return undefined;
  const own = kept.get(held) ?? { words: new Map<number, Common>(), spare: [] };
  kept.set(held, own);
  const { words, spare } = own;
  const before = words.get(stem);
  const common = before?.perWord === norms.perWord ? before : begin(held, stem, norms, blank(own, count));
  // The one that was looked for last stands last.
  words.delete(stem);
  words.set(stem, common);
  readOn(held, stem, common, norms);
  for (const [oldest, { shares }] of words) {
    if (words.size * common.shares.byteLength <= mostBytes || oldest === stem) break;
    words.delete(oldest);
    if (spare.length < mostSpare) spare.push(shares);
  }
  return common.shares;
}
