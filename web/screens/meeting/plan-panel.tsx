import { useState } from 'react';
import type { CalendarFile } from '../../../src/operations/meeting/calendar.ts';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import { call } from '../../api/call.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { say, sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { words } from '../../words/reviewing.ts';
import style from './meeting.module.css';
import { PlanDialog } from './plan-dialog.tsx';

/** Saves the calendar file where the browser saves files. */
async function saveCalendar(incident: string): Promise<void> {
  try {
    const { name, text } = await call<CalendarFile>('meeting.calendar', { incident });
    const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  } catch (problem) {
    sayProblem(problem);
  }
}

function CancelDialog({ incident, seen, close }: { incident: string; seen: number; close: () => void }) {
  const own = words.meeting;
  const { attempt, busy, problem } = useChange('meeting.cancel');
  const take = async () => {
    if ((await attempt({ incident, seen })) === undefined) return;
    say(own.cancelled);
    close();
    await refresh('meeting.show');
  };
  return (
    <ReasonDialog
      name={own.cancelTitle}
      text={own.cancelText}
      danger
      busy={busy}
      problem={problem}
      take={() => void take()}
      close={close}
    />
  );
}

/** When the meeting is, where, and who is invited; planned, changed and cancelled here. */
export function PlanPanel({
  meeting,
  incident,
  mayPlan,
}: {
  meeting: ShownMeeting;
  incident: string;
  mayPlan: boolean;
}) {
  const own = words.meeting;
  const { plan, version } = meeting;
  const [asked, setAsked] = useState<'plan' | 'cancel'>();
  const close = () => setAsked(undefined);
  const invited = [
    ...(plan?.people ?? []).map(({ name }) => name),
    ...(plan?.guests ?? []).map(({ name }) => own.guest(name)),
  ];
  return (
    <Panel title={own.when}>
      {plan === null ? (
        <>
          <p>{own.notPlanned}</p>
          <p className={style.quiet}>{own.notPlannedAdvice}</p>
        </>
      ) : (
        <>
          <p className={style.moment}>
            <Moment at={plan.startsAt} /> <span className={style.quiet}>{own.minutes(plan.minutes)}</span>
          </p>
          {plan.place === '' ? null : (
            <p className={style.place}>
              {/^https?:\/\//.test(plan.place) ? <a href={plan.place}>{plan.place}</a> : plan.place}
            </p>
          )}
          <p className={style.quiet}>{invited.length === 0 ? own.nobody : invited.join(', ')}</p>
        </>
      )}
      <div className={style.buttons}>
        {mayPlan ? (
          <Button look={plan === null ? 'main' : 'plain'} onClick={() => setAsked('plan')}>
            {plan === null ? own.plan : own.change}
          </Button>
        ) : null}
        {plan === null ? null : <Button onClick={() => void saveCalendar(incident)}>{own.calendar}</Button>}
        {plan === null || !mayPlan ? null : <Button onClick={() => setAsked('cancel')}>{own.cancel}</Button>}
      </div>
      {asked === 'plan' ? <PlanDialog meeting={meeting} incident={incident} close={close} /> : null}
      {asked === 'cancel' ? <CancelDialog incident={incident} seen={version} close={close} /> : null}
    </Panel>
  );
}
