import { useState } from 'react';
import type { Hook } from '../../../../src/operations/hook/load.ts';
import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { useOperation } from '../../../api/queries.ts';
import { useFresh } from '../../../api/use-fresh.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/incoming.ts';
import style from '../settings.module.css';
import { Counts } from './counts.tsx';
import { NewHook } from './new-hook.tsx';
import { OneHook } from './one-hook.tsx';

type Listed = { items: Hook[]; sources: ListedSource[] };
/** What is shown in place of the list: a new hook, or one with its address while that is known. */
type Opened = 'new' | { id: string; address?: string };

function Rows({ items, sources, open }: Listed & { open: (id: string) => void }) {
  const { hooks, settings } = words;
  const titleOf = (name: string) => sources.find((source) => source.name === name)?.title ?? name;
  return (
    <Table
      stacks
      columns={[hooks.column, hooks.source, hooks.service, hooks.last, hooks.counts]}
      quietColumn={settings.actionsColumn}
    >
      {items.map(({ id, name, source, service, lastAt, counts, revokedAt }) => (
        <tr key={id} className={revokedAt === null ? '' : style.gone}>
          <td>{name}</td>
          <td data-column={hooks.source}>{titleOf(source)}</td>
          <td data-column={hooks.service}>{service ?? '–'}</td>
          <td data-column={hooks.last}>{lastAt === null ? hooks.never : <Moment at={lastAt} />}</td>
          <td data-column={hooks.counts}>
            <Counts counts={counts} />
          </td>
          <td>
            <Button look="quiet" aria-label={hooks.openLabel(name)} onClick={() => open(id)}>
              {hooks.open}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function List({ items, sources, open }: Listed & { open: (opened: Opened) => void }) {
  const { hooks, settings } = words;
  const [live, revoked] = [
    items.filter(({ revokedAt }) => revokedAt === null),
    items.filter(({ revokedAt }) => revokedAt !== null),
  ];
  const openOne = (id: string) => open({ id });
  return (
    <Panel
      title={settings.parts.hooks}
      aside={
        <Button look="main" onClick={() => open('new')}>
          {hooks.add}
        </Button>
      }
    >
      <p className={style.quiet}>{hooks.intro}</p>
      {live.length === 0 ? (
        <Empty title={hooks.none}>
          <p>{hooks.noneAdvice}</p>
        </Empty>
      ) : (
        <Rows items={live} sources={sources} open={openOne} />
      )}
      {revoked.length === 0 ? null : (
        <details>
          <summary>{hooks.showRevoked(revoked.length)}</summary>
          <Rows items={revoked} sources={sources} open={openOne} />
        </details>
      )}
    </Panel>
  );
}

/** The addresses that other systems deliver to, and the one that is looked at. */
export function Hooks() {
  const [opened, open] = useState<Opened>();
  const kept = useOperation<{ items: Hook[] }>('hook.list');
  const known = useOperation<{ items: ListedSource[] }>('source.list', { as: 'html' });
  useFresh('hook.list', 'delivery.list');
  return (
    <Answered of={known}>
      {({ items: sources }) => (
        <Answered of={kept}>
          {({ items }) => {
            const close = () => open(undefined);
            if (opened === 'new') return <NewHook sources={sources} done={open} close={close} />;
            const hook = items.find(({ id }) => id === opened?.id);
            if (hook === undefined) return <List items={items} sources={sources} open={open} />;
            return (
              <OneHook
                key={hook.id}
                hook={hook}
                source={sources.find(({ name }) => name === hook.source)}
                address={opened?.address}
                setAddress={(address) => open({ id: hook.id, address })}
                close={close}
              />
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}
