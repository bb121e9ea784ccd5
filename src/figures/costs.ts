import type { Figure } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { readMoney } from '../values/money.ts';
import { say } from '../record/said.ts';
import { type CostLine, costLines, noCurrency } from './cost-lines.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

/** The one currency of the lines; undefined when they have several. Lines without one are taken to share it. */
function currencyOf(lines: CostLine[]): string | undefined {
  const currencies = new Set(lines.flatMap(({ currency }) => (currency === undefined ? [] : [currency])));
  return currencies.size > 1 ? undefined : ([...currencies][0] ?? noCurrency);
}

/** Sum of cost lines; unknown when there are none, one cannot be read, or currencies differ. */
function sumOfLines(lines: CostLine[], missing: string): Figure {
  const currency = currencyOf(lines);
  const formula =
    lines.length === 0
      ? 'sum of the cost lines'
      : lines.length === 1
        ? say`sum of ${1} cost line`
        : say`sum of ${lines.length} cost lines`;
  const cites = lines.map(({ path }) => path);
  if (lines.length === 0) return unknownFigure(noCurrency, formula, missing);
  const unread = lines.find(({ bounds }) => bounds === undefined);
  if (unread !== undefined) {
    const what = unread.written === undefined ? say`has no amount` : say`“${unread.written}” is no amount`;
    const reason = say`${unread.path} (${unread.category}): ${what}: write it with its currency, or 0`;
    return unknownFigure(currency ?? noCurrency, formula, reason, cites);
  }
  if (currency === undefined)
    return unknownFigure(noCurrency, formula, 'the lines have different currencies: state them all in one', cites);
  const from = lines.reduce((sum, { bounds }) => sum + (bounds?.from ?? 0), 0);
  const to = lines.reduce((sum, { bounds }) => sum + (bounds?.to ?? 0), 0);
  const shared = lines.some((line) => line.currency === undefined) && currency !== noCurrency;
  return measured(
    'known',
    currency,
    { from, to },
    shared ? say`${formula}; all taken to be in ${currency}` : formula,
    cites,
  );
}

/** Credits owed for breached agreements: their cost lines, else what the business impact states. */
function slaCredits(record: PostmortemRecord, lines: CostLine[]): Figure {
  const rows = lines.filter(({ category }) => /\b(?:SLA|service)[ -]credits?/i.test(category));
  const stated = record.impact?.business?.slaCredits;
  const money = stated === undefined ? undefined : readMoney(stated);
  const path = 'impact.business.slaCredits';
  if (rows.length === 0 && money !== undefined)
    return measured('known', money.currency, money.amount, say`as stated: “${stated}”`, [path]);
  return sumOfLines(rows, 'no SLA credits are stated: add a cost line called SLA Credits');
}

/** Sums of money. */
export const costs: FigureFamily = {
  describes: [
    {
      name: 'costTotal',
      formula: 'sum of the cost lines; a row called total is no line',
      unit: 'ISO 4217 code of the lines',
      unknownWhen: 'there is no cost line, an amount cannot be read, or the currencies differ',
    },
    {
      name: 'slaCredits',
      formula: 'sum of the cost lines called SLA credits, else the amount stated under business impact',
      unit: 'ISO 4217 code of the lines',
      unknownWhen: 'no credits are stated, an amount cannot be read, or the currencies differ',
    },
  ],
  *compute({ record }) {
    const lines = costLines(record);
    yield ['costTotal', sumOfLines(lines, 'no cost line is stated: add what it cost, by category')];
    yield ['slaCredits', slaCredits(record, lines)];
  },
};
