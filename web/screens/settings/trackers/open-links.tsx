import { useMemo } from 'react';
import { Link } from 'wouter';
import type { LinkShown } from '../../../../src/operations/link/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { usePages } from '../../../api/pages.ts';
import { Conflicts } from '../../../action/issue/conflicts.tsx';
import { IssueName } from '../../../action/issue/issue-name.tsx';
import { Button } from '../../../parts/button.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { SoFar } from '../../../parts/so-far.tsx';
import { words } from '../../../words/outside.ts';
import style from './trackers.module.css';

function Row({ link }: { link: LinkShown }) {
  const { issue } = words.trackers;
  const { attempt, busy, problem } = useChange('link.retry');
  const retry = async () => {
    const done = await attempt({ incident: link.incident, link: link.id });
    await refresh('link.list', 'tracker.list');
    if (done !== undefined) say(issue.retrying);
  };
  const name = `${link.action.label} ${link.action.text}`.trim();
  return (
    <li className={style.link}>
      <div className={style.linkHead}>
        <span className={style.words}>{name}</span>
        <Link href={`/incidents/${link.incident}`}>{link.incident}</Link>
        <IssueName link={link} />
      </div>
      {link.problem === null ? null : (
        <p className={style.line}>
          <span className={style.bad}>{link.problem}</span>
          <Button busy={busy} onClick={() => void retry()}>
            {issue.retry}
          </Button>
        </p>
      )}
      <Conflicts link={link} />
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </li>
  );
}

/** What a person has to look at: conflicts, and what could not be kept in step. */
export function OpenLinks({ tracker }: { tracker: string }) {
  const { trackers } = words;
  const input = useMemo(() => ({ tracker, waiting: true }), [tracker]);
  const { items, problem, retry, ...pages } = usePages<LinkShown>('link.list', input, 'after');
  return (
    <Panel title={trackers.openLinks}>
      {items === undefined ? (
        problem === null ? (
          <Loading />
        ) : (
          <ProblemPanel problem={problem} retry={retry} />
        )
      ) : items.length === 0 ? (
        <p className={style.quiet}>{trackers.openNone}</p>
      ) : (
        <>
          <ul className={style.links}>
            {items.map((link) => (
              <Row key={link.id} link={link} />
            ))}
          </ul>
          <SoFar {...pages}>{trackers.shown(items.length)}</SoFar>
        </>
      )}
    </Panel>
  );
}
