import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type Gate, nameOf, type Step } from '../../steps/gate.ts';
import { StepDialog } from '../../steps/step-dialog.tsx';
import { words } from '../../words/index.ts';
import { Blockers } from './blockers.tsx';
import style from './review.module.css';

const own = words.review;

/** Steps that lead on come first; of these only what blocks them is told at once. */
const onward = ['lifecycle.submit', 'lifecycle.approve', 'publication.publish'];

function Onward({ step, incident, ask }: { step: Step; incident: string; ask: () => void }) {
  const isFree = step.blockers.length === 0;
  const isPublishing = step.operation === 'publication.publish';
  return (
    <>
      {isFree ? <p>{isPublishing ? own.previewFirst : own.ready}</p> : null}
      {isFree && !isPublishing && step.permitted ? (
        <div className={style.buttons}>
          <Button look="main" onClick={ask}>
            {nameOf(step)}
          </Button>
        </div>
      ) : null}
      {isFree && !step.permitted ? <p className={style.quiet}>{own.notPermitted}</p> : null}
      {isFree ? null : <Blockers blockers={step.blockers} step={nameOf(step)} incident={incident} />}
    </>
  );
}

/** Where the document stands, what it may do next, and what blocks that. */
export function Steps({ gate, incident }: { gate: Gate; incident: string }) {
  const [asked, setAsked] = useState<Step>();
  const main = gate.steps.find(({ operation }) => onward.includes(operation));
  const others = gate.steps.filter((step) => step !== main && step.permitted && !onward.includes(step.operation));
  return (
    <Panel title={own.next} aside={<span className={style.quiet}>{own.status[gate.status] ?? gate.status}</span>}>
      {main === undefined ? null : <Onward step={main} incident={incident} ask={() => setAsked(main)} />}
      {main === undefined && others.length === 0 ? <p className={style.quiet}>{own.noSteps}</p> : null}
      {others.length === 0 ? null : (
        <div className={style.buttons}>
          {others.map((step) => (
            <Button key={step.operation} onClick={() => setAsked(step)}>
              {nameOf(step)}
            </Button>
          ))}
        </div>
      )}
      {asked === undefined ? null : <StepDialog step={asked} incident={incident} close={() => setAsked(undefined)} />}
    </Panel>
  );
}
