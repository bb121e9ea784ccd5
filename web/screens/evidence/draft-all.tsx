import { useState } from 'react';
import { Link } from 'wouter';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { fieldName } from '../../parts/field-name.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import { listText } from '../../words/plural.ts';
import style from './evidence.module.css';

const { draftAll: own, drafted } = words.evidence;

/** What `incident.draft` answers. */
type Answer = {
  sources: string[];
  written: string[];
  kept: string[];
  events: number;
  questions: number;
  masked: number;
  ignored: { what: string; why: string; count: number }[];
  unread: { name: string; why: string }[];
};

/** Lines of one list; beyond these nobody reads. */
const mostLines = 20;

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, mostLines).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Outcome({ answer, incident }: { answer: Answer; incident: string }) {
  const { sources, written, kept, events, questions, masked, ignored, unread } = answer;
  const isNew = written.length + events > 0;
  return (
    <div className={style.outcome}>
      <p>
        <strong>{isNew ? own.done(written.length, events, listText(sources)) : own.nothing}</strong>{' '}
        {questions === 0 ? null : own.questions(questions)} {masked === 0 ? null : drafted.masked(masked)}{' '}
        <Link href={`/incidents/${incident}`}>{own.toDocument}</Link>
      </p>
      <Lines title={own.kept(kept.length)} lines={kept.map(fieldName)} />
      <Lines title={own.unread(unread.length)} lines={unread.map(({ name, why }) => `${name}: ${told(why)}`)} />
      <Lines
        title={drafted.ignored(ignored.length)}
        lines={ignored.map(({ what, why, count }) => drafted.ignoredLine(told(what), told(why), count))}
      />
    </div>
  );
}

/** Drafts the whole document from all originals; what a person wrote stays. */
export function DraftAll({ incident }: { incident: string }) {
  const { attempt, busy, problem } = useChange<Answer>('incident.draft');
  const [answer, setAnswer] = useState<Answer>();
  const draft = async () => {
    setAnswer(undefined);
    setAnswer(await attempt({ incident }));
    await refresh();
  };
  return (
    <div className={style.draft}>
      <Button look="main" busy={busy} onClick={() => void draft()}>
        {busy ? own.busy : own.button}
      </Button>
      <p className={style.quiet}>{own.hint}</p>
      <div role="status" className={style.whole}>
        {answer === undefined ? null : <Outcome answer={answer} incident={incident} />}
      </div>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </div>
  );
}
