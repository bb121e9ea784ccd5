import type { Figure } from '../record/figure.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { costLines, noCurrency } from './cost-lines.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { type Product, readProduct } from './product.ts';
import { unknownFigure } from './unknown.ts';

type StatedProduct = { name: string; path: string; product: Product };

function productsOf(record: PostmortemRecord): StatedProduct[] {
  return costLines(record).flatMap(({ index }) => {
    const product = readProduct(record.costs?.[index]?.notes ?? '');
    return product === undefined ? [] : [{ name: `cost.${index}`, path: `costs[${index}].notes`, product }];
  });
}

function unitOf({ currency, labour }: Product): string {
  return currency ?? (labour ? 'hours' : 'count');
}

/** Sum of every stated people x time x rate; the team impact counts when no cost line has one. */
function responderCost(record: PostmortemRecord, products: StatedProduct[]): Figure {
  const team = readProduct(record.impact?.team?.resources ?? '');
  const ofTeam = team === undefined ? [] : [{ name: '', path: 'impact.team.resources', product: team }];
  const isPriced = ({ product }: StatedProduct) => product.labour && product.currency !== undefined;
  const inCosts = products.filter(isPriced);
  const priced = inCosts.length > 0 ? inCosts : ofTeam.filter(isPriced);
  const formula = priced.map(({ product }) => product.formula).join(' + ') || 'people x time x rate';
  const cites = priced.map(({ path }) => path);
  const currencies = new Set(priced.map(({ product }) => unitOf(product)));
  const currency = [...currencies][0];
  if (currency === undefined)
    return unknownFigure(
      noCurrency,
      formula,
      'people, time and rate are not stated: add them, as 3 engineers × 4 h @ $100/hr',
    );
  if (currencies.size > 1)
    return unknownFigure(noCurrency, formula, 'the rates have different currencies: state them all in one', cites);
  const sum = priced.reduce((total, { product }) => total + product.value, 0);
  return measured('known', currency, sum, formula, cites);
}

/** Costs that notes state as quantity x unit. */
export const costProducts: FigureFamily = {
  describes: [
    {
      name: 'cost.N',
      formula: 'the product in the notes of costs[N]: quantity x unit price, or people x time when there is no price',
      unit: 'ISO 4217 code; hours or count without a price',
      unknownWhen: 'absent where the notes state no product',
    },
    {
      name: 'responderCost',
      formula: 'sum of people x time x rate, from the notes of the cost lines, else from the team impact',
      unit: 'ISO 4217 code of the rates',
      unknownWhen: 'no line states people, time and rate, or the currencies differ',
    },
  ],
  *compute({ record }) {
    const products = productsOf(record);
    for (const { name, path, product } of products)
      yield [name, measured('known', unitOf(product), product.value, product.formula, [path])];
    yield ['responderCost', responderCost(record, products)];
  },
};
