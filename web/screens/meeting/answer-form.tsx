import { type FormEvent, useEffect, useState } from 'react';
import type { PollQuestion } from '../../../src/operations/poll/questions.ts';
import type { ShownPoll } from '../../../src/operations/poll/show.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/reviewing.ts';
import { canVote, hasBallot, isUsed, takeBallot, useBallot as sendBallot } from './ballot.ts';
import style from './meeting.module.css';

type Poll = NonNullable<ShownPoll['poll']>;
type Props = { poll: Poll; questions: readonly PollQuestion[]; incident: string };
const pollAnswers = ['yes', 'no', 'unsure'] as const;
type State = 'taking' | 'ready' | 'used' | 'elsewhere' | 'insecure';

function firstState(poll: Poll): State {
  if (isUsed(poll)) return 'used';
  if (!canVote()) return 'insecure';
  return poll.mine === 'given' && !hasBallot(poll) ? 'elsewhere' : 'taking';
}

/** The questions, for one who is asked. The ballot is fetched when they are shown, and goes back when they are answered. */
export function AnswerForm({ poll, questions, incident }: Props) {
  const { poll: own } = words.meeting;
  const [state, setState] = useState(() => firstState(poll));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [answers, setAnswers] = useState<Partial<Record<PollQuestion, string>>>({});
  useEffect(() => {
    if (state !== 'taking') return;
    takeBallot(incident, poll).then(
      () => setState('ready'),
      (error: unknown) => setProblem(asProblem(error)),
    );
    // A ballot is taken once, however often the screen is drawn.
  }, []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await sendBallot(poll, answers as Record<string, string>);
      setState('used');
      say(own.sent);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  if (state === 'used') return <p>{own.sent}</p>;
  if (state === 'elsewhere' || state === 'insecure')
    return <p>{state === 'elsewhere' ? own.elsewhere : own.needsHttps}</p>;
  const isWhole = questions.every((question) => answers[question] !== undefined);
  return (
    <form className={style.form} aria-label={own.you} onSubmit={(event) => void send(event)}>
      <h3 className={style.kind}>{own.you}</h3>
      {questions.map((question) => (
        <fieldset key={question} className={style.question}>
          <legend>{own.questions[question]}</legend>
          <div className={style.answers}>
            {pollAnswers.map((answer) => (
              <label key={answer} className={style.answer}>
                <input
                  type="radio"
                  name={question}
                  value={answer}
                  checked={answers[question] === answer}
                  onChange={() => setAnswers({ ...answers, [question]: answer })}
                />
                {own.answers[answer]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className={style.note}>{own.how}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className={style.buttons}>
        <Button look="main" type="submit" disabled={!isWhole || state !== 'ready'}>
          {own.send}
        </Button>
      </div>
    </form>
  );
}
