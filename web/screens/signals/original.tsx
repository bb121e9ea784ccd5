import type { Signal } from '../../../src/operations/signal/list.ts';
import type { ShownSignal } from '../../../src/operations/signal/show.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Moment } from '../../parts/moment.tsx';
import { readable } from '../../parts/readable.ts';
import { words } from '../../words/incoming.ts';
import style from './signals.module.css';

/** What a signal was read from, as it is stored. */
export function Original({ signal, close }: { signal: Signal; close: () => void }) {
  const { signals } = words;
  const answer = useOperation<ShownSignal>('signal.show', { signal: signal.id });
  return (
    <Dialog label={signals.originalOf(signal.text)} title={signals.original} wide close={close}>
      <p>{signal.text}</p>
      <Answered of={answer}>
        {({ hook, receivedAt, pointer, original, isCut, notes }) => (
          <>
            {notes === null ? null : <p className={style.notes}>{notes}</p>}
            <p className={style.facts}>
              <span>{signals.came(hook)}</span>
              <Moment at={receivedAt} />
              {pointer === '' ? null : (
                <span>
                  {signals.place}: <code>{pointer}</code>
                </span>
              )}
            </p>
            <pre className={style.original} tabIndex={0} role="group" aria-label={signals.original}>
              {readable(original)}
            </pre>
            {isCut ? <p className={style.quiet}>{signals.cut}</p> : null}
          </>
        )}
      </Answered>
    </Dialog>
  );
}
