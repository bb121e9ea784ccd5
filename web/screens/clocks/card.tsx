import { useId, useState } from 'react';
import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words/with-clocks.ts';
import { Began } from './began.tsx';
import style from './clocks.module.css';
import { Asked, type Dialogs } from './dialogs.tsx';
import { Due } from './due.tsx';
import { Law } from './law.tsx';
import { Passed } from './passed.tsx';
import { State } from './state.tsx';
import { TakeBack } from './take-back.tsx';

type Props = {
  clock: ShownClock;
  /** Of those who said something, by how the ledger calls them. */
  names: Record<string, string>;
  /** Every clock of the incident: some ask the same. */
  all: readonly ShownClock[];
  incident: string;
  now: number;
  readOnly: boolean;
};

/** What said that it applies, or not, and how it was done. */
function Said({ clock: { applies, mark }, names }: Pick<Props, 'clock' | 'names'>) {
  const { clocks } = words;
  const { done } = mark;
  return (
    <>
      <dt>{clocks.why}</dt>
      <dd>
        {clocks.because[applies.because]} {applies.says === undefined ? null : <q>{applies.says}</q>}
      </dd>
      {done === undefined ? null : (
        <>
          <dt>{clocks.proof}</dt>
          <dd>
            {clocks.byAt(names[done.by] ?? done.by)} <Moment at={done.at} /> <q className={style.cited}>{done.proof}</q>
            {done.late === undefined ? null : (
              <>
                {' '}
                {clocks.lateBecause} <q className={style.cited}>{done.late}</q>
              </>
            )}
          </dd>
        </>
      )}
    </>
  );
}

const open = new Set(['overdue', 'running', 'prompt', 'waiting']);

/** One clock: what is to be told, how much time is left, what started it, and the law it rests on. */
export function ClockCard({ clock, names, all, incident, now, readOnly }: Props) {
  const { clocks } = words;
  const { rule, state, suggested } = clock;
  const [asks, ask] = useState<Dialogs>();
  const id = useId();
  const button = (name: Dialogs, label: string, look: 'main' | 'plain' | 'quiet' = 'quiet') => (
    <Button look={look} aria-label={clocks.about(label, rule.what)} onClick={() => ask(name)}>
      {label}
    </Button>
  );
  const isOpen = open.has(state);
  return (
    <li>
      <article className={style.card} aria-labelledby={id} data-state={state}>
        <div className={style.head}>
          <h3 id={id}>
            <Chip>{rule.regime}</Chip> {rule.what}
          </h3>
          {state === 'asked' ? null : <State clock={clock} now={now} />}
        </div>
        <Passed clock={clock} now={now} />
        <dl className={style.facts}>
          <dt>{clocks.tell}</dt>
          <dd>{rule.tell}</dd>
          {clock.until === null || clock.start === null || !isOpen ? null : (
            <>
              <dt>{clocks.due}</dt>
              <dd>
                <Due clock={clock} />
              </dd>
            </>
          )}
          {isOpen ? (
            <>
              <dt>{clocks.counts}</dt>
              <dd>
                <Began clock={clock} incident={incident} />
              </dd>
            </>
          ) : state === 'asked' ? null : (
            <Said clock={clock} names={names} />
          )}
          {state === 'asked' ? (
            <>
              <dt>{clocks.asked}</dt>
              <dd>{[rule.when, rule.only].filter((text) => text !== undefined).join(' ')}</dd>
            </>
          ) : null}
          <dt>{clocks.law}</dt>
          <dd>
            <Law rule={rule} />
          </dd>
          {rule.note === undefined ? null : (
            <>
              <dt>{clocks.note}</dt>
              <dd className={style.quiet}>{rule.note}</dd>
            </>
          )}
        </dl>
        {readOnly ? null : (
          <div className={style.buttons}>
            {state === 'asked' ? button('applies', clocks.actions.applies, 'plain') : null}
            {isOpen ? button('done', clocks.actions.done, 'plain') : null}
            {isOpen ? button('begin', suggested === null ? clocks.actions.begin : clocks.actions.confirm) : null}
            {isOpen || state === 'asked' ? button('not', clocks.actions.not) : null}
            <TakeBack clock={clock} incident={incident} />
          </div>
        )}
        {asks === undefined ? null : (
          <Asked name={asks} all={all} clock={clock} incident={incident} close={() => ask(undefined)} />
        )}
      </article>
    </li>
  );
}
