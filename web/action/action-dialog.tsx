import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { ActionShown } from '../../src/operations/action/show.ts';
import { useOperation } from '../api/queries.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/following.ts';
import style from './action.module.css';
import { ActionFacts } from './facts.tsx';
import { ActionHistory } from './history.tsx';
import { StageTrail } from './stage-trail.tsx';
import { StepForm } from './step-form.tsx';

// Its words and forms come when an action is looked at.
const ActionIssue = lazy(async () => ({ default: (await import('./issue/issue.tsx')).ActionIssue }));

type Props = {
  /** Key or id of the incident, and the entry's id or label. */
  incident: string;
  id: string;
  /** The step that is asked for at once. */
  step?: string | undefined;
  close: () => void;
};

/** Steps that are offered as the obvious next one. */
const forward = new Set(['commit', 'finish', 'verify']);

function Shown({ action, step, close }: { action: ActionShown; step: string | undefined; close: () => void }) {
  const { action: said } = words;
  const [asked, ask] = useState(step);
  const open = asked !== undefined && action.next.includes(asked) ? asked : undefined;
  const first = action.next.find((each) => forward.has(each));
  return (
    <div className={style.action}>
      <StageTrail stage={action.stage} />
      <ActionFacts action={action} />
      {action.document === undefined ? null : (
        <p className={style.note}>{said.differs(action.document.status, action.document.owner, action.document.due)}</p>
      )}
      {open === undefined ? (
        action.next.length === 0 ? null : (
          <div className={style.next} role="group" aria-label={said.next}>
            {action.next.map((each) => (
              <Button key={each} look={each === first ? 'main' : 'plain'} onClick={() => ask(each)}>
                {said.steps[each] ?? each}
              </Button>
            ))}
          </div>
        )
      ) : (
        <StepForm key={open} action={action} step={open} done={() => ask(undefined)} />
      )}
      <Suspense fallback={null}>
        <ActionIssue incident={action.incident.key} id={action.id} mayChange={action.next.length > 0} />
      </Suspense>
      <ActionHistory action={action} />
      <p className={style.foot}>
        <Link href={`/incidents/${action.incident.key}`} onClick={close}>
          {said.toDocument} {action.incident.key}
        </Link>
      </p>
    </div>
  );
}

/** One action: where it stands, what can be done with it now, and what happened to it. */
export function ActionDialog({ incident, id, step, close }: Props) {
  const answer = useOperation<ActionShown>('action.show', { incident, id });
  const { data } = answer;
  const title = data === undefined ? id : `${data.label} ${data.text}`.trim();
  return (
    <Dialog label={words.action.label(title)} title={title} high close={close}>
      <Answered of={answer}>{(action) => <Shown {...{ action, step, close }} />}</Answered>
    </Dialog>
  );
}
