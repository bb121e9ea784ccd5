import { readQualifier, readSuffix } from './duration-qualifier.ts';
import { amountSource, amountValue, unitSeconds } from './duration-words.ts';
import { letters } from './letters.ts';
import { matchesOf } from './matches.ts';

/** A length of time as stated. `from` and `to` are offsets in the text, qualifier words included. */
export type DurationValue = {
  seconds: number;
  /** Upper end of a range (10-20 min). */
  upToSeconds?: number;
  approximate?: boolean;
  /** `over an hour` is at least, `under 5 min` at most. */
  bound?: 'atLeast' | 'atMost';
  /** The qualifier in plain words: `about`, `at least`, `at most`. */
  qualifier?: string;
  from: number;
  to: number;
};

const units = [...unitSeconds.keys()].toSorted((a, b) => b.length - a.length).join('|');
/** What `and` adds to a number: `two and a quarter`. */
const parts = 'a[\\s-]+half|a[\\s-]+quarter|three[\\s-]+quarters';
// A number word needs a blank or hyphen before its unit, or "3 hours, and" reads as "an d(ay)".
const part = new RegExp(
  `(?<![${letters}\\d.,:/$€£#_])(?:(${amountSource})(?:[\\s-]+and[\\s-]+(${parts}))?((?:[\\s-]odd)?\\s{0,3}[-+]?\\s?)(${units})\\b(?![${letters}])` +
    `|(\\d{1,6}(?:\\.\\d{1,3})?)(hrs?|h|mins?|m|d)(?=\\d))`,
  'gi',
);
const partHere = new RegExp(part.source, 'iy');
const nextCompact = /(\d{1,6}(?:\.\d{1,3})?)\s?(hrs?|h|mins?|m|secs?|s)(?![\p{L}])|(\d{1,6})(h|mins?|m)(?=\d)/iuy;
const isoDuration =
  /(?<![\w])P(?=[T\d])(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,3})?)S)?)?(?![\w])/g;
const partAfter = new RegExp(`\\s{1,2}and\\s{1,2}(${parts})\\b`, 'iy');
/** The value of what `and` adds. */
const partValue = (words: string): number => (/half/i.test(words) ? 0.5 : /^three/i.test(words) ? 0.75 : 0.25);
const joint = /\.?(?:\s{0,2},)?\s{0,2}(?:(?:and|und|et|y|e|en|och|og|&)\s{1,2})?/iy;
const countedThings =
  /^\s?(?:users?|rows?|requests?|records?|events?|messages?|people|customers?|rps|qps|lines|files|bytes)\b/i;

const underBefore = /\b(?:under|less than|over|more than|almost|nearly|about)\s(?:an?\s)?$/i;
const rangeBefore = new RegExp(`(?:^|[\\s(~=:|*\`])(${amountSource})\\s{0,2}(-|–|—|to|or|and|bis|à)\\s{0,2}$`, 'iu');
const digitRange = /(?:^|[^\d.,:/-])(\d{1,6}(?:\.\d{1,3})?)\s{0,2}(?:-|–|—)\s{0,2}$/;

type Piece = { seconds: number; unit: number; approximate: boolean; atLeast?: boolean; to: number };

/** True when the unit letter cannot mean time here: `5M`, `3D`, `5m users`; a capital counts after hours (`1H 30M`). */
function notTime(unitText: string, text: string, to: number, continued: boolean): boolean {
  if (unitText.length > 1) return false;
  if (unitText !== unitText.toLowerCase() && unitText !== 'H' && !continued) return true;
  return unitText === 'm' && countedThings.test(text.slice(to, to + 16));
}

function compactTail(text: string, from: number, unit: number): Piece | undefined {
  let at = from;
  let limit = unit;
  let seconds = 0;
  while (at < text.length) {
    nextCompact.lastIndex = at;
    const match = nextCompact.exec(text);
    const size = match && unitSeconds.get((match[2] ?? match[4] ?? '').toLowerCase());
    if (!match || size === undefined || size === null || size >= limit) break;
    seconds += Number(match[1] ?? match[3]) * size;
    limit = size;
    at = nextCompact.lastIndex;
  }
  return at === from ? undefined : { seconds, unit: limit, approximate: false, to: at };
}

const lengthWord =
  /\b(?:downtime|duration|outage|lasted|took|total|for|of|makes|dauer|dauerte|durée|pendant|duró|durante|durata|duração|duur)[\s:*]{1,4}(?:~|about\s|ca\.?\s)?$/i;
