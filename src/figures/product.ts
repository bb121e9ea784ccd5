import { findNumbers } from '../values/number.ts';
import { readMoney } from '../values/money.ts';

/** A stated product: `250 failed transactions @ $50 avg`, `4 hours × 10 agents`. */
export type Product = {
  /** In `currency` when a factor is money, else the bare product of the numbers. */
  value: number;
  currency?: string;
  /** True when a factor is working time: hours, engineer-hours, a rate per hour. */
  labour: boolean;
  /** The factors with blanks tidied: `250 failed transactions × $50 avg`. */
  formula: string;
};

const operators = /\s{0,3}[×*@]\s{0,3}|\s{1,3}(?:x|at|times)\s{1,3}/i;
const hours = /\b(?:[a-z]{1,20}-)?(?:hours?|hrs?|h)\b/i;
const minutes = /\b(?:[a-z]{1,20}-)?(?:minutes?|mins?)\b/i;
const otherTime = /\b(?:days?|weeks?|months?|years?|seconds?)\b/i;

type Factor = { value: number; currency?: string; unit: 'hours' | 'minutes' | 'other' | 'things'; text: string };

function readFactor(text: string): Factor | undefined {
  const numbers = [...findNumbers(text, 'money')];
  const number = numbers[0];
  if (number === undefined || numbers.length > 1 || text.includes('%')) return undefined;
  const money = readMoney(text);
  const unit = hours.test(text) ? 'hours' : minutes.test(text) ? 'minutes' : otherTime.test(text) ? 'other' : 'things';
  if (money !== undefined) return { value: money.amount, currency: money.currency, unit, text };
  const plain = findNumbers(text, 'count').next().value;
  return plain === undefined ? undefined : { value: plain.value, unit, text };
}

/** Minutes become hours where the rate is per hour; other mixtures of time units give no product. */
function timeScale(factors: Factor[]): number | undefined {
  const rate = factors.find(({ currency }) => currency !== undefined);
  const times = factors.filter((factor) => factor !== rate && factor.unit !== 'things');
  if (rate === undefined) return 1;
  const perTime = rate.unit !== 'things';
  if (times.length > 1 || (perTime && times.length === 0)) return undefined;
  const time = times[0];
  if (!perTime || time === undefined || time.unit === rate.unit) return rate.unit === 'other' ? undefined : 1;
  return rate.unit === 'hours' && time.unit === 'minutes' ? 1 / 60 : undefined;
}

/** Reads a product of two to four factors, at most one of them money; undefined when the text is anything else. */
export function readProduct(text: string): Product | undefined {
  if (text.length > 300) return undefined;
  const parts = text.split(operators);
  const factors = parts.map((part) => readFactor(part)).filter((factor) => factor !== undefined);
  const money = factors.filter(({ currency }) => currency !== undefined);
  if (parts.length < 2 || parts.length > 4 || factors.length !== parts.length || money.length > 1) return undefined;
  const scale = timeScale(factors);
  if (scale === undefined) return undefined;
  const value = factors.reduce((product, factor) => product * factor.value, scale);
  const labour = factors.some(({ unit }) => unit === 'hours' || unit === 'minutes');
  const formula = factors.map((factor) => factor.text.trim()).join(' × ');
  const currency = money[0]?.currency;
  return { value, labour, formula, ...(currency === undefined ? {} : { currency }) };
}
