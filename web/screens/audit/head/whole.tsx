import { useEffect, useState } from 'react';
import type { LedgerVerdict } from '../../../../src/operations/ledger/verify-ledger.ts';
import { call } from '../../../api/call.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { Button } from '../../../parts/button.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import { Mark, Marks } from '../marks.tsx';
import style from './head.module.css';

const own = words.audit.head;

/** Seconds since something began, told once a second; not read out, the end is. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={style.running}>
      <progress aria-label={own.verify} /> <span aria-hidden="true">{own.verifying(seconds)}</span>
    </p>
  );
}

function Found({ verdict: { intact, entries, erased, checkpoints, anchors, problems } }: { verdict: LedgerVerdict }) {
  return (
    <Marks>
      <Mark state={intact ? 'proven' : 'refuted'}>
        {intact ? own.intact(entries, checkpoints, anchors) : own.broken(problems.length)}
        {erased === 0 ? null : ` ${own.erased(erased)}`}
        {problems.length === 0 ? null : (
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </Mark>
    </Marks>
  );
}

/** Has the server hash the whole ledger again, for those who may. */
export function Whole() {
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<LedgerVerdict>();
  const [problem, setProblem] = useState<Problem>();
  const take = async () => {
    setBusy(true);
    setVerdict(undefined);
    setProblem(undefined);
    try {
      setVerdict(await call<LedgerVerdict>('ledger.verify'));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <div className={style.whole}>
      <p className={style.line}>
        <span className={style.about}>{own.verifyText}</span>
        <Button busy={busy} onClick={() => void take()}>
          {own.verify}
        </Button>
      </p>
      {busy ? <Elapsed /> : null}
      <div role="status">
        {verdict === undefined ? null : <Found verdict={verdict} />}
        {problem === undefined ? null : <ProblemPanel problem={problem} />}
      </div>
    </div>
  );
}
