import type { TriedClocks } from '../../../../src/operations/clock/try.ts';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/with-clocks.ts';
import { Due } from '../../clocks/due.tsx';
import settings from '../settings.module.css';

/** What rules make of an incident, but for those that concern nobody. */
export function Tried({ items }: { items: TriedClocks['items'] }) {
  const { rules, due } = words.clocks;
  const shown = items.filter(({ state }) => state !== 'notConcerned');
  if (shown.length === 0) return <p className={settings.quiet}>{rules.triedNone}</p>;
  const { columns } = rules;
  return (
    <>
      <h3>{rules.tried}</h3>
      <Table stacks columns={[columns.regime, columns.told, columns.time, due]}>
        {shown.map((clock) => (
          <tr key={clock.clock}>
            <td data-column={columns.regime}>{clock.rule.regime}</td>
            <td data-column={columns.told}>{clock.rule.what}</td>
            <td data-column={columns.time}>{rules.states[clock.state]}</td>
            <td data-column={due}>
              <Due clock={clock} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
