import { useEffect, useState } from 'react';
import type { Channel } from '../../../../src/operations/channel/load.ts';
import type { ShownNotice } from '../../../../src/operations/notice/show.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { sayProblem } from '../../../parts/notices.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import style from './channels.module.css';

const lookMs = 1000;

/** How far the message of a test is; looked at until it has an end. */
function Progress({ notice }: { notice: string }) {
  const { channels } = words.notices;
  const { data } = useOperation<ShownNotice>('notice.show', { notice });
  const isOpen = data === undefined || data.state === 'waiting' || data.state === 'sending';
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void refresh('notice.show'), lookMs);
    return () => clearInterval(timer);
  }, [isOpen]);
  const state = data?.state ?? 'waiting';
  const problem = data?.problem ?? null;
  const sentence = isOpen && problem !== null ? channels.again : channels.tests[state];
  return (
    <span role="status" className={state === 'sent' ? style.good : problem === null ? style.quiet : style.bad}>
      {sentence} {problem === null ? null : told(problem)}
    </span>
  );
}

/** Sends a channel a message that says that it is connected, and shows what became of it. */
export function Tested({ channel: { id, name } }: { channel: Channel }) {
  const { channels } = words.notices;
  const { run, busy } = useChange<{ notice: string }>('channel.test');
  const [notice, setNotice] = useState<string>();
  const test = () => run({ channel: id }).then((made) => setNotice(made.notice), sayProblem);
  return (
    <>
      <Button look="quiet" busy={busy} aria-label={channels.testLabel(name)} onClick={() => void test()}>
        {channels.test}
      </Button>
      {notice === undefined ? null : <Progress key={notice} notice={notice} />}
    </>
  );
}
