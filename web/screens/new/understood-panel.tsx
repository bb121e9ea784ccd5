import { Panel } from '../../parts/panel.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useLasting } from '../../parts/use-lasting.ts';
import { words } from '../../words/index.ts';
import { Claims } from './claims.tsx';
import { Facts } from './facts.tsx';
import { Findings } from './findings.tsx';
import style from './new.module.css';
import { Repair } from './repair.tsx';
import type { Reading } from './use-understood.ts';

/** What the material says, before anything is kept. */
export function UnderstoodPanel({ reading: { understood, reading, problem } }: { reading: Reading }) {
  const damage = understood?.damage;
  // Every pause of somebody who writes is read anew, mostly at once.
  const told = useLasting(reading ? words.new.reading : '');
  return (
    <Panel title={words.new.understood} aside={<span role="status">{told}</span>}>
      {problem === undefined ? null : <ProblemPanel problem={problem} />}
      {understood === undefined ? (
        problem === undefined && !reading ? (
          <p className={style.quiet}>{words.new.nothingYet}</p>
        ) : null
      ) : (
        <>
          <Facts understood={understood} />
          {damage === undefined ? null : <Repair source={understood.document?.text ?? ''} damage={damage} />}
          <Claims claims={understood.claims} figures={understood.figures} />
          <Findings findings={understood.findings} />
        </>
      )}
    </Panel>
  );
}
