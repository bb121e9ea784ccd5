import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OutboxItem } from '../../../../src/operations/notice/row.ts';
import { usePages } from '../../../api/pages.ts';
import { refresh, useOperation } from '../../../api/queries.ts';
import { useFresh } from '../../../api/use-fresh.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { FilterSelect } from '../../../parts/filters.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { SoFar } from '../../../parts/so-far.tsx';
import { Table } from '../../../parts/table.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import { NoticeDialog } from './notice-dialog.tsx';
import style from './outbox.module.css';
import { outgoingStates, stateTones, troubleOf } from './states.ts';

type Head = { counts: Record<OutboxItem['state'], number>; hasMail: boolean };
const lookMs = 4000;

function Row({ item, show }: { item: OutboxItem; show: () => void }) {
  const { outbox } = words.notices;
  const { to, way, subject, incident, state, problem, createdAt, nextAt, attempts } = item;
  return (
    <tr>
      <td data-column={outbox.when}>
        <Moment at={createdAt} />
      </td>
      <td data-column={outbox.to}>
        <span className={style.to}>
          {to}
          <span className={settings.quiet}>{outbox.ways[way]}</span>
        </span>
      </td>
      <td data-column={outbox.what}>
        <span className={style.to}>
          {subject}
          {incident === null ? null : <Link href={`/incidents/${incident}`}>{incident}</Link>}
        </span>
      </td>
      <td data-column={outbox.state}>
        <Chip tone={stateTones[state]}>{outbox.states[state]}</Chip>
        {problem === null ? null : <p className={style[troubleOf[state]]}>{told(problem)}</p>}
        {nextAt === null || attempts === 0 ? null : (
          <p className={settings.quiet}>
            {outbox.tries(attempts)}, {outbox.next} <Moment at={nextAt} />
          </p>
        )}
      </td>
      <td>
        <Button look="quiet" aria-label={outbox.showLabel(subject)} onClick={show}>
          {outbox.show}
        </Button>
      </td>
    </tr>
  );
}

/** What goes out, the newest first, how far it is and what can be done about it. */
export function Outbox() {
  const { outbox, noMail, noMailAdvice } = words.notices;
  const [state, setState] = useState('');
  const [opened, open] = useState<string>();
  const input = useMemo(() => (state === '' ? {} : { state }), [state]);
  const head = useOperation<Head>('notice.list', { limit: 1 }).data;
  const { items, problem, retry, ...pages } = usePages<OutboxItem>('notice.list', input, 'before');
  useFresh('notice.list');
  // What is sent changes nothing in the ledger, so nobody else tells of it.
  const isMoving = (head?.counts.waiting ?? 0) + (head?.counts.sending ?? 0) > 0;
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => void refresh('notice.list'), lookMs);
    return () => clearInterval(timer);
  }, [isMoving]);
  return (
    <Panel title={words.settings.parts.outbox}>
      <p className={settings.quiet}>{outbox.intro}</p>
      {head?.hasMail === false ? (
        <p className={style.warning}>
          <strong>{noMail}</strong> {noMailAdvice}
        </p>
      ) : null}
      <div className={style.which}>
        <FilterSelect
          label={outbox.which}
          any={outbox.all}
          options={outgoingStates.map((value) => ({
            value,
            label: head === undefined ? outbox.states[value] : outbox.counted(outbox.states[value], head.counts[value]),
          }))}
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
        <Empty title={state === '' ? outbox.none : outbox.noneSo}>
          {state === '' ? <p>{outbox.noneAdvice}</p> : null}
        </Empty>
      ) : (
        <>
          <Table
            stacks
            columns={[outbox.when, outbox.to, outbox.what, outbox.state]}
            quietColumn={words.settings.actionsColumn}
            className={style.outbox}
          >
            {items.map((item) => (
              <Row key={item.id} item={item} show={() => open(item.id)} />
            ))}
          </Table>
          <SoFar {...pages}>{outbox.shown(items.length)}</SoFar>
        </>
      )}
      {opened === undefined ? null : <NoticeDialog id={opened} close={() => open(undefined)} />}
    </Panel>
  );
}
