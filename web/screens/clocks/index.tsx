import { Link, useParams } from 'wouter';
import type { ClockList } from '../../../src/operations/clock/list.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { words } from '../../words/with-clocks.ts';
import { ClockCard } from './card.tsx';
import style from './clocks.module.css';

const open = ['overdue', 'running', 'prompt', 'waiting'];

function Groups({ items, names, others, incident }: ClockList & { incident: string }) {
  const { clocks } = words;
  const now = useNow();
  const readOnly = !start.me.may.includes('clock.settle');
  const card = (clock: ClockList['items'][number]) => (
    <ClockCard
      key={clock.clock}
      clock={clock}
      names={names}
      all={items}
      incident={incident}
      now={now}
      readOnly={readOnly}
    />
  );
  const toTell = items.filter(({ state }) => open.includes(state));
  const asked = items.filter(({ state }) => state === 'asked');
  const settled = items.filter(({ state }) => !open.includes(state) && state !== 'asked');
  return (
    <div className={style.groups}>
      {items.length === 0 ? (
        <Empty title={clocks.noneTitle}>
          <p>{clocks.noneText}</p>
        </Empty>
      ) : (
        <>
          <Panel title={clocks.open}>
            <p className={style.quiet}>{clocks.intro}</p>
            {toTell.length === 0 ? (
              <p className={style.none}>{clocks.noneOpen}</p>
            ) : (
              <ul className={style.cards}>{toTell.map(card)}</ul>
            )}
          </Panel>
          {asked.length === 0 ? null : (
            <Panel title={clocks.asked}>
              <p className={style.quiet}>{clocks.askedText}</p>
              <ul className={style.cards}>{asked.map(card)}</ul>
            </Panel>
          )}
          {settled.length === 0 ? null : (
            <Panel title={clocks.settled}>
              <ul className={style.cards}>{settled.map(card)}</ul>
            </Panel>
          )}
        </>
      )}
      {others === 0 ? null : (
        <p className={style.quiet}>
          {clocks.others(others)}{' '}
          {start.me.may.includes('settings.see') ? <Link href="/settings/clocks">{clocks.toSettings}</Link> : null}
        </p>
      )}
    </div>
  );
}

/** Every clock of an incident: what is to be told to whom by when, what only people can answer, and what was done. */
export function Screen() {
  const { incident = '' } = useParams();
  const clocks = useOperation<ClockList>('clock.list', { incident });
  return (
    <IncidentFrame incident={incident} title={words.clocks.title}>
      {() => <Answered of={clocks}>{(answer) => <Groups {...answer} incident={incident} />}</Answered>}
    </IncidentFrame>
  );
}
