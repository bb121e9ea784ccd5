import { useState } from 'react';
import type { LinkShown } from '../../../src/operations/link/load.ts';
import type { TrackerShown } from '../../../src/operations/tracker/load.ts';
import { refresh, useChange, useOperation } from '../../api/queries.ts';
import { useFresh } from '../../api/use-fresh.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/outside.ts';
import { Conflicts } from './conflicts.tsx';
import { IssueName } from './issue-name.tsx';
import style from './issue.module.css';
import { SendForm } from './send-form.tsx';

type Props = {
  /** Key of the incident, and the id of the action's entry. */
  incident: string;
  id: string;
  /** Whether the reader may change actions. */
  mayChange: boolean;
};

function Linked({ link, mayChange }: { link: LinkShown; mayChange: boolean }) {
  const { issue } = words.trackers;
  const unlink = useChange('action.unlink');
  const retry = useChange('link.retry');
  const problem = unlink.problem ?? retry.problem;
  const run = async (change: typeof unlink, input: object, told: string) => {
    const done = await change.attempt({ incident: link.incident, ...input });
    await refresh('link.list', 'tracker.list');
    if (done !== undefined) say(told);
  };
  return (
    <>
      <div className={style.head}>
        <IssueName link={link} />
        {!mayChange ? null : (
          <span className={style.buttons}>
            {link.problem === null ? null : (
              <Button busy={retry.busy} onClick={() => void run(retry, { link: link.id }, issue.retrying)}>
                {issue.retry}
              </Button>
            )}
            <Button
              look="quiet"
              busy={unlink.busy}
              onClick={() => void run(unlink, { id: link.action.id }, issue.unlinked)}
            >
              {issue.unlink}
            </Button>
          </span>
        )}
      </div>
      {link.state === 'uncertain' ? <p className={style.quiet}>{issue.uncertainText}</p> : null}
      {link.problem === null || link.state === 'uncertain' ? null : <p className={style.problem}>{link.problem}</p>}
      {mayChange ? <Conflicts link={link} /> : null}
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </>
  );
}

function Unlinked({ incident, id }: { incident: string; id: string }) {
  const { issue } = words.trackers;
  const [asks, setAsks] = useState(false);
  const answer = useOperation<{ items: TrackerShown[] }>('tracker.list');
  return (
    <Answered of={answer}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={style.quiet}>{issue.noTracker}</p>
        ) : asks ? (
          <SendForm incident={incident} id={id} trackers={items} />
        ) : (
          <p className={style.head}>
            <span className={style.quiet}>{issue.none}</span>
            <Button onClick={() => setAsks(true)}>{issue.send}</Button>
          </p>
        )
      }
    </Answered>
  );
}

/** The issue of an action: its name and state, what differs, and how to make or link one. */
export function ActionIssue({ incident, id, mayChange }: Props) {
  const { issue } = words.trackers;
  const answer = useOperation<{ items: LinkShown[] }>('link.list', { incident, limit: 500 });
  // It changes by itself, when the tracker answers.
  useFresh('link.list');
  return (
    <section className={style.issue} aria-label={issue.title}>
      <h3>{issue.title}</h3>
      <Answered of={answer}>
        {({ items }) => {
          const link = items.find(({ action }) => action.id === id);
          if (link !== undefined) return <Linked link={link} mayChange={mayChange} />;
          return mayChange ? <Unlinked incident={incident} id={id} /> : <p className={style.quiet}>{issue.none}</p>;
        }}
      </Answered>
    </section>
  );
}
