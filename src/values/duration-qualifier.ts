import type { DurationValue } from './duration.ts';

const about =
  /(?:~|≈|\b(?:about|(?:the )?be(?:tter|st) part of|not quite|something like|just short of|approximately|approx\.?|around|roughly|almost|nearly|circa|ca\.?|some|estimated|close to|just under|just over|ungefähr|etwa|rund|environ|unos|aproximadamente))[\s-]{0,2}$/i;
const atLeast =
  /(?:>=?|≥|\b(?:over|more than|at least|longer than|well over|upwards? of|exceeding|exceeded|greater than|mindestens|über|plus de|más de))\s{0,2}$/i;
const atMost =
  /(?:<=?|≤|\b(?:less than|under|(?<!\badd(?:s|ed|ing)? )up to|within|at most|no more than|not more than|fewer than|below|shorter than|maximum of|max\.?|höchstens|bis zu|moins de|menos de))\s{0,2}$/i;

/** Words before a value that change what it says, the longest chain of two ("up to about"); `from` is an offset in the text. */
export function readQualifier(
  text: string,
  from: number,
): Pick<DurationValue, 'approximate' | 'bound' | 'qualifier' | 'from'> {
  let start = from;
  const found: Pick<DurationValue, 'approximate' | 'bound' | 'qualifier'> = {};
  for (let step = 0; step < 2; step += 1) {
    const before = text.slice(Math.max(0, start - 22), start);
    const loose = about.exec(before);
    const low = loose ? null : atLeast.exec(before);
    const high = loose || low ? null : atMost.exec(before);
    const match = loose ?? low ?? high;
    if (!match) break;
    start -= before.length - match.index;
    if (loose) found.approximate = true;
    if (low) found.bound = 'atLeast';
    if (high) found.bound = 'atMost';
    found.qualifier ??= loose ? 'about' : low ? 'at least' : 'at most';
  }
  return { ...found, from: start };
}

/** A value with the words behind it: `+`, `or so`, `(estimated)`. */
export function readSuffix(text: string, value: DurationValue): DurationValue {
  const after =
    /^(?:\s?\+|\s(?:or (?:so|two|three)|or more|or less|approximately|approx\.?)\b|\s?\((?:approx\.?|approximately|estimated)\))/i.exec(
      text.slice(value.to, value.to + 20),
    );
  if (!after) return value;
  const more = after[0].includes('+') || after[0].includes('more');
  return more
    ? { ...value, bound: 'atLeast', qualifier: 'at least', to: value.to + after[0].length }
    : { ...value, approximate: true, qualifier: value.qualifier ?? 'about', to: value.to + after[0].length };
}