/** The minutes of `1 h 52` and `1 heure 30`, where no unit follows them. */
const minutesBehind =
  /^\s?(?:and\s)?([0-5]\d|ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[- ]five)?)(?![\d\p{L}:%]|[.,]\d|-\p{L})(?=\s{0,2}(?:$|[^\s\p{L}\d]|(?:and|on|in|before|until|from|because|while|for|due|after|with|am|und|wegen|le|et|entre)\b))/iu;

/** `2h45` is a length only after a word for one; elsewhere it is a time of day. */
function bareMinutesAfter(text: string, match: RegExpExecArray, from: number): Piece | undefined {
  const minutes = /^[0-5]\d(?![\d\p{L}:])/u.exec(text.slice(from, from + 3))?.[0];
  const measures = lengthWord.test(text.slice(Math.max(0, match.index - 24), match.index));
  if (minutes === undefined || !measures || !/^h/i.test(match[6] ?? '')) return undefined;
  return { seconds: Number(match[5]) * 3600 + Number(minutes) * 60, unit: 60, approximate: false, to: from + 2 };
}

function readPiece(text: string, match: RegExpExecArray, continued = false): Piece | undefined {
  const to = match.index + match[0].length;
  if (match[5] !== undefined) {
    const size = unitSeconds.get((match[6] ?? '').toLowerCase()) ?? 0;
    const tail = compactTail(text, to, size);
    if (!tail) return bareMinutesAfter(text, match, to);
    return { ...tail, seconds: Number(match[5]) * size + tail.seconds };
  }
  const [, amount = '', added, gap = '', unitText = ''] = match;
  const size = unitSeconds.get(unitText.toLowerCase());
  const isWord = !/\d|[½¼¾]/.test(amount);
  if (size === undefined || (isWord && (gap === '' || unitText.length === 1)) || notTime(unitText, text, to, continued))
    return undefined;
  // `a second attempt` is an ordinal, `502s` are errors.
  const unitKey = unitText.toLowerCase();
  if ((unitKey === 'second' && /^an?$/i.test(amount)) || (unitKey === 's' && gap === '' && /^[45]\d\d$/.test(amount)))
    return undefined;
  const { value, approximate } = amountValue(amount);
  if (Number.isNaN(value)) return undefined;
  if (size === 3600 && Number.isInteger(value)) {
    const minutes = minutesBehind.exec(text.slice(to, to + 24));
    if (minutes && (match.index === 0 || lengthWord.test(text.slice(Math.max(0, match.index - 24), match.index)))) {
      const seconds = value * 3600 + amountValue(minutes[1] ?? '').value * 60;
      return { seconds, unit: 60, approximate, to: to + minutes[0].length };
    }
  }
  partAfter.lastIndex = to;
  const behind = added === undefined ? partAfter.exec(text) : null;
  const more = added ?? behind?.[1];
  const seconds = (value + (more === undefined ? 0 : partValue(more))) * size;
  return {
    seconds,
    unit: size,
    approximate: approximate || gap.includes('odd'),
    ...(gap.includes('+') ? { atLeast: true } : {}),
    to: behind ? partAfter.lastIndex : to,
  };
}

function withRange(text: string, value: DurationValue, unit: number, bare: number): DurationValue {
  const before = text.slice(Math.max(0, bare - 30), bare);
  const match = digitRange.exec(before) ?? rangeBefore.exec(before);
  const connector = match?.[2]?.toLowerCase();
  if (!match || (connector === 'and' && !/\bbetween\s{1,2}\S{1,12}\s{1,2}and\s{0,2}$/i.test(before))) return value;
  const low = amountValue(match[1] ?? '').value * unit;
  if (!(low < value.seconds)) return value;
  const from = bare - (before.length - match.index) + match[0].indexOf(match[1] ?? '');
  const qualifier = readQualifier(text, from);
  const between = /\bbetween\s{1,2}$/i.exec(text.slice(0, from).slice(-12));
  return {
    ...value,
    ...qualifier,
    seconds: low,
    upToSeconds: value.seconds,
    from: between ? from - between[0].length : qualifier.from,
  };
}

/** What a length cannot do without: a digit, a fraction, or a unit behind the blank or hyphen of a number word. */
const needed = new RegExp(
  `[\\d½¼¾]|[\\s+-](?:${[...unitSeconds.keys()].filter((name) => name.length > 1).join('|')})`,
  'i',
);

/** False for a text that cannot hold a length of time, told at one look. */
export function mayMeasure(text: string): boolean {
  return needed.test(text);
}

/**
 * All lengths of time in a text, in order: `1h50m`, `3 hours and 5 minutes`, `half an hour`, `10-20min`, `PT1H30M`, `over an hour`.
 * Clock forms (`1:30`) are no durations here, see `readDuration`. Linear in the length of the text.
 */
