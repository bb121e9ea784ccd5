import { useParams } from 'wouter';
import type { Layout } from '../../../src/templates/layout/layout.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { IncidentFrame } from '../../parts/incident-frame.tsx';
import { words } from '../../words/index.ts';
import type { Gate } from '../../steps/gate.ts';
import { Proof } from './proof.tsx';
import { Publication } from './publication/publication.tsx';
import style from './review.module.css';
import { Signoffs } from './signoffs.tsx';
import { Steps } from './steps.tsx';
import { TakeAlong } from './take-along.tsx';

/** What stands between a draft and a document that people signed; what that proves; and the public page. */
export function Screen() {
  const { incident = '' } = useParams();
  const gate = useOperation<Gate>('lifecycle.gate', { incident });
  return (
    <IncidentFrame incident={incident} title={words.review.title}>
      {(shown) => (
        <Answered of={gate}>
          {(answer) => (
            <div className={style.columns}>
              <div className={style.column}>
                <Steps gate={answer} incident={shown.key} />
                <WithPolicy template={shown.template}>
                  {(layout) => <Signoffs shown={shown} policy={layout.policy} status={answer.status} />}
                </WithPolicy>
                <Publication gate={answer} incident={shown.key} />
              </div>
              <div className={style.column}>
                <Proof shown={shown} />
                <TakeAlong incident={shown.key} />
              </div>
            </div>
          )}
        </Answered>
      )}
    </IncidentFrame>
  );
}

function WithPolicy({ template, children }: { template: string; children: (layout: Layout) => React.ReactNode }) {
  return <Answered of={useOperation<Layout>('template.layout', { name: template })}>{children}</Answered>;
}
