import { numberFormat } from './format.ts';

const sizes = { day: 86_400, hour: 3600, minute: 60, second: 1 };
type Unit = keyof typeof sizes;

const form = (unit: Unit) => numberFormat({ style: 'unit', unit, unitDisplay: 'narrow' });
const forms = { day: form('day'), hour: form('hour'), minute: form('minute'), second: form('second') };

/** So many of a unit, short: `3d`. */
export const unitText = (value: number, unit: Unit): string => forms[unit](value);

/** A length of time by its largest units: `1h 37m`, `45s`. @param most how many units it may name */
export function lengthText(seconds: number, most = 4): string {
  let rest = Math.round(Math.abs(seconds));
  const counted = (Object.keys(sizes) as Unit[]).map((unit): [Unit, number] => {
    const count = Math.floor(rest / sizes[unit]);
    rest -= count * sizes[unit];
    return [unit, count];
  });
  const first = counted.findIndex(([, count]) => count > 0);
  if (first === -1) return unitText(0, 'second');
  const named = counted.slice(first, first + most).filter(([, count]) => count > 0);
  return (seconds < 0 ? '-' : '') + named.map(([unit, count]) => unitText(count, unit)).join(' ');
}
