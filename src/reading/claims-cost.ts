import { readMoney } from '../values/money.ts';
import type { Placed } from './claims-label.ts';
import type { Label } from './labels.ts';

const total = /^(?:total|overall)(?: estimated| direct| incident)?(?: costs?| cost of (?:the )?(?:incident|outage))$/;

/** The total cost that a field states (`Total cost: $24,850`), in units of its currency. */
export function costClaims(labels: Label[], lineOf: (offset: number) => number): Placed[] {
  return labels.flatMap(({ key, value, from, to, origin }) => {
    const money = total.test(key) && value.length < 120 ? readMoney(value) : undefined;
    if (!money) return [];
    const { amount, currency } = money;
    const claim = { figure: 'costTotal', value: amount, unit: currency, text: value, origin, line: lineOf(from) };
    return [{ claim, from, to }];
  });
}
