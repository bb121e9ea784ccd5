import { useParams } from 'wouter';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/reviewing.ts';
import { Agenda } from './agenda.tsx';
import style from './meeting.module.css';
import { Notes } from './notes.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PollPanel } from './poll-panel.tsx';

/** The meeting of a post-mortem: its agenda to be ticked through, what was noted, when it is, and the checks. */
export function Screen() {
  const { incident = '' } = useParams();
  const meeting = useOperation<ShownMeeting>('meeting.show', { incident });
  const mayHold = start.me.may.includes('meeting.hold');
  return (
    <IncidentFrame incident={incident} title={words.meeting.title}>
      {(shown) => (
        <Answered of={meeting}>
          {(answer) => (
            <div className={style.columns}>
              <div className={style.column}>
                <Agenda meeting={answer} incident={shown.key} mayTick={mayHold && answer.plan !== null} />
                <Notes meeting={answer} incident={shown.key} status={shown.status} />
              </div>
              <div className={style.column}>
                <PlanPanel meeting={answer} incident={shown.key} mayPlan={mayHold} />
                <PollPanel shown={shown} mayHold={mayHold} meeting={answer} />
              </div>
            </div>
          )}
        </Answered>
      )}
    </IncidentFrame>
  );
}
