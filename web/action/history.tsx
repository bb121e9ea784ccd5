import type { ActionShown } from '../../src/operations/action/show.ts';
import { words } from '../words/following.ts';
import { Moment } from '../parts/moment.tsx';
import style from './action.module.css';

type Step = ActionShown['steps'][number];

function Proof({ proof, incident }: { proof: NonNullable<Step['proof']>; incident: string }) {
  const { action: said } = words;
  if (proof.kind === 'note') return <p className={style.said}>{proof.text}</p>;
  const text = proof.text ?? (proof.kind === 'link' ? proof.url : said.seeEvidence);
  const href = proof.kind === 'link' ? proof.url : `/incidents/${incident}/evidence#${proof.evidence}`;
  return (
    <p className={style.said}>
      {said.seen}{' '}
      <a href={href} rel="noreferrer">
        {text}
      </a>
    </p>
  );
}

/** What was done, and what changed by it: `handed it on: owner Ann, due 3 December`. */
function tail({ step, from, to, owner, due }: Step): string {
  const { action: said, actions } = words;
  const changed = [
    ...(owner === undefined ? [] : [said.newOwner(owner)]),
    ...(due === undefined ? [] : [said.newDue(actions.day(due))]),
  ].join(', ');
  const went = from === to || step !== 'reopen' ? '' : ` ${said.wentTo(said.stages[to])}`;
  return `${said.did[step] ?? step}${went}${changed === '' ? '' : `: ${changed}`}`;
}

/** The steps that an action took, the latest first, with reasons and what was shown. */
export function ActionHistory({ action }: { action: ActionShown }) {
  const { action: said } = words;
  return (
    <section aria-labelledby="action-history" className={style.history}>
      <h3 id="action-history">{said.history}</h3>
      {action.steps.length === 0 ? <p className={style.quiet}>{said.noHistory}</p> : null}
      <ol className={style.steps}>
        {action.steps.toReversed().map((step) => (
          <li key={step.number}>
            <p>
              <strong>{step.by.name}</strong> {tail(step)}
            </p>
            {step.said === undefined ? null : <p className={style.said}>{step.said}</p>}
            {step.proof === undefined ? null : <Proof proof={step.proof} incident={action.incident.key} />}
            <p className={style.quiet}>
              <Moment at={step.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
