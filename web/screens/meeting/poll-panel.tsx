import { useState } from 'react';
import type { Shown } from '../../../src/operations/incident/show.ts';
import type { ShownMeeting } from '../../../src/operations/meeting/show.ts';
import type { ShownPoll } from '../../../src/operations/poll/show.ts';
import { refresh, useChange, useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { words } from '../../words/reviewing.ts';
import { AnswerForm } from './answer-form.tsx';
import style from './meeting.module.css';
import { PeopleChoice } from './people-choice.tsx';
import { SumsView } from './sums.tsx';

type DialogProps = { incident: string; close: () => void };

function OpenDialog({ incident, first, least, close }: DialogProps & { first: string[]; least: number }) {
  const { poll } = words.meeting;
  const [people, setPeople] = useState<ReadonlySet<string>>(() => new Set(first));
  const { attempt, busy, problem } = useChange('poll.open');
  const take = async () => {
    if ((await attempt({ incident, people: [...people] })) === undefined) return;
    say(poll.opened);
    close();
    await refresh('poll.show');
  };
  return (
    <ReasonDialog
      name={poll.ask}
      text={poll.openText(least)}
      busy={busy}
      ready={people.size >= least}
      problem={problem}
      take={() => void take()}
      close={close}
    >
      <PeopleChoice label={poll.openTitle} chosen={people} choose={setPeople} />
    </ReasonDialog>
  );
}

function CloseDialog({ incident, close }: DialogProps) {
  const { poll } = words.meeting;
  const { attempt, busy, problem } = useChange('poll.close');
  const take = async () => {
    if ((await attempt({ incident })) === undefined) return;
    say(poll.closed);
    close();
    await refresh('poll.show');
  };
  return (
    <ReasonDialog
      name={poll.closeTitle}
      text={poll.closeText}
      busy={busy}
      problem={problem}
      take={() => void take()}
      close={close}
    />
  );
}

type Props = { shown: Shown; mayHold: boolean; meeting: ShownMeeting };

/** The culture and process checks: asked without names, answered here, and their sums once they are closed. */
export function PollPanel({ shown, mayHold, meeting }: Props) {
  const incident = shown.key;
  const { poll: own } = words.meeting;
  const answer = useOperation<ShownPoll>('poll.show', { incident });
  const [asked, setAsked] = useState<'open' | 'close'>();
  const close = () => setAsked(undefined);
  const first = meeting.plan?.people.map(({ id }) => id) ?? [];
  return (
    <Panel title={own.title}>
      <Answered of={answer}>
        {({ poll, questions, least }) => (
          <>
            {poll !== null && poll.sums !== null ? null : <p className={style.quiet}>{own.intro(least)}</p>}
            {poll === null ? null : poll.closedAt !== null ? (
              <SumsView poll={poll} shown={shown} />
            ) : (
              <>
                <p>
                  {own.asked(poll.asked)}. {poll.enough ? own.enough : own.notEnough}
                </p>
                {poll.mine === 'none' ? null : <AnswerForm poll={poll} questions={questions} incident={incident} />}
              </>
            )}
            {!mayHold || (poll !== null && poll.closedAt !== null) ? null : (
              <div className={style.buttons}>
                <Button onClick={() => setAsked(poll === null ? 'open' : 'close')}>
                  {poll === null ? own.open : own.close}
                </Button>
              </div>
            )}
            {asked === 'open' ? <OpenDialog {...{ incident, first, least, close }} /> : null}
            {asked === 'close' ? <CloseDialog {...{ incident, close }} /> : null}
          </>
        )}
      </Answered>
    </Panel>
  );
}
