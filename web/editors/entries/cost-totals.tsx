import type { PostmortemRecord } from '../../../src/record/record.ts';
import { costLines, noCurrency } from '../../../src/figures/cost-lines.ts';
import { words } from '../../words/index.ts';
import { exactText, moneyText } from '../../words/numbers.ts';
import type { EntryRow } from './columns.ts';
import style from './entries.module.css';

const amount = (value: number, currency: string): string =>
  currency === noCurrency ? exactText(value) : moneyText(value, currency);

/** The sum of the cost lines, for each currency by itself; lines that cannot be read are counted. */
export function CostTotals({ entries }: { entries: readonly EntryRow[] }) {
  const lines = costLines({ costs: entries.map(({ value }) => value) } as PostmortemRecord);
  const read = lines.filter(({ bounds }) => bounds !== undefined);
  if (lines.length === 0) return null;
  const sums = Map.groupBy(read, ({ currency = noCurrency }) => currency);
  const texts = [...sums].map(([currency, own]) => {
    const from = own.reduce((sum, { bounds }) => sum + (bounds?.from ?? 0), 0);
    const to = own.reduce((sum, { bounds }) => sum + (bounds?.to ?? 0), 0);
    return from === to ? amount(from, currency) : `${amount(from, currency)} – ${amount(to, currency)}`;
  });
  const unread = lines.length - read.length;
  return (
    <p className={style.total}>
      {words.editors.total} <strong>{texts.join(' + ')}</strong>
      {unread === 0 ? null : <span> · {words.editors.unreadable(unread)}</span>}
    </p>
  );
}
