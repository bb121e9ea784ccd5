import { useId } from 'react';
import type { Signal } from '../../../src/operations/signal/list.ts';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/incoming.ts';
import type { Group as Grouped } from './groups.ts';
import { Row } from './row.tsx';
import style from './signals.module.css';
import type { Selection } from './use-selection.ts';

/** What a group is called. */
export const nameOf = ({ service, condition }: Grouped): string =>
  `${condition ?? words.signals.others} · ${service ?? words.signals.noService}`;

type Props = {
  group: Grouped;
  shown: readonly Signal[];
  isWhole: boolean;
  setWhole: (whole: boolean) => void;
  selection: Selection;
  showOriginal: (signal: Signal) => void;
};

/** Signals of one alert of one service: how many, and the newest of them. */
export function Group({ group, shown, isWhole, setWhole, selection, showOriginal }: Props) {
  const { signals } = words;
  const id = useId();
  const { selected, choose, chooseAll } = selection;
  const { items, service, condition } = group;
  const name = nameOf(group);
  // Names of alerts often have their service in them.
  const isSaid = service !== null && condition?.includes(service) === true;
  const hidden = items.length - shown.length;
  return (
    <section className={style.group} aria-labelledby={id}>
      <div className={style.head}>
        <Tick
          aria-label={signals.selectGroup(name)}
          checked={items.every((item) => selected.has(item.id))}
          onChange={({ target }) =>
            chooseAll(
              items.map((item) => item.id),
              target.checked,
            )
          }
        />
        <h2 id={id}>
          {condition ?? signals.others}
          {isSaid ? null : <span className={style.service}> {service ?? signals.noService}</span>}
        </h2>
        <span className={style.quiet}>{signals.count(items.length)}</span>
      </div>
      <ul className={style.list} aria-label={signals.list(name)}>
        {shown.map((signal) => (
          <Row
            key={signal.id}
            signal={signal}
            selected={selected.has(signal.id)}
            choose={(on, far) => choose(signal.id, on, far)}
            showOriginal={() => showOriginal(signal)}
          />
        ))}
      </ul>
      {hidden > 0 || isWhole ? (
        <p className={style.rest}>
          <Button look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? signals.showLess : signals.showAll(hidden)}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
