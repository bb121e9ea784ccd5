import type { DurationValue } from '../values/duration.ts';

/** `The gap was 40 minutes long`, `the hole is 20 minutes wide`. */
const longThing =
  /\b(?:hole|gap|outage|incident|interruption|disruption|downtime|pause|silence|blackout)\s(?:is|was)\s(?:only\s|just\s)?$/i;
const longOrWide = /^\s(?:long|wide)\b/i;
/** `an hour, give or take, from the first wrong command until the last lamp was lit`. */
const firstToLast =
  /^[^.;]{0,20}\s(?:from|between) (?:the |its )?(?:very )?(?:first|start|beginning|onset|moment)\b[^.;]{0,80}\b(?:to|until|till|and) (?:the |its )?(?:very )?(?:last|end|full|moment|recovery|restoration|resolution|all-clear)\b/i;
const intent = /\b(?:would|could|should|can|will|may|every|each|up to)\b/i;
/** `55 minutes, then, in which nobody could pay`. */
const inWhich = /^,?\s(?:then,?\s)?(?:in|during) which\b/i;
/** `and then four hours of no service`. */
const ofNone = /^\sof (?:no|zero|complete|total) [\p{L}-]{3,}/iu;
/** `ended at 08:50, so 2 hours 20 minutes`. */
const thus = /\b(?:so|thus|hence)(?: that is| for)?,?\s$/i;
const closes = /^\s{0,2}(?:[.;)]|$|in (?:all|total)\b)/;

/** True where a sentence says of a length that it is that from the first to the last, or of the gap itself. */
export function tellsWhole(sentence: string, { from, to }: DurationValue, hasWindow: () => boolean): boolean {
  const before = sentence.slice(Math.max(0, from - 60), from);
  const after = sentence.slice(to, to + 140);
  if (longOrWide.test(after)) return longThing.test(before);
  if (ofNone.test(after)) return true;
  if (inWhich.test(after)) return /^\W{0,3}$/.test(sentence.slice(0, from));
  if (firstToLast.test(after)) return !intent.test(before);
  return thus.test(before) && closes.test(after) && hasWindow();
}
