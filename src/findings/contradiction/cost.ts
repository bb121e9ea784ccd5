import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { type MoneyValue, readMoney } from '../../values/money.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { readProduct } from './product.ts';

const total: Code = {
  code: 'contradiction.cost-total',
  severity: 'error',
  sentence: 'The stated total cost is not the sum of its lines.',
  remedy: 'Correct the total or the line that is wrong; the sum is computed from the lines.',
};
const line: Code = {
  code: 'contradiction.cost-line',
  severity: 'error',
  sentence: 'Quantity times unit price is not the amount of the line.',
  remedy: 'Correct the amount, the quantity or the unit price.',
};

/** `12,500 USD`; the currency as its code, since a code is never ambiguous. */
const money = (amount: number, currency: string): string =>
  `${amount.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${currency}`;

function sums(context: Context, amounts: readonly (MoneyValue | undefined)[]): Finding[] {
  const index = context.claims.findIndex((claim) => claim.figure === 'costTotal' && claim.value !== undefined);
  const claim = context.claims[index];
  const [first] = amounts;
  if (claim?.value === undefined || first === undefined || amounts.length < 2) return [];
  if (!amounts.every((amount) => amount !== undefined && amount.currency === first.currency)) return [];
  if (claim.unit !== first.currency) return [];
  const sum = amounts.reduce((value, amount) => value + (amount?.amount ?? 0), 0);
  const slack = claim.approximate === true ? 0.15 * claim.value : Math.max(1, 0.001 * sum);
  if (Math.abs(sum - claim.value) <= slack) return [];
  return [
    context.report(total, {
      message: say`The total is stated as ${quote(claim.text)}, but its ${amounts.length} lines sum to ${money(sum, first.currency)}.`,
      path: `claims[${index}]`,
      line: claim.line,
      cites: [`claims[${index}]`, ...amounts.map((_, row) => `costs[${row}].amount`)],
    }),
  ];
}

/** Cost lines against their own arithmetic and against the printed total. */
export const cost: Check = {
  codes: [total, line],
  run(context) {
    const costs = context.record.costs ?? [];
    const amounts = costs.map(({ amount }) => (amount === undefined ? undefined : readMoney(amount)));
    const findings = sums(context, amounts);
    costs.forEach(({ category, amount, notes }, index) => {
      const stated = amounts[index];
      const product = notes === undefined ? undefined : readProduct(notes);
      if (stated === undefined || product === undefined) return;
      if (product.currency !== undefined && product.currency !== stated.currency) return;
      if (Math.abs(product.value - stated.amount) <= Math.max(1, 0.01 * stated.amount)) return;
      findings.push(
        context.report(line, {
          message: say`${category ?? say`A cost line`} is stated as ${quote(amount ?? '')}, but ${quote(notes ?? '')} makes ${money(product.value, stated.currency)}.`,
          path: `costs[${index}].amount`,
          cites: [`costs[${index}].amount`, `costs[${index}].notes`],
        }),
      );
    });
    return findings;
  },
};
