import { useState } from 'react';
import type { Look } from '../../../src/operations/review/look.ts';
import type { ShownRung } from '../../../src/operations/review/rung.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { dayText } from '../../words/day.ts';
import { words } from '../../words/reviewing.ts';
import { FactsView } from './facts.tsx';
import style from './follow-up.module.css';
import { Held } from './held.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';

type Props = { item: ShownRung; incident: string; mayHold: boolean };

/** One review: what people made of it once it is held, and what it has to answer, computed. */
export function One({ item, incident, mayHold }: Props) {
  const { reviews } = words;
  const { followUp } = reviews;
  const { rung, day, basis, about, reason, held } = item;
  const look = useOperation<Look>('review.look', { incident, rung });
  const [asked, setAsked] = useState<'hold' | 'move'>();
  const basisText = `${followUp.basis[basis]}${reason === null ? '' : `: ${reason}`}`;
  return (
    <div className={style.column}>
      <Panel
        title={reviews.name(rung)}
        aside={
          <span className={style.quiet}>
            {day === null ? reviews.standing.planned : `${followUp.dueBy(dayText(day))}, ${basisText}`}
          </span>
        }
      >
        {about === null ? null : <p>{about}</p>}
        {held === null ? null : <Held held={held} />}
        {held !== null || !mayHold || day === null ? null : (
          <div className={style.buttons}>
            <Button look="main" onClick={() => setAsked('hold')} disabled={look.data === undefined}>
              {followUp.hold}
            </Button>
            <Button onClick={() => setAsked('move')}>{followUp.move}</Button>
          </div>
        )}
      </Panel>
      <Answered of={look}>
        {({ facts, kept }) => (
          <>
            <p className={style.quiet}>{kept ? followUp.asOf(dayText(facts.at)) : followUp.asOfNow}</p>
            <FactsView facts={facts} answers={held?.answers} />
            {asked === 'hold' ? (
              <HoldDialog item={item} facts={facts} incident={incident} close={() => setAsked(undefined)} />
            ) : null}
          </>
        )}
      </Answered>
      {asked === 'move' ? (
        <MoveDialog incident={incident} item={item} items={[]} close={() => setAsked(undefined)} />
      ) : null}
    </div>
  );
}
