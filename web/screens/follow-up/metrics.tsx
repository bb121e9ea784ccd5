import type { Answers } from '../../../src/operations/review/answers.ts';
import type { Facts } from '../../../src/operations/review/facts.ts';
import { Panel } from '../../parts/panel.tsx';
import { numberText } from '../../words/numbers.ts';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

type Metric = Facts['metrics'][number];

function valueText({ value, unit, why }: Metric): string {
  const { facts } = words.reviews;
  if (value === null) return facts.why[why ?? 'people'];
  return unit === 'percent' ? facts.percent(value) : numberText(value);
}

/** The metrics that the document wants looked at again: computed, beside what somebody wrote. */
export function Metrics({ metrics, answers }: { metrics: Facts['metrics']; answers: Answers | undefined }) {
  const { facts } = words.reviews;
  return (
    <Panel title={facts.metrics}>
      <ul className={style.plain}>
        {metrics.map((one) => {
          const said = answers?.metrics[one.metric] ?? one.stated;
          return (
            <li key={one.metric} className={style.line}>
              <span>{one.metric}</span>
              <span>
                <strong>{one.value === null ? '' : valueText(one)}</strong>
                <span className={style.quiet}>
                  {one.value === null ? valueText(one) : ''}
                  {said === null || said === '' ? '' : ` · ${facts.stated(said)}`}
                  {one.cites.length === 0 ? '' : ` · ${facts.rests(one.cites)}`}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
