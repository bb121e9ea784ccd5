import { useState } from 'react';
import { call } from '../../api/call.ts';
import { asProblem, Problem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/index.ts';
import { remembered } from './memory.ts';
import { Mark, Marks } from './marks.tsx';
import style from './prove.module.css';
import { canVerify, type Entry, type EntryVerdict, type ListedKey, type Proof, proveEntry } from './verify/index.ts';

const own = words.audit.prove;

type Proven = { verdict: EntryVerdict; proof: Proof };

async function prove(entry: Entry): Promise<Proven> {
  if (!(await canVerify())) throw new Problem('browser', 0, own.cannot);
  try {
    const [proof, { items }] = await Promise.all([
      call<Proof>('ledger.prove', { seq: entry.seq }),
      call<{ items: ListedKey[] }>('ledger.keys'),
    ]);
    return { verdict: await proveEntry(entry, proof, items, remembered()?.key), proof };
  } catch (error) {
    throw error instanceof Problem && error.code === 'ledger.no-entry' ? new Problem('soon', 0, own.soon) : error;
  }
}

const sentenceOf = ({ name, state }: EntryVerdict['checks'][number], size: number): string => {
  const said = own[name][state];
  return typeof said === 'function' ? said(size) : said;
};

function Verdict({ verdict: { checks, size, key }, proof }: Proven) {
  const isWhole = checks.every(({ state }) => state !== 'refuted');
  return (
    <>
      <p className={isWhole ? style.whole : style.not}>
        <span aria-hidden="true">{isWhole ? '✓ ' : '✕ '}</span>
        {isWhole ? own.whole : own.notWhole}
      </p>
      <Marks>
        {checks.map((check) => (
          <Mark key={check.name} state={check.state}>
            {sentenceOf(check, size)}
          </Mark>
        ))}
      </Marks>
      <details>
        <summary>{own.details}</summary>
        <dl className={style.hashes}>
          <dt>{own.leaf}</dt>
          <dd>
            <code>{proof.hash}</code>
          </dd>
          <dt>{own.path(proof.proof.length)}</dt>
          {proof.proof.map((hash) => (
            <dd key={hash}>
              <code>{hash}</code>
            </dd>
          ))}
          <dt>{own.key}</dt>
          <dd>
            <code>{key ?? words.common.none}</code>
          </dd>
          <dt>{own.checkpoint}</dt>
          <dd>
            <pre className={style.note}>{proof.checkpoint}</pre>
          </dd>
        </dl>
      </details>
    </>
  );
}

/** Proves an entry of the ledger in the browser, and says in words what was proven. */
export function ProveButton({ entry, label }: { entry: Entry; label: string }) {
  const [proven, setProven] = useState<Proven>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setProven(await prove(entry));
    } catch (error) {
      setProven(undefined);
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <div className={style.proof}>
      <p className={style.line}>
        <span>{label}</span>
        <Button busy={busy} onClick={() => void take()}>
          {busy ? own.working : proven === undefined ? own.button : own.again}
          <span className="aside">{own.of(label)}</span>
        </Button>
      </p>
      <div role="status" className={style.verdict}>
        {proven === undefined ? null : <Verdict {...proven} />}
        {problem === undefined ? null : <ProblemPanel problem={problem} />}
      </div>
    </div>
  );
}