export function findDurations(text: string): DurationValue[] {
  const found: DurationValue[] = [];
  if (!mayMeasure(text)) return found;
  part.lastIndex = 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const first = readPiece(text, match);
    if (!first) continue;
    let { seconds, unit, approximate, to } = first;
    for (;;) {
      joint.lastIndex = to;
      joint.test(text);
      // `a little under an hour, 58 minutes to be precise`: the same length said twice.
      if (text[to] === ',' && underBefore.test(text.slice(Math.max(0, match.index - 24), match.index))) break;
      partHere.lastIndex = joint.lastIndex;
      const more = partHere.exec(text);
      const piece = more ? readPiece(text, more, true) : undefined;
      if (!piece || piece.unit >= unit || piece.atLeast) break;
      seconds += piece.seconds;
      ({ unit, to } = piece);
      approximate ||= piece.approximate;
    }
    part.lastIndex = to;
    const base = {
      seconds: Math.round(seconds * 1000) / 1000,
      to,
      ...(approximate ? { approximate } : {}),
      ...(first.atLeast ? { bound: 'atLeast' as const, qualifier: 'at least' } : {}),
    };
    const value = withRange(text, { ...base, ...readQualifier(text, match.index) }, first.unit, match.index);
    found.push(readSuffix(text, value));
  }
  if (text.includes('P')) {
    for (const match of matchesOf(isoDuration, text)) {
      const [d, h, m, s] = [1, 2, 3, 4].map((group) => Number(match[group] ?? 0)) as [number, number, number, number];
      if (match[0].length > 2)
        found.push({
          seconds: d * 86400 + h * 3600 + m * 60 + s,
          from: match.index,
          to: match.index + match[0].length,
        });
    }
    found.sort((a, b) => a.from - b.from);
  }
  return mergeRanges(text, found);
}

/** `30 minutes to 1 hour` is one range. */
function mergeRanges(text: string, values: DurationValue[]): DurationValue[] {
  const merged: DurationValue[] = [];
  for (const value of values) {
    const last = merged.at(-1);
    const gap = last && text.slice(last.to, value.from);
    const between =
      last !== undefined &&
      gap?.trim() === 'and' &&
      /\bbetween\s{1,2}$/i.test(text.slice(Math.max(0, last.from - 10), last.from));
    if (last && gap && last.seconds < value.seconds && (between || /^\s{0,2}(?:-|–|—|to|or)\s{0,2}$/.test(gap)))
      merged[merged.length - 1] = { ...last, upToSeconds: value.seconds, to: value.to };
    else merged.push(value);
  }
  return merged;
}

const clock = /^\s*(\d{1,4}):(\d{2})(?::(\d{2}))?(?:\s?(?:h|hrs?|hours?|hh:mm(?::ss)?))?(?:\s|$|\()/i;
const hoursMinutes = /^\s*(\d{1,4})\s?h\s?(\d{2})\s*$/i;
const bareMinutes = /^\s*(\d{1,6}(?:\.\d{1,2})?)\s*['′]\s*$/;

/**
 * The duration that a field made for one states: everything `findDurations` knows, and `1:30` (hours and minutes), `0:37:00`, `3h45`.
 * Undefined when the field states none (`?`, `N/A`, `TBD`, a sentence without a number).
 */
export function readDuration(text: string): DurationValue | undefined {
  const compact = hoursMinutes.exec(text);
  if (compact) return { seconds: Number(compact[1]) * 3600 + Number(compact[2]) * 60, from: 0, to: text.length };
  const first = findDurations(text)[0];
  if (first) return first;
  const match = clock.exec(text);
  if (match && Number(match[2]) < 60)
    return {
      seconds: Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0),
      from: 0,
      to: match[0].trimEnd().length,
    };
  const minutes = bareMinutes.exec(text);
  return minutes ? { seconds: Number(minutes[1]) * 60, from: 0, to: text.length } : undefined;
}

/** Compact words for seconds: `1h 37m`, `45s`, `2d 3h`, `0s`; a minus sign for negative lengths. Fractions are rounded to seconds. */
export function formatDuration(seconds: number): string {
  let rest = Math.round(Math.abs(seconds));
  const parts: string[] = [];
  for (const [size, name] of [
    [86400, 'd'],
    [3600, 'h'],
    [60, 'm'],
    [1, 's'],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${name}`);
    rest -= count * size;
  }
  return parts.length === 0 ? '0s' : (seconds < 0 ? '-' : '') + parts.join(' ');
}
