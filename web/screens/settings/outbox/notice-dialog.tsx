import type { ShownNotice } from '../../../../src/operations/notice/show.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import style from './outbox.module.css';
import { stateTones, troubleOf } from './states.ts';

const droppable = new Set<string>(['waiting', 'failed', 'uncertain']);

function Foot({ shown, close }: { shown: ShownNotice; close: () => void }) {
  const { outbox } = words.notices;
  const { id, state } = shown;
  const resend = useChange('notice.resend');
  const drop = useChange('notice.drop');
  const take = async (change: typeof drop, said: string) => {
    const done = await change.attempt({ notice: id });
    await refresh('notice.list', 'notice.show');
    if (done === undefined) return;
    say(said);
    close();
  };
  const problem = resend.problem ?? drop.problem;
  return (
    <>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      {state === 'uncertain' || state === 'sent' ? <p className={settings.quiet}>{outbox.resendUncertain}</p> : null}
      <p className={settings.row}>
        {state === 'waiting' || state === 'sending' ? null : (
          <Button look="main" busy={resend.busy} onClick={() => void take(resend, outbox.resent)}>
            {outbox.resend}
          </Button>
        )}
        {droppable.has(state) ? (
          <Button busy={drop.busy} onClick={() => void take(drop, outbox.dropped)}>
            {outbox.drop}
          </Button>
        ) : null}
      </p>
    </>
  );
}

/** One notice that goes out: how far it is, what it says, and what can be done about it. */
export function NoticeDialog({ id, close }: { id: string; close: () => void }) {
  const { outbox } = words.notices;
  const answer = useOperation<ShownNotice>('notice.show', { notice: id });
  return (
    <Dialog label={outbox.text} title={answer.data?.subject ?? outbox.text} wide close={close}>
      <Answered of={answer}>
        {(shown) => (
          <div className={style.notice}>
            <p className={style.facts}>
              <Chip tone={stateTones[shown.state]}>{outbox.states[shown.state]}</Chip>
              <span>{shown.to}</span>
              <span>{outbox.ways[shown.way]}</span>
              {shown.attempts === 0 ? null : <span>{outbox.tries(shown.attempts)}</span>}
              <Moment at={shown.doneAt ?? shown.createdAt} />
            </p>
            {shown.problem === null ? null : <p className={style[troubleOf[shown.state]]}>{told(shown.problem)}</p>}
            {shown.text === '' ? (
              <p className={settings.quiet}>{outbox.noText}</p>
            ) : (
              <pre className={style.text} tabIndex={0} role="group" aria-label={outbox.text}>
                {shown.text}
              </pre>
            )}
            <Foot shown={shown} close={close} />
          </div>
        )}
      </Answered>
    </Dialog>
  );
}
