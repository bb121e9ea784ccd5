import type { Answers } from '../../../src/operations/review/answers.ts';
import type { Facts } from '../../../src/operations/review/facts.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

const tones = { met: 'good', missed: 'error', open: 'plain', unknown: 'plain' } as const;

/** The success criteria of the document: what the figures say to each, and beside it what people said. */
export function Criteria({ criteria, answers }: { criteria: Facts['criteria']; answers: Answers | undefined }) {
  const { facts } = words.reviews;
  return (
    <Panel title={facts.criteria}>
      {criteria.length === 0 ? <p>{facts.noCriteria}</p> : null}
      <ul className={style.plain}>
        {criteria.map(({ text, computed, cites }) => {
          const said = answers?.criteria[text];
          return (
            <li key={text} className={style.line}>
              <span>{text}</span>
              <span className={style.quiet}>
                {computed === 'unknown' && said !== undefined ? (
                  <Chip tone={tones[said]}>{facts.people[said]}</Chip>
                ) : (
                  <Chip tone={tones[computed]}>{facts.computed[computed]}</Chip>
                )}
                {cites.length === 0 ? '' : ` ${facts.rests(cites)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
