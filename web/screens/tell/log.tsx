import { useState } from 'react';
import type { Announcements } from '../../../src/operations/announcement/list.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Moment } from '../../parts/moment.tsx';
import { say } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { words } from '../../words/outside.ts';
import style from './tell.module.css';

const own = words.tell;

function OnPage({ incident, url, mayTell }: { incident: string; url: string; mayTell: boolean }) {
  const [asks, setAsks] = useState(false);
  const { attempt, busy, problem } = useChange('status.withdraw');
  const take = async (reason: string) => {
    if ((await attempt({ incident, reason })) === undefined) return;
    setAsks(false);
    say(own.takenOff);
    await refresh('announcement.list');
  };
  return (
    <p className={style.onPage}>
      {own.shown} <a href={url}>{url}</a>
      {mayTell ? <Button onClick={() => setAsks(true)}>{own.take}</Button> : null}
      {asks ? (
        <ReasonDialog
          name={own.take}
          text={own.takeText}
          asksWhy
          danger
          busy={busy}
          problem={problem}
          take={(reason) => void take(reason)}
          close={() => setAsks(false)}
        />
      ) : null}
    </p>
  );
}

/** What was told, to whom and by which way, the newest first. */
export function Log({ incident, told, mayTell }: { incident: string; told: Announcements; mayTell: boolean }) {
  const { items, report } = told;
  return (
    <Panel title={own.told}>
      {mayTell ? null : <p className={style.quiet}>{own.mayNot}</p>}
      {report === null ? null : <OnPage incident={incident} url={report.url} mayTell={mayTell} />}
      {items.length === 0 ? (
        <Empty title={own.toldNone} />
      ) : (
        <ol className={style.log}>
          {items.map(({ id, at, channel, audience, subject, text, receivers }) => (
            <li key={id}>
              <details>
                <summary>
                  <span className={style.subject}>{subject}</span>
                  <span className={style.quiet}>
                    <Moment at={at} /> · {channel} · {audience}
                    {receivers === null ? null : ` (${own.receivers(receivers)})`}
                  </span>
                </summary>
                <p className={style.text}>{text}</p>
              </details>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
