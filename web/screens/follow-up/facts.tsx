import { Link } from 'wouter';
import type { Answers } from '../../../src/operations/review/answers.ts';
import type { Facts } from '../../../src/operations/review/facts.ts';
import { Panel } from '../../parts/panel.tsx';
import { dayText } from '../../words/day.ts';
import { words } from '../../words/reviewing.ts';
import { ActionsLeft } from './actions-left.tsx';
import { Compared } from './compared.tsx';
import { Criteria } from './criteria.tsx';
import style from './follow-up.module.css';
import { Metrics } from './metrics.tsx';

function Similar({ facts: { similar, services, causes, since } }: { facts: Facts }) {
  const { facts: own, untitled } = words.reviews;
  return (
    <Panel
      title={own.similar}
      aside={services.length === 0 ? null : <strong className={style.count}>{similar.length}</strong>}
    >
      {services.length === 0 ? (
        <p>{own.noServices}</p>
      ) : (
        <>
          {similar.length === 0 ? <p>{own.noSimilar(dayText(since?.at ?? ''))}</p> : null}
          <ul className={style.plain}>
            {similar.map(({ key, title, occurred, services: same, causes: kinds }) => (
              <li key={key} className={style.line}>
                <Link href={`/incidents/${key}`}>
                  {key} {title ?? untitled}
                </Link>
                <span className={style.quiet}>
                  {dayText(occurred)} · {own.shares(same, kinds)}
                </span>
              </li>
            ))}
          </ul>
          <p className={style.note}>
            {own.meant(services, causes)} {own.notSeen}
          </p>
        </>
      )}
    </Panel>
  );
}

/** What the records say, each with what it rests on. */
export function FactsView({ facts, answers }: { facts: Facts; answers: Answers | undefined }) {
  const { facts: own } = words.reviews;
  return (
    <>
      <Similar facts={facts} />
      <div className={style.pair}>
        <Compared name={own.detect} comparison={facts.detect} beforeDays={facts.beforeDays} />
        <Compared name={own.recover} comparison={facts.recover} beforeDays={facts.beforeDays} />
      </div>
      <ActionsLeft actions={facts.actions} />
      <Criteria criteria={facts.criteria} answers={answers} />
      {facts.metrics.length === 0 ? null : <Metrics metrics={facts.metrics} answers={answers} />}
    </>
  );
}
