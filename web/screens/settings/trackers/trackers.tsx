import { useState } from 'react';
import type { TrackerShown } from '../../../../src/operations/tracker/load.ts';
import { useOperation } from '../../../api/queries.ts';
import { useFresh } from '../../../api/use-fresh.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/outside.ts';
import { HealthChip, HealthCounts, HealthPanel } from './health.tsx';
import { OpenLinks } from './open-links.tsx';
import { TrackerEditor } from './tracker-editor.tsx';
import style from './trackers.module.css';

function List({ items, open }: { items: readonly TrackerShown[]; open: (id: string) => void }) {
  const { trackers, settings } = words;
  return (
    <Panel
      title={settings.parts.trackers}
      aside={
        <Button look="main" onClick={() => open('new')}>
          {trackers.add}
        </Button>
      }
    >
      <p className={style.quiet}>{trackers.intro}</p>
      {items.length === 0 ? (
        <Empty title={trackers.none}>
          <p>{trackers.noneAdvice}</p>
        </Empty>
      ) : (
        <Table stacks columns={[trackers.column, trackers.project, trackers.goes]} quietColumn={settings.actionsColumn}>
          {items.map(({ id, name, kind, project, health }) => (
            <tr key={id}>
              <td>
                {name} <span className={style.quiet}>{trackers.kinds[kind]}</span>
              </td>
              <td data-column={trackers.project}>
                <code>{project}</code>
              </td>
              <td data-column={trackers.goes}>
                <span className={style.goes}>
                  <HealthChip health={health} /> <HealthCounts health={health} />
                </span>
              </td>
              <td>
                <Button look="quiet" aria-label={trackers.openLabel(name)} onClick={() => open(id)}>
                  {trackers.open}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

/** The trackers that actions are kept in step with, and the one that is looked at. */
export function Trackers() {
  const answer = useOperation<{ items: TrackerShown[] }>('tracker.list');
  const [opened, open] = useState<string>();
  useFresh('tracker.list', 'link.list');
  return (
    <Answered of={answer}>
      {({ items }) => {
        const close = () => open(undefined);
        if (opened === 'new') return <TrackerEditor key="new" kept={undefined} close={close} />;
        const kept = items.find(({ id }) => id === opened);
        if (kept === undefined) return <List items={items} open={open} />;
        return (
          <>
            <HealthPanel tracker={kept} />
            <OpenLinks tracker={kept.id} />
            <TrackerEditor key={`${kept.id} ${kept.version}`} kept={kept} close={close} />
          </>
        );
      }}
    </Answered>
  );
}
