import { useState } from 'react';
import { Link } from 'wouter';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/index.ts';
import style from './evidence.module.css';

const { askModel: own } = words.evidence;

type Answer = {
  proposals: { section: string }[];
  dropped: { section: string; sentence: string; why: 'no event' | 'unknown event' | 'number' }[];
};

/** Has the language model of this server write texts from the timeline; each waits for a person. */
export function AskModel({ incident, model }: { incident: string; model: string }) {
  const { attempt, busy, problem } = useChange<Answer>('incident.rewrite');
  const [answer, setAnswer] = useState<Answer>();
  const ask = async () => {
    setAnswer(undefined);
    setAnswer(await attempt({ incident }));
    await refresh('proposal.list', 'incident.history');
  };
  return (
    <div className={style.draft}>
      <Button busy={busy} onClick={() => void ask()}>
        {busy ? own.busy : own.button}
      </Button>
      <p className={style.quiet}>{own.hint(model)}</p>
      <div role="status" className={style.whole}>
        {answer === undefined ? null : (
          <div className={style.outcome}>
            <p>
              <strong>{answer.proposals.length === 0 ? own.nothing : own.done(answer.proposals.length)}</strong>{' '}
              {answer.proposals.length === 0 ? null : (
                <Link href={`/incidents/${incident}`}>{words.evidence.draftAll.toDocument}</Link>
              )}
            </p>
            {answer.dropped.length === 0 ? null : (
              <details>
                <summary>{own.dropped(answer.dropped.length)}</summary>
                <ul>
                  {answer.dropped.map(({ sentence, why }, index) => (
                    <li key={index}>
                      {sentence} <span className={style.quiet}>({own.why[why]})</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        )}
      </div>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </div>
  );
}
