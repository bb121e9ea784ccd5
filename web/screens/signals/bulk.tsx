import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Signal } from '../../../src/operations/signal/list.ts';
import { call, type Input } from '../../api/call.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { refresh } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { say, sayProblem } from '../../parts/notices.tsx';
import { useCommands } from '../../shell/commands.ts';
import { words } from '../../words/incoming.ts';
import { JoinDialog } from './join-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import style from './signals.module.css';

/** Signals that one call takes. */
const atOnce = 5000;

type Props = { chosen: Signal[]; state: 'waiting' | 'ignored'; clear: () => void };

/** What can be done with the selected signals: each says what it did, and can be taken back. */
export function Bulk({ chosen, state, clear }: Props) {
  const { signals } = words;
  const [, go] = useLocation();
  const [asks, setAsks] = useState<'join' | 'open'>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const ask = (what?: 'join' | 'open') => {
    setProblem(undefined);
    setAsks(what);
  };
  const ids = chosen.slice(0, atOnce).map(({ id }) => id);

  const run = async <Answer,>(name: string, input: Input, done: (answer: Answer) => void): Promise<void> => {
    setBusy(true);
    try {
      const answer = await call<Answer>(name, { signals: ids, ...input });
      ask();
      clear();
      done(answer);
    } catch (error) {
      // A dialog stands before the notices: it says so itself.
      if (asks === undefined) sayProblem(error);
      else setProblem(asProblem(error));
    }
    await refresh('signal.list');
    setBusy(false);
  };
  const back = (name: string, input: Input) => () =>
    void call(name, { signals: ids, ...input })
      .catch(sayProblem)
      .then(() => refresh('signal.list'));

  const ignore = (ignored: boolean) =>
    run<{ changed: number }>('signal.ignore', { ignored }, ({ changed }) =>
      say(ignored ? signals.ignored(changed) : signals.waiting(changed), back('signal.ignore', { ignored: !ignored })),
    );
  const any = chosen.length > 0;
  const commands = useMemo(
    () =>
      any
        ? [
            { label: signals.join, run: () => ask('join') },
            { label: signals.openIncident, run: () => ask('open') },
          ]
        : [],
    [any, signals],
  );
  useCommands(commands);
  if (!any) return null;
  const first = chosen.at(-1);
  return (
    <>
      <div className={style.bar} role="group" aria-label={signals.bulk}>
        <strong role="status">{signals.selected(chosen.length)}</strong>
        <Button look="main" onClick={() => ask('join')}>
          {signals.join}
        </Button>
        <Button onClick={() => ask('open')}>{signals.openIncident}</Button>
        <Button busy={busy} onClick={() => void ignore(state === 'waiting')}>
          {state === 'waiting' ? signals.ignore : signals.wait}
        </Button>
        <Button look="quiet" onClick={clear}>
          {signals.clear}
        </Button>
      </div>
      {asks === 'join' ? (
        <JoinDialog
          count={ids.length}
          busy={busy}
          problem={problem}
          close={() => ask()}
          join={({ id, key }) =>
            void run<{ joined: number }>('signal.join', { incident: id }, ({ joined }) =>
              say(signals.joined(joined, key), back('signal.leave', { incident: id })),
            )
          }
        />
      ) : null}
      {asks === 'open' ? (
        <OpenDialog
          count={ids.length}
          name={first?.condition?.name ?? first?.text ?? ''}
          busy={busy}
          problem={problem}
          close={() => ask()}
          open={(input) =>
            void run<{ key: string; joined: number }>('signal.open', input, ({ key, joined }) => {
              say(signals.opened(key, joined));
              go(`/incidents/${key}`);
            })
          }
        />
      ) : null}
    </>
  );
}
