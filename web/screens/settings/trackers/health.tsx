import type { TrackerShown } from '../../../../src/operations/tracker/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import style from './trackers.module.css';

type Health = TrackerShown['health'];

/** How it goes with a tracker, in a word. */
export function HealthChip({ health: { problem, restUntil, askedAt } }: { health: Health }) {
  const { trackers } = words;
  if (restUntil !== null || problem !== null) return <Chip tone="warning">{trackers.resting}</Chip>;
  return askedAt === null ? <Chip>{trackers.notYet}</Chip> : <Chip tone="good">{trackers.fine}</Chip>;
}

/** How many actions are in step, wait, want a decision, have failed. */
export const HealthCounts = ({ health: { linked, waiting, conflicts, failed } }: { health: Health }) => (
  <span className={style.quiet}>{words.trackers.counts(linked, waiting, conflicts, failed)}</span>
);

/** How it goes with a tracker: when it was asked and answered, what is wrong, and a way to have it asked now. */
export function HealthPanel({ tracker }: { tracker: TrackerShown }) {
  const { trackers } = words;
  const { health } = tracker;
  const { attempt, busy, problem } = useChange('tracker.sync');
  const ask = async () => {
    const done = await attempt({ tracker: tracker.id });
    await refresh('tracker.list', 'link.list');
    if (done !== undefined) say(trackers.askingNow);
  };
  const at = (moment: string | null) => (moment === null ? trackers.never : <Moment at={moment} />);
  return (
    <Panel
      title={trackers.health}
      aside={
        <Button busy={busy} onClick={() => void ask()}>
          {trackers.askNow}
        </Button>
      }
    >
      <p className={style.line}>
        <HealthChip health={health} /> <HealthCounts health={health} />
      </p>
      <dl className={settings.facts}>
        <dt>{trackers.asked}</dt>
        <dd>{at(health.askedAt)}</dd>
        <dt>{trackers.reached}</dt>
        <dd>{at(health.reachedAt)}</dd>
        {health.restUntil === null ? null : (
          <>
            <dt>{trackers.rests}</dt>
            <dd>{at(health.restUntil)}</dd>
          </>
        )}
        {health.problem === null ? null : (
          <>
            <dt>{trackers.problem}</dt>
            <dd className={settings.bad}>{health.problem}</dd>
          </>
        )}
      </dl>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Panel>
  );
}
