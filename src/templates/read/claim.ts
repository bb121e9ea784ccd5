import type { Claim } from '../../record/claim.ts';
import { readCount } from '../../values/count.ts';
import { readDuration } from '../../values/duration.ts';
import { readMoney } from '../../values/money.ts';
import { readPercent } from '../../values/percent.ts';

/** Reads what a text states, by the kind of figure it is stated for. Text without a number is a claim without value. */
export function typedClaim(figure: string, text: string, origin: 'label' | 'table', line: number): Claim {
  const claim: Claim = { figure, text, origin, line };
  if (/^cost|^sla/i.test(figure)) {
    const money = readMoney(text);
    return money === undefined ? claim : { ...claim, value: money.amount, unit: money.currency };
  }
  if (/Rate$|Consumed$|Remaining$|availability/i.test(figure)) {
    const percent = readPercent(text);
    if (percent !== undefined) return { ...claim, value: percent, unit: 'percent' };
  }
  if (/steps|suggestions|count$/i.test(figure)) {
    const count = readCount(text);
    return count === undefined ? claim : { ...claim, value: count, unit: 'count' };
  }
  const duration = text.length > 300 ? undefined : readDuration(text);
  if (duration === undefined) return claim;
  return {
    ...claim,
    value: duration.seconds,
    unit: 'seconds',
    ...(duration.upToSeconds === undefined ? {} : { upTo: duration.upToSeconds }),
    ...(duration.qualifier === undefined ? {} : { qualifier: duration.qualifier }),
    ...(duration.approximate === true ? { approximate: true } : {}),
  };
}
