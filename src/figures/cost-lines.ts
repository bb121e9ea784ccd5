import type { PostmortemRecord } from '../record/record.ts';
import { readCount } from '../values/count.ts';
import { readMoney } from '../values/money.ts';

/** ISO 4217 for "no currency": amounts are stated, and none of them says in which. */
export const noCurrency = 'XXX';

/** One line of cost. `bounds` is absent when its amount cannot be read; `currency` when none is written. */
export type CostLine = {
  index: number;
  path: string;
  category: string;
  written?: string;
  bounds?: { from: number; to: number };
  currency?: string;
};

const totalRow = /^[^\p{L}\p{N}]{0,6}(?:grand |sub-?|overall )?total(?![a-z])/iu;
const nothing = /^\s{0,4}(?:n\/?a|none|nil|-{1,3}|—|–)\s{0,4}$/i;
const rangeTo = /^\s{0,3}(?:-|–|—|to)\s{0,3}/;

/** An amount, or the range between two (`$5,000 - $8,000`). A bare number is an amount without a currency. */
function readAmount(text: string): Pick<CostLine, 'bounds' | 'currency'> {
  if (nothing.test(text)) return { bounds: { from: 0, to: 0 } };
  const money = readMoney(text);
  if (money === undefined) {
    const bare = /^[\s~≈*]{0,4}\d/.test(text) ? readCount(text) : undefined;
    return bare === undefined ? {} : { bounds: { from: bare, to: bare } };
  }
  const rest = text.slice(money.to);
  const dash = rangeTo.exec(rest);
  const upper = dash === null ? undefined : readMoney(rest);
  const isRange = dash !== null && upper?.from === dash[0].length && upper.amount >= money.amount;
  const to = isRange ? upper.amount : money.amount;
  return { bounds: { from: money.amount, to }, currency: money.currency };
}

/** The cost rows of a record without those called total: a printed total is a claim, never a line. */
export function costLines(record: PostmortemRecord): CostLine[] {
  return (record.costs ?? []).flatMap(({ category = '', amount }, index) => {
    if (totalRow.test(category)) return [];
    const line: CostLine = { index, path: `costs[${index}].amount`, category };
    return [amount === undefined ? line : { ...line, written: amount, ...readAmount(amount) }];
  });
}
