import { formatDuration } from '../values/duration.ts';
import type { Unit } from './indicator.ts';

/** So many digits that count, without zeros that say nothing. */
const digits = (value: number, count: number): string => String(Number(value.toPrecision(count)));

/** To a thousandth of a percent. What is not quite everything, or not quite nothing, is not rounded to it. */
function percentText(ratio: number): string {
  const rounded = Math.round(ratio * 1e5) / 1e3;
  const misleads = (rounded === 100 && ratio !== 1) || (rounded === 0 && ratio !== 0);
  return `${misleads ? Number((ratio * 100).toPrecision(12)) : rounded} %`;
}

/** A measured value as people write it: 99.95 %, 8500 ms, 5m 3s, 150 req/s. */
export function valueText(value: number, unit: Unit): string {
  if (unit === 'ratio') return percentText(value);
  if (unit === 'rate') return `${digits(value, 3)} req/s`;
  if (unit === 'latency') return `${digits(value * 1000, 3)} ms`;
  return value < 60 ? `${digits(value, 3)} s` : formatDuration(value);
}
