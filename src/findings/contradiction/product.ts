import { readCount } from '../../values/count.ts';
import { readMoney } from '../../values/money.ts';

const sign = /\s(?:@|×|x|\*|at)\s|[@×*]/i;

/**
 * The product a note spells out: `250 failed transactions @ $50 avg`, `4 h × 10 agents × $50`. Undefined unless every factor holds
 * exactly one number and the last one is money: `4 hours × 10 agents` says nothing about an amount.
 */
export function readProduct(text: string): { value: number; currency?: string } | undefined {
  if (text.length > 200 || /[~≈]|\babout\b|approx|%/i.test(text)) return undefined;
  const factors = text.split(sign);
  const last = readMoney(factors.at(-1) ?? '');
  if (factors.length < 2 || last === undefined) return undefined;
  let value = last.amount;
  for (const factor of factors.slice(0, -1)) {
    const count = readCount(factor);
    if (count === undefined || numbersIn(factor) !== 1) return undefined;
    value *= count;
  }
  return numbersIn(factors.at(-1) ?? '') === 1 ? { value, currency: last.currency } : undefined;
}

/** Runs of digits, thousands separators and decimals counting as one. */
function numbersIn(text: string): number {
  return (text.replace(/(\d)[.,'’\u00a0\u202f](?=\d)/g, '$1').match(/\d+/g) ?? []).length;
}
