import { findNumbers } from './number.ts';

/** An amount; `currency` is an ISO 4217 code. Offsets cover sign, currency and number. */
export type MoneyValue = { amount: number; currency: string; from: number; to: number };

const symbols: { [symbol: string]: string } = {
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₴': 'UAH',
  zł: 'PLN',
};
const codes = new Set(
  'USD EUR GBP JPY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF INR CNY HKD SGD KRW BRL MXN ZAR TRY ILS AED'.split(' '),
);

const before = /(?:([A-Z]{3})|((?:US|CA|AU|NZ|HK|[CASR])?\$|[€£¥₹₩₽₺₪₴]))\s{0,2}([-−])?\s?$/;
const after =
  /^\s{0,2}(?:([A-Z]{3})(?![A-Za-z])|([$€£¥₹₩₽₺₪₴]|zł|euros?(?![a-z])|dollars?(?![a-z])|pounds?(?![a-z])))/i;
const words: { [word: string]: string } = { euro: 'EUR', dollar: 'USD', pound: 'GBP' };

function currencyOf(code: string | undefined, symbol: string | undefined): string | undefined {
  if (code !== undefined) return codes.has(code) ? code : undefined;
  if (symbol === undefined) return undefined;
  return symbols[symbol] ?? words[symbol.toLowerCase().replace(/s$/, '')];
}

/** The first amount in the text that names a currency: `$12,500`, `€1.2M`, `12 500 EUR`, `-$20`. */
export function readMoney(text: string): MoneyValue | undefined {
  for (const number of findNumbers(text, 'money')) {
    const lead = text.slice(Math.max(0, number.from - 8), number.from);
    const left = before.exec(lead);
    const leftCurrency = left === null ? undefined : currencyOf(left[1], left[2]);
    if (left !== null && leftCurrency !== undefined) {
      const from = number.from - left[0].length;
      const minus = left[3] !== undefined || /[-−]$/.test(text.slice(Math.max(0, from - 1), from));
      const start = minus && left[3] === undefined ? from - 1 : from;
      return { amount: minus ? -number.value : number.value, currency: leftCurrency, from: start, to: number.to };
    }
    const right = after.exec(text.slice(number.to, number.to + 12));
    const rightCurrency = right === null ? undefined : currencyOf(right[1], right[2]);
    if (right !== null && rightCurrency !== undefined)
      return { amount: number.value, currency: rightCurrency, from: number.from, to: number.to + right[0].length };
  }
  return undefined;
}
