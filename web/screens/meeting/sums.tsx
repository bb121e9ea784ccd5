import type { Shown } from '../../../src/operations/incident/show.ts';
import type { ShownPoll } from '../../../src/operations/poll/show.ts';
import { call } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Button } from '../../parts/button.tsx';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/reviewing.ts';
import style from './meeting.module.css';

type Poll = NonNullable<ShownPoll['poll']>;
type Sums = NonNullable<Poll['sums']>;

const kinds = ['yes', 'unsure', 'no'] as const;
/** Where the document has a place for each answer. */
const parts = { culture: ['blameless', 'safe', 'heard'], processCheck: ['stakeholders', 'assigned'] } as const;

/** Sets the answers of the document to the sums, as an edit like any other. */
async function put({ id, versions }: Shown, sums: Sums): Promise<void> {
  const { poll } = words.meeting;
  try {
    for (const [part, questions] of Object.entries(parts)) {
      const own = sums.filter(({ question }) => (questions as readonly string[]).includes(question));
      const texts = own.map(({ question, yes, no, unsure }) => [question, poll.putText(yes, yes + no + unsure)]);
      const version = versions[part];
      const seen = typeof version === 'number' ? version : 0;
      await call('record.set', { incident: id, part, set: Object.fromEntries(texts), seen });
    }
    say(poll.wasPut);
  } catch (problem) {
    sayProblem(problem);
  }
  await refresh('incident.show');
}

/** The sums of the checks as bars; too few answers are not shown. */
export function SumsView({ poll: { sums, answered, asked }, shown }: { poll: Poll; shown: Shown }) {
  const { poll: own, endsApproval } = words.meeting;
  if (sums === null || answered === null) return <p>{own.tooFew}</p>;
  const mayPut = start.me.may.includes('incident.edit') && shown.status !== 'archived';
  return (
    <>
      <p className={style.quiet}>{own.answered(answered, asked)}</p>
      <ul className={style.sums}>
        {sums.map((sum) => (
          <li key={sum.question}>
            <span className="aside">{own.sum(own.questions[sum.question], sum.yes, sum.no, sum.unsure)}</span>
            <span aria-hidden="true">{own.questions[sum.question]}</span>
            <svg className={style.bar} viewBox={`0 0 ${answered} 1`} preserveAspectRatio="none" aria-hidden="true">
              {kinds.map((kind, index) => {
                const before = kinds.slice(0, index).reduce((all, each) => all + sum[each], 0);
                return <rect key={kind} className={style[kind]} x={before} y={0} width={sum[kind]} height={1} />;
              })}
            </svg>
            <span className={style.counts} aria-hidden="true">
              {kinds.map((kind) => (
                <span key={kind}>
                  {sum[kind]} {own.answers[kind].toLowerCase()}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {mayPut ? (
        <div className={style.buttons}>
          <Button onClick={() => void put(shown, sums)}>{own.put}</Button>
        </div>
      ) : null}
      {mayPut && shown.status === 'approved' ? <p className={style.note}>{endsApproval}</p> : null}
    </>
  );
}
