import type { Claim } from '../../record/claim.ts';
import type { Figure } from '../../record/figure.ts';
import { formatDuration } from '../../values/duration.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

/** An amount with its unit, for people: `1h 37m`, `99.9 %`, `12,500 USD`, `3`. */
function amount(value: number, unit: string): string {
  if (unit === 'seconds') return formatDuration(value);
  if (unit === 'percent') return `${number.format(value)} %`;
  if (unit === 'count' || unit === 'ratio' || unit === '') return number.format(value);
  return `${number.format(value)} ${unit}`;
}

/** A figure's value; an interval when a time it rests on is not exact, `–` when it is unknown. */
export function figureValue(figure: Figure): string {
  const value = figure.seconds ?? figure.value;
  if (figure.status === 'unknown') return '–';
  const { interval, unit } = figure;
  if (interval !== undefined && interval.from !== interval.to) {
    return `${amount(interval.from, unit)} to ${amount(interval.to, unit)}`;
  }
  return value === undefined ? '–' : amount(value, unit);
}

/** A claim in its own words, with its line. */
export const claimText = (claim: Claim): string =>
  `“${claim.text}”${claim.line === undefined ? '' : ` (line ${claim.line})`}`;
