import { useMemo, useState } from 'react';
import type { Delivery } from '../../../../src/operations/delivery/load.ts';
import { usePages } from '../../../api/pages.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { FilterSelect } from '../../../parts/filters.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { Said } from '../../../parts/said.tsx';
import { SoFar } from '../../../parts/so-far.tsx';
import { Table } from '../../../parts/table.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import { DeliveryDialog } from './delivery-dialog.tsx';
import style from './hooks.module.css';
import { stateTones } from './state-tones.ts';

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, each) => all + each, 0);

function Row({ delivery, show }: { delivery: Delivery; show: () => void }) {
  const { deliveries, evidence } = words;
  const { id, receivedAt, state, reason, bytes, signals, repeats, masked } = delivery;
  const gave = [
    ...(state === 'read' ? [deliveries.signals(signals)] : []),
    evidence.bytes(bytes),
    ...(repeats === 0 ? [] : [deliveries.repeats(repeats)]),
    ...(sum(masked) === 0 ? [] : [deliveries.maskedCount(sum(masked))]),
  ];
  return (
    <tr>
      <td data-column={deliveries.came}>
        <Moment at={receivedAt} />
      </td>
      <td data-column={deliveries.state}>
        <Chip tone={stateTones[state]}>{deliveries.states[state]}</Chip>
      </td>
      <td data-column={deliveries.gave}>
        {reason === null ? null : (
          <p className={style.reason}>
            <Said text={told(reason)} />
          </p>
        )}
        <span className={settings.quiet}>{gave.join(' · ')}</span>
      </td>
      <td>
        <Button look="quiet" aria-label={deliveries.showLabel(id)} onClick={show}>
          {deliveries.show}
        </Button>
      </td>
    </tr>
  );
}

const states = ['read', 'unread', 'refused', 'waiting'] as const;

/** What was delivered to a hook, the newest first. */
export function Deliveries({ hook }: { hook: string }) {
  const { deliveries, settings: own } = words;
  const [state, setState] = useState('');
  const [opened, open] = useState<string>();
  const input = useMemo(() => ({ hook, ...(state === '' ? {} : { state }) }), [hook, state]);
  const { items, problem, retry, ...pages } = usePages<Delivery>('delivery.list', input, 'before');
  return (
    <Panel title={deliveries.title}>
      <div className={style.which}>
        <FilterSelect
          label={deliveries.which}
          any={deliveries.all}
          options={states.map((value) => ({ value, label: deliveries.filters[value] }))}
          value={state}
          change={setState}
        />
      </div>
      {items === undefined ? (
        problem === null ? (
          <Loading />
        ) : (
          <ProblemPanel problem={problem} retry={retry} />
        )
      ) : items.length === 0 ? (
        <Empty title={state === '' ? deliveries.none : deliveries.noneSo} />
      ) : (
        <>
          <Table
            stacks
            columns={[deliveries.came, deliveries.state, deliveries.gave]}
            quietColumn={own.actionsColumn}
            className={style.deliveries}
          >
            {items.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} show={() => open(delivery.id)} />
            ))}
          </Table>
          <SoFar {...pages}>{deliveries.shown(items.length)}</SoFar>
        </>
      )}
      {opened === undefined ? null : <DeliveryDialog id={opened} close={() => open(undefined)} />}
    </Panel>
  );
}
