import type { ActionShown } from '../../src/operations/action/show.ts';
import { words } from '../words/following.ts';
import style from './action.module.css';
import { Due } from './due.tsx';

/** Who does an action, by when, and how it will be seen that it worked. */
export function ActionFacts({ action }: { action: ActionShown }) {
  const { action: said, actions } = words;
  const { owner, due, stage, verification, priority, horizon, ticket } = action;
  const isOpen = stage === 'proposed' || stage === 'committed';
  const isOverdue = isOpen && /^\d{4}-\d\d-\d\d$/.test(due) && due < new Date().toISOString().slice(0, 10);
  const quiet = (text: string) => <span className={style.quiet}>{text}</span>;
  const isAddress = /^https?:\/\//.test(ticket);
  return (
    <dl className={style.facts}>
      <dt>{said.owner}</dt>
      <dd>{owner === '' ? quiet(actions.nobody) : owner}</dd>
      <dt>{said.due}</dt>
      <dd>
        <Due due={due} overdue={isOverdue} open={isOpen} />
      </dd>
      <dt>{said.verificationShort}</dt>
      <dd>{verification === '' ? quiet(said.noVerification) : verification}</dd>
      {[
        [said.priority, priority],
        [said.horizon, horizon],
      ].map(([name, value]) =>
        value === '' ? null : (
          <div key={name} className={style.pair}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      {ticket === '' ? null : (
        <div className={style.pair}>
          <dt>{said.ticket}</dt>
          <dd>
            {isAddress ? (
              <a href={ticket} rel="noreferrer">
                {ticket}
              </a>
            ) : (
              ticket
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
