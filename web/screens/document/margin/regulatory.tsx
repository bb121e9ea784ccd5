import { Link } from 'wouter';
import type { ClockList } from '../../../../src/operations/clock/list.ts';
import { useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/with-clock-state.ts';
import { State } from '../../clocks/state.tsx';
import style from './regulatory.module.css';

const open = new Set(['overdue', 'running', 'prompt', 'waiting']);

/** Clocks of laws and contracts that run in this incident, and how many ask for an answer; nothing where none concerns it. */
export function Regulatory({ incident, now }: { incident: string; now: number }) {
  const { clockState } = words;
  const { data } = useOperation<ClockList>('clock.list', { incident });
  if (data === undefined || data.items.length === 0) return null;
  const asked = data.items.filter(({ state }) => state === 'asked').length;
  return (
    <>
      <ul className={style.list}>
        {data.items
          .filter(({ state }) => open.has(state))
          .map((clock) => (
            <li key={clock.clock} className={style.clock}>
              <span className={style.head}>
                <span>{clock.rule.regime}</span>
                <State clock={clock} now={now} />
              </span>
              <span className={style.tell}>{clock.rule.tell}</span>
            </li>
          ))}
      </ul>
      <p className={style.more}>
        {asked === 0 ? null : `${clockState.asked(asked)}. `}
        <Link href={`/incidents/${incident}/clocks`}>{clockState.all}</Link>
      </p>
    </>
  );
}
