import { useState } from 'react';
import type { Shown } from '../../../../src/operations/delivery/show.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { readable } from '../../../parts/readable.ts';
import { Said } from '../../../parts/said.tsx';
import { told as toldText } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import style from './hooks.module.css';
import { stateTones } from './state-tones.ts';

function ReadOf({ told, ignored, masked }: Shown) {
  const { deliveries } = words;
  const kinds = Object.entries(masked);
  return (
    <>
      {told.length === 0 ? null : (
        <section className={style.part} aria-label={deliveries.told}>
          <h3>{deliveries.told}</h3>
          <ul className={style.items}>
            {told.map(({ id, at, text, incident }) => (
              <li key={id}>
                <Moment at={at} /> {text}{' '}
                {incident === null ? null : <Chip tone="accent">{deliveries.inIncident}</Chip>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ignored.length === 0 ? null : (
        <section className={style.part} aria-label={deliveries.ignored}>
          <h3>{deliveries.ignored}</h3>
          <ul className={style.items}>
            {ignored.map(({ what, why, where, count }, index) => (
              <li key={index}>
                <code>{what}</code> {count === 1 ? null : deliveries.times(count)} <Said text={toldText(why)} />{' '}
                <code>{where}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {kinds.length === 0 ? null : (
        <section className={style.part} aria-label={deliveries.masked}>
          <h3>{deliveries.masked}</h3>
          <ul className={style.items}>
            {kinds.map(([kind, count]) => (
              <li key={kind}>
                <code>{kind}</code> {deliveries.times(count)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Original({ text, isCut, headers }: Shown) {
  const { deliveries } = words;
  return (
    <>
      <section className={style.part} aria-label={deliveries.original}>
        <h3>{deliveries.original}</h3>
        {text === null ? (
          <p className={settings.quiet}>{deliveries.noOriginal}</p>
        ) : (
          <pre className={style.original} tabIndex={0} role="group" aria-label={deliveries.original}>
            {readable(text)}
          </pre>
        )}
        {isCut ? <p className={settings.quiet}>{deliveries.cut}</p> : null}
      </section>
      <details>
        <summary>{deliveries.headers}</summary>
        <pre className={style.original} tabIndex={0} role="group" aria-label={deliveries.headers}>
          {Object.entries(headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        </pre>
      </details>
    </>
  );
}

/** One delivery: what was read of it, what was not and why, and the original as it is stored. */
export function DeliveryDialog({ id, close }: { id: string; close: () => void }) {
  const { deliveries, evidence } = words;
  const answer = useOperation<Shown>('delivery.show', { delivery: id });
  const { attempt, busy, problem } = useChange('delivery.read-again');
  const [queued, setQueued] = useState(false);
  const again = async () => {
    setQueued((await attempt({ delivery: id })) !== undefined);
    await refresh('delivery.list', 'delivery.show', 'hook.list');
  };
  const isRefused = answer.data?.state === 'refused';
  return (
    <Dialog
      label={deliveries.one(id)}
      title={deliveries.one(id)}
      wide
      close={close}
      foot={
        answer.data === undefined || isRefused ? undefined : (
          <>
            <span className={settings.quiet} role="status">
              {queued ? deliveries.queued : deliveries.againText}
            </span>
            <Button busy={busy} onClick={() => void again()}>
              {deliveries.again}
            </Button>
          </>
        )
      }
    >
      <Answered of={answer}>
        {(shown) => (
          <div className={style.delivery}>
            <p className={style.facts}>
              <Chip tone={stateTones[shown.state]}>{deliveries.states[shown.state]}</Chip>
              <Moment at={shown.receivedAt} />
              <span>{evidence.bytes(shown.bytes)}</span>
              {shown.repeatedAt === null ? null : (
                <span>
                  {deliveries.repeats(shown.repeats)}, {deliveries.repeatedAt} <Moment at={shown.repeatedAt} />
                </span>
              )}
            </p>
            {shown.reason === null ? null : (
              <p>
                <Said text={toldText(shown.reason)} />
              </p>
            )}
            {problem === null ? null : <ProblemPanel problem={problem} />}
            <ReadOf {...shown} />
            <Original {...shown} />
          </div>
        )}
      </Answered>
    </Dialog>
  );
}
