import { useState } from 'react';
import type { Watched } from '../../../../src/operations/service/load.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/index.ts';
import style from '../settings.module.css';
import { ServiceEditor } from './service-editor.tsx';

function Row({ service, open }: { service: Watched; open: () => void }) {
  const { services } = words;
  const { name, watches } = service;
  return (
    <tr>
      <td>{name}</td>
      <td data-column={services.address}>{watches === null ? '–' : <code>{watches.prometheus}</code>}</td>
      <td data-column={services.watches}>
        {watches === null ? services.notRead : services.counts(watches.queries, watches.invariants, watches.breakers)}
      </td>
      <td>
        <Button look="quiet" aria-label={services.openLabel(name)} onClick={open}>
          {services.open}
        </Button>
      </td>
    </tr>
  );
}

/** The services that are watched, and the one that is being written. */
export function Services() {
  const { services, settings } = words;
  const answer = useOperation<{ items: Watched[] }>('service.list');
  const [opened, setOpened] = useState<Watched | 'new'>();
  if (opened !== undefined)
    return (
      <ServiceEditor
        key={opened === 'new' ? 'new' : `${opened.id} ${opened.version}`}
        kept={opened === 'new' ? undefined : opened}
        close={() => setOpened(undefined)}
      />
    );
  return (
    <Panel
      title={settings.parts.services}
      aside={
        <Button look="main" onClick={() => setOpened('new')}>
          {services.add}
        </Button>
      }
    >
      <p className={style.quiet}>{services.intro}</p>
      <Answered of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={services.none}>
              <p>{services.noneAdvice}</p>
            </Empty>
          ) : (
            <Table
              stacks
              columns={[services.column, services.address, services.watches]}
              quietColumn={settings.actionsColumn}
            >
              {items.map((service) => (
                <Row key={service.id} service={service} open={() => setOpened(service)} />
              ))}
            </Table>
          )
        }
      </Answered>
    </Panel>
  );
}
