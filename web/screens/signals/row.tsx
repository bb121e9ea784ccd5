import type { Signal } from '../../../src/operations/signal/list.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Said } from '../../parts/said.tsx';
import { Tick } from '../../parts/tick.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/incoming.ts';
import { Severity } from '../incidents/severity.tsx';
import style from './signals.module.css';

const Why = ({ decision }: Pick<Signal, 'decision'>) => {
  const { signals } = words;
  if (decision === null) return <p className={style.quiet}>{signals.undecided}</p>;
  return (
    <p className={style.quiet}>
      {decision.rule === '' ? null : `${signals.byRule(decision.rule)} `}
      <Said text={told('', decision.why)} />
    </p>
  );
};

type Props = {
  signal: Signal;
  selected: boolean;
  choose: (on: boolean, far: boolean) => void;
  showOriginal: () => void;
};

/** One signal: what happened, when, who told it, and why it waits. */
export function Row({ signal, selected, choose, showOriginal }: Props) {
  const { signals } = words;
  const { at, text, source, severity, condition, count, lastAt, decision } = signal;
  return (
    <li className={selected ? style.selected : style.row}>
      <Tick
        aria-label={signals.select(text)}
        data-signal={signal.id}
        checked={selected}
        onChange={({ target, nativeEvent }) => choose(target.checked, (nativeEvent as MouseEvent).shiftKey)}
      />
      <div className={style.about}>
        <p className={style.text}>{text}</p>
        <p className={style.facts}>
          <Moment at={at} />
          <code>{source}</code>
          {severity === null ? null : <Severity severity={severity} />}
          {condition === null ? null : (
            <Chip tone={condition.state === 'open' ? 'warning' : 'good'}>{signals[condition.state]}</Chip>
          )}
          {count === 1 ? null : (
            <span>
              {signals.told(count)}, {signals.lastTold} <Moment at={lastAt} />
            </span>
          )}
        </p>
        <Why decision={decision} />
      </div>
      <Button look="quiet" aria-label={signals.originalOf(text)} onClick={showOriginal}>
        {signals.original}
      </Button>
    </li>
  );
}
