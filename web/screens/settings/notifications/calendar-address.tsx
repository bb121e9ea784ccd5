import { useState } from 'react';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/outside.ts';
import { Secret } from '../secret.tsx';
import settings from '../settings.module.css';

/** The secret address at which a calendar reads what is due of one's own. */
export function CalendarAddress({ there }: { there: boolean }) {
  const { notices } = words;
  const [address, setAddress] = useState<string>();
  const make = useChange<{ address?: string }>('preference.calendar');
  const end = useChange('preference.end-calendar');
  const begin = async () => {
    setAddress((await make.attempt({}))?.address);
    await refresh('preference.show');
  };
  const stop = async () => {
    if ((await end.attempt({})) === undefined) return;
    setAddress(undefined);
    say(notices.calendarEnded);
    await refresh('preference.show');
  };
  const problem = make.problem ?? end.problem;
  return (
    <Panel title={notices.calendar}>
      <p className={settings.quiet}>
        {notices.calendarIntro} {there && address === undefined ? notices.calendarThere : ''}
      </p>
      {address === undefined ? null : (
        <>
          <p>{notices.calendarOnce}</p>
          <Secret text={address} label={notices.calendarAddress} />
        </>
      )}
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <p className={settings.row}>
        <Button busy={make.busy} onClick={() => void begin()}>
          {there ? notices.calendarAgain : notices.calendarMake}
        </Button>
        {there ? (
          <Button look="quiet" busy={end.busy} onClick={() => void stop()}>
            {notices.calendarEnd}
          </Button>
        ) : null}
      </p>
    </Panel>
  );
}
