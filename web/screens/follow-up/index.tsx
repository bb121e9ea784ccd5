import { useState } from 'react';
import { useParams } from 'wouter';
import type { Ladder } from '../../../src/operations/review/show.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';
import { Coming } from './coming.tsx';
import { LadderList } from './ladder.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { One } from './one.tsx';

const byNeed = ['late', 'due', 'coming', 'held', 'planned'] as const;

/** The review that is shown without being named: what is late or due, else the next one, else the last that was held. */
function firstToShow(items: Ladder['items']): string | undefined {
  const [best] = items.toSorted((a, b) => byNeed.indexOf(a.state) - byNeed.indexOf(b.state));
  return best?.rung;
}

/** What is looked at again after an incident: the ladder of its reviews, and one of them with what it has to answer. */
export function Screen() {
  const { incident = '', rung } = useParams();
  const { followUp } = words.reviews;
  const ladder = useOperation<Ladder>('review.show', { incident });
  const [agreeing, setAgreeing] = useState(false);
  const mayHold = start.me.may.includes('review.hold');
  return (
    <IncidentFrame
      incident={incident}
      title={followUp.title}
      actions={mayHold ? <Button onClick={() => setAgreeing(true)}>{followUp.agree}</Button> : undefined}
    >
      {(shown) => (
        <Answered of={ladder}>
          {({ items }) => {
            const wanted = rung === undefined ? firstToShow(items) : decodeURIComponent(rung);
            const chosen = items.find((item) => item.rung === wanted);
            return (
              <>
                {items.length === 0 ? (
                  <Empty title={followUp.noLadder}>
                    <p>{followUp.noLadderAdvice}</p>
                  </Empty>
                ) : (
                  <div className={style.columns}>
                    <LadderList items={items} incident={shown.key} chosen={wanted} />
                    {chosen === undefined ? null : (
                      <One key={chosen.rung} item={chosen} incident={shown.key} mayHold={mayHold} />
                    )}
                  </div>
                )}
                <Coming incident={shown.key} />
                {agreeing ? <MoveDialog incident={shown.key} items={items} close={() => setAgreeing(false)} /> : null}
              </>
            );
          }}
        </Answered>
      )}
    </IncidentFrame>
  );
}
