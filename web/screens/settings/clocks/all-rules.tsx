import type { ClockRules } from '../../../../src/operations/clock/rules.ts';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/with-clocks.ts';
import { Law } from '../../clocks/law.tsx';
import { momentName } from '../../clocks/named.ts';
import settings from '../settings.module.css';

function Row({ item: { rule, origin } }: { item: ClockRules['items'][number] }) {
  const { rules, span } = words.clocks;
  const { columns } = rules;
  return (
    <tr>
      <td data-column={columns.regime}>
        {rule.regime}
        <br />
        <code>{rule.id}</code>
      </td>
      <td data-column={columns.told}>
        {rule.tell}
        <br />
        <span className={settings.quiet}>{rule.what}</span>
      </td>
      <td data-column={columns.time}>{span(rule.within ?? rule.promptly ?? '', momentName(rule.from))}</td>
      <td data-column={columns.law}>
        <Law rule={rule} />
      </td>
      <td data-column={columns.origin}>{rules.origins[origin]}</td>
    </tr>
  );
}

/** Every rule that holds, with its law. */
export function AllRules({ items, without }: ClockRules) {
  const { rules } = words.clocks;
  const { columns } = rules;
  return (
    <Panel title={rules.all}>
      <p className={settings.quiet}>{rules.allText}</p>
      <Table stacks columns={[columns.regime, columns.told, columns.time, columns.law, columns.origin]}>
        {items.map((item) => (
          <Row key={item.rule.id} item={item} />
        ))}
      </Table>
      {without.length === 0 ? null : <p className={settings.quiet}>{rules.without(without.join(', '))}</p>}
    </Panel>
  );
}
