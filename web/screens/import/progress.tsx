import { Button } from '../../parts/button.tsx';
import { words } from '../../words/index.ts';
import style from './import.module.css';
import { clear, create, type Importing, read, retry, stop } from './importing.ts';
import { saveCsv } from './csv.ts';
import type { State } from './row.ts';
import type { Manner } from './steps.ts';

const isRead: State[] = ['read', 'creating', 'created', 'failed'];

function said({ rows, running, stopped }: Importing, count: (...states: State[]) => number): string {
  const { reading, creating, done, readDone, stopped: halted } = words.import;
  if (running === 'reading') return reading(count(...isRead), rows.length);
  if (running === 'creating') return creating(count('created'), count('read', 'creating', 'created'));
  const all =
    count('created') > 0
      ? done(count('created'), count('failed'))
      : readDone(count(...isRead) - count('failed'), count('failed'));
  return stopped ? `${halted} ${all}` : all;
}

/** How far it is, and what can be done now. */
export function Progress({ importing, manner }: { importing: Importing; manner: Manner }) {
  const { rows, running, leftOut } = importing;
  const count = (...states: State[]) => rows.filter(({ state }) => states.includes(state)).length;
  const [waiting, ready, failed] = [count('waiting'), count('read'), count('failed')];
  const [value, max] =
    running === 'creating' ? [count('created'), count('read', 'creating', 'created')] : [count(...isRead), rows.length];
  const text = said(importing, count);
  return (
    <div className={style.progress}>
      {running === undefined ? null : <progress className={style.bar} value={value} max={max} aria-label={text} />}
      <p>
        <span role={running === undefined ? 'status' : undefined}>{text}</span>{' '}
        {leftOut > 0 ? <span className={style.quiet}>{words.import.leftOut(leftOut)}</span> : null}
      </p>
      <div className={style.buttons}>
        {running === undefined ? (
          <>
            {ready > 0 ? (
              <Button look="main" onClick={() => void create(manner)}>
                {words.import.create(ready)}
              </Button>
            ) : null}
            {waiting > 0 ? <Button onClick={() => void read()}>{words.import.goOn}</Button> : null}
            {failed > 0 ? <Button onClick={() => void retry()}>{words.import.retry(failed)}</Button> : null}
            <Button onClick={() => saveCsv(rows)}>{words.import.csv}</Button>
            <Button look="quiet" onClick={clear}>
              {words.import.clear}
            </Button>
          </>
        ) : (
          <Button onClick={stop}>{words.import.stop}</Button>
        )}
      </div>
    </div>
  );
}
