import { matchesOf } from './matches.ts';

/** A number in running text, `value` with its multiplier applied. Offsets are of the digits and the multiplier. */
export type NumberValue = { value: number; from: number; to: number };

const digits = /\d{1,15}(?:[ \u00a0\u202f'’_]\d{3}(?!\d)|[.,]\d{1,15}){0,8}/g;
const word = /^\s{0,2}(thousand|million|billion|mio|mrd|bn|mn)(?![A-Za-z])/i;
/** What the number counts decides how signs and letters around it are read: `10m` is money in `$10m`, else minutes. */
export type NumberKind = 'money' | 'count' | 'percent';
const letter: { [kind in NumberKind]: RegExp } = {
  money: /^([kKmMbB])(?![A-Za-z])/,
  count: /^([kKMB])(?![A-Za-z])/,
  percent: /^(?!)()/,
};
const powers: { [word: string]: number } = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
};

/** Which of `.` and `,` is the decimal sign: the last one, if it is not followed by a group of three. */
function decimalSign(text: string, dotGroups: boolean): string {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return '';
  const sign = text.charAt(last);
  const repeated = text.indexOf(sign) !== last;
  const mixed = text.includes(sign === '.' ? ',' : '.');
  const groupOfThree = text.length - last === 4 && !text.startsWith('0') && last <= 3;
  if (repeated) return '';
  return groupOfThree && !mixed && dotGroups ? '' : sign;
}

function parse(text: string, dotGroups: boolean): number {
  const sign = decimalSign(text, dotGroups);
  const plain = text.replace(/[ \u00a0\u202f'’_]/g, '');
  const whole = sign === '' ? plain.replace(/[.,]/g, '') : plain.replace(sign === '.' ? /,/g : /\./g, '');
  return Number(whole.replace(',', '.'));
}

/**
 * The numbers of the text, one by one: `5,000`, `12 500`, `1.2M`, `3 million`, `12.500,00`. One sign and three digits are a group
 * (`1.234` is 1234) in money and counts, a fraction in percentages (99.999).
 */
export function* findNumbers(text: string, kind: NumberKind): Generator<NumberValue, undefined> {
  for (const match of matchesOf(digits, text)) {
    const from = match.index;
    const end = from + match[0].length;
    const tail = text.slice(end, end + 12);
    const scale = word.exec(tail) ?? letter[kind].exec(tail);
    const power = scale === null ? 1 : (powers[(scale[1] ?? '').toLowerCase()] ?? 1);
    const value = parse(match[0], kind !== 'percent' && power === 1) * power;
    yield { value: Math.round(value * 1e6) / 1e6, from, to: end + (scale?.[0].length ?? 0) };
  }
}
