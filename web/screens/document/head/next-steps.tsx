import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useOperation } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { type Gate, nameOf, type Step } from '../../../steps/gate.ts';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import { Menu, menuEntry } from './menu.tsx';

const load = () => import('./step-asked.tsx');
const StepAsked = lazy(async () => ({ default: (await load()).StepAsked }));

/** Steps that lead on; the others stand in the menu. Publishing has a screen of its own, with its preview. */
const onward = ['lifecycle.submit', 'lifecycle.approve'];
const elsewhere = new Set(['publication.publish']);

/** What the state of the document allows next. A step that is blocked says by what. `children` are entries of the menu before them. */
export function NextSteps({ children }: { children?: ReactNode }) {
  const { shown } = useDocument();
  const { data } = useOperation<Gate>('lifecycle.gate', { incident: shown.id });
  const [asked, setAsked] = useState<Step>();
  const close = () => setAsked(undefined);
  // It is there when it is asked for, and the document does not wait for it.
  useEffect(() => void load(), []);
  const permitted = (data?.steps ?? []).filter((step) => step.permitted && !elsewhere.has(step.operation));
  const main = permitted.find(({ operation }) => onward.includes(operation));
  const others = permitted.filter((step) => step !== main);
  return (
    <>
      {others.length === 0 && children === undefined ? null : (
        <Menu label={words.document.moreSteps}>
          {children}
          {others.map((step) => (
            <li key={step.operation}>
              <button type="button" className={menuEntry} onClick={() => setAsked(step)}>
                {nameOf(step)}
              </button>
            </li>
          ))}
        </Menu>
      )}
      {main === undefined ? null : (
        <Button look="main" onClick={() => setAsked(main)}>
          {nameOf(main)}
        </Button>
      )}
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <StepAsked step={asked} incident={shown.id} close={close} />
        </Suspense>
      )}
    </>
  );
}
