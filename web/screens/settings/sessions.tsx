import type { z } from 'zod';
import type { listSessions } from '../../../src/operations/sessions/list.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import { act, focusNear } from './act.ts';
import { deviceOf } from './device.ts';
import style from './settings.module.css';

type Answer = z.infer<typeof listSessions.output>;

function Row({ id, userAgent, via, createdAt, lastSeenAt, current }: Answer['items'][number]) {
  const { sessions } = words.settings;
  const device = deviceOf(userAgent);
  return (
    <tr>
      <td>
        {device} {current ? <Chip tone="accent">{sessions.current}</Chip> : null}
      </td>
      <td data-column={sessions.via}>{sessions.ways[via] ?? via}</td>
      <td data-column={sessions.since}>
        <Moment at={createdAt} />
      </td>
      <td data-column={sessions.used}>
        <Moment at={lastSeenAt} />
      </td>
      <td>
        {current ? null : (
          <Button
            look="quiet"
            aria-label={sessions.endLabel(device)}
            onClick={({ currentTarget }) => {
              const refocus = focusNear(currentTarget.closest('tr'));
              void act('session.revoke', { session: id }, sessions.ended(1), 'session.list').then(refocus);
            }}
          >
            {sessions.end}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Where one is signed in. */
export function Sessions() {
  const { sessions, parts, actionsColumn } = words.settings;
  const answer = useOperation<Answer>('session.list');
  const others = answer.data?.items.filter(({ current }) => !current).length ?? 0;
  return (
    <Panel
      title={parts.sessions}
      aside={
        others === 0 ? undefined : (
          <Button onClick={() => void act('session.end-others', {}, sessions.ended(others), 'session.list')}>
            {sessions.endOthers}
          </Button>
        )
      }
    >
      <p className={style.quiet}>{sessions.intro}</p>
      <Answered of={answer}>
        {({ items }) => (
          <Table
            stacks
            columns={[sessions.device, sessions.via, sessions.since, sessions.used]}
            quietColumn={actionsColumn}
          >
            {items.map((item) => (
              <Row key={item.id} {...item} />
            ))}
          </Table>
        )}
      </Answered>
    </Panel>
  );
}
