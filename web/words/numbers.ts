import { numberFormat } from './format.ts';

/** A number with the language's marks between its digits. */
export const numberText = numberFormat();

/** A number with at most four digits after the point. */
export const exactText = numberFormat({ maximumFractionDigits: 4 });

/** A share of one, rounded: `97%`. */
export const shareText = numberFormat({ style: 'percent' });

/** A share of one as exactly as it is known: `99.95%`. */
export const partsText = numberFormat({ style: 'percent', maximumFractionDigits: 4 });

/** An amount of a currency (ISO 4217); of none, or of what is no currency, the number with what stands there. */
export function moneyText(value: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency) || currency === 'XXX') return `${exactText(value)} ${currency}`.trim();
  const whole = Number.isInteger(value) ? { minimumFractionDigits: 0 } : {};
  return numberFormat({ style: 'currency', currency, maximumFractionDigits: 2, ...whole })(value);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const sizes = units.map((unit) =>
  numberFormat({
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }),
);

/** A number of bytes: `12.3 kB`. */
export function bytesText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1000;
  return sizes[unit]?.(value) ?? '';
}
