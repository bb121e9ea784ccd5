import type { LinkShown } from '../../../src/operations/link/load.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/outside.ts';
import style from './issue.module.css';

type Conflict = LinkShown['conflicts'][number];
type Side = 'ours' | 'theirs';

/** A value as people read it. */
function shown(field: string, value: string | null): string {
  const { issue } = words.trackers;
  if (value === null || value === '') return issue.nothing;
  return field === 'state' ? (issue.fieldStates[value as keyof typeof issue.fieldStates] ?? value) : value;
}

function One({ link, conflict }: { link: LinkShown; conflict: Conflict }) {
  const { issue } = words.trackers;
  const { attempt, busy, problem } = useChange('link.resolve');
  const { field, ours, theirs } = conflict;
  const name = issue.fields[field as keyof typeof issue.fields];
  const decide = async (keep: Side) => {
    const done = await attempt({ incident: link.incident, link: link.id, field, ours, theirs, keep });
    await refresh('link.list', 'tracker.list', 'action.show');
    if (done !== undefined) say(issue.decided);
  };
  return (
    <li className={style.conflict}>
      <h4>{name}</h4>
      <div className={style.sides}>
        {(['ours', 'theirs'] as const).map((side) => (
          <div key={side} className={style.side}>
            <span className={style.quiet}>{side === 'ours' ? issue.here : issue.there}</span>
            <span className={style.value}>{shown(field, conflict[side])}</span>
            <Button busy={busy} aria-label={issue.keepLabel[side](name)} onClick={() => void decide(side)}>
              {issue.keep[side]}
            </Button>
          </div>
        ))}
      </div>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </li>
  );
}

/** What action and issue say differently since both were changed: a person chooses. */
export function Conflicts({ link }: { link: LinkShown }) {
  if (link.conflicts.length === 0) return null;
  return (
    <div className={style.conflicts}>
      <p>{words.trackers.issue.changedBoth}</p>
      <ul>
        {link.conflicts.map((conflict) => (
          <One key={conflict.field} link={link} conflict={conflict} />
        ))}
      </ul>
    </div>
  );
}
