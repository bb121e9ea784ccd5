import { Link } from 'wouter';
import type { Group } from '../../../src/operations/insight/measures.ts';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/counting.ts';
import style from './insights.module.css';
import { nameOf } from './tables.ts';
import { type By, paramsOf, type Wish } from './wish.ts';

/** Where a group is looked at alone; a quarter is narrowed by its days. */
function aloneOf(name: string, by: By, wish: Wish): string | undefined {
  if (name === '') return undefined;
  if (by !== 'quarter') return `/insights?${paramsOf({ ...wish, by: 'quarter', [by]: name })}`;
  const [year = 0, quarter = 1] = name.split('Q').map(Number);
  const day = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const days = { from: day((quarter - 1) * 3, 1), to: day(quarter * 3, 0) };
  return `/insights?${paramsOf({ ...wish, by: 'service', ...days })}`;
}

/** What was counted of each group: written in time, verified, come again, spent. */
export function Follow({ groups, wish, column }: { groups: readonly Group[]; wish: Wish; column: string }) {
  const { insights } = words;
  const { followColumns: heads } = insights;
  return (
    <Panel title={insights.follow}>
      <div className={style.wide}>
        <Table columns={[column, ...Object.values(heads)]} stacks>
          {groups.map((group) => {
            const { incidents, inTime, verified, repeats, budget, automation, costs } = group;
            const alone = aloneOf(group.name, wish.by, wish);
            return (
              <tr key={group.name}>
                <th scope="row">{alone === undefined ? nameOf(group) : <Link href={alone}>{group.name}</Link>}</th>
                <td data-column={heads.incidents}>{incidents}</td>
                <td data-column={heads.inTime}>{insights.share(inTime.part, inTime.of)}</td>
                <td data-column={heads.verified}>{insights.share(verified.part, verified.of)}</td>
                <td data-column={heads.repeats}>{insights.share(repeats.part, repeats.of)}</td>
                <td data-column={heads.budget}>{insights.percent(budget.spent, budget.of)}</td>
                <td data-column={heads.automation}>{insights.percent(automation.mean, automation.of)}</td>
                <td data-column={heads.costs}>
                  {costs.map(({ currency, amount, of }) => insights.money(amount, currency, of)).join(', ') || '–'}
                </td>
              </tr>
            );
          })}
        </Table>
      </div>
    </Panel>
  );
}
