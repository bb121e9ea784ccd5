import { useMemo, useState } from 'react';
import type { Proposal } from '../../../../src/operations/proposal/proposal.ts';
import { start } from '../../../api/start.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { capital } from '../../../words/format.ts';
import { words } from '../../../words/index.ts';
import { ValueChange } from '../../history/diff/value.tsx';
import { useGoTo } from '../go-to.ts';
import { useDocument } from '../shown.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import style from './proposals.module.css';
import { useDecide } from './use-decide.ts';
import { type Wanted, wantedBy } from './wanted.ts';

const own = words.proposals;

/** What would change, field by field; one text speaks for itself. */
const Fields = ({ fields, isNew }: Pick<Wanted, 'fields' | 'isNew'>) => (
  <dl className={isNew === true ? style.entry : style.fields}>
    {fields.map(({ name, path, before, after }, index) => (
      <div key={index} className={style.field}>
        {name === '' || fields.length === 1 ? null : <dt>{capital(name)}</dt>}
        <dd>
          <ValueChange path={path} before={before} after={after} />
        </dd>
      </div>
    ))}
  </dl>
);

/** One proposal: who wants what and why, and what people may do about it. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { shown } = useDocument();
  const { author, at, why } = proposal;
  const wanted = useMemo(() => wantedBy(proposal, shown), [proposal, shown]);
  const { decide, problem, busy } = useDecide(proposal);
  const [refuses, setRefuses] = useState(false);
  const goTo = useGoTo();
  const { what, place } = wanted;
  const may = start.me.may.includes('incident.accept') && shown.status !== 'archived';
  return (
    <Edged
      as="li"
      tone="plain"
      className={style.card}
      aria-label={own.card(author.name, what)}
      data-proposal={proposal.id}
    >
      <p className={style.head}>
        <strong>{what}</strong>
        <span className={style.by}>
          {author.name} {author.kind === 'agent' ? <Chip tone="accent">{words.comments.agent}</Chip> : null}
          <Moment at={at} />
        </span>
      </p>
      <Fields {...wanted} />
      {wanted.note === undefined ? null : <p className={style.note}>{wanted.note}</p>}
      <p className={style.why}>{why}</p>
      {problem === undefined ? null : problem.code === 'record.conflict' || problem.code === 'record.conflicts' ? (
        <p className={style.conflict} role="alert">
          {own.conflict}
        </p>
      ) : (
        <ProblemPanel problem={problem} />
      )}
      <p className={style.ways}>
        {may ? (
          <>
            <Button look="main" busy={busy} aria-label={own.acceptLabel(what)} onClick={() => void decide('accept')}>
              {own.accept}
            </Button>
            <Button aria-label={own.refuseLabel(what)} onClick={() => setRefuses(true)}>
              {own.refuse}
            </Button>
          </>
        ) : null}
        {place === undefined ? null : (
          <Button look="quiet" onClick={() => goTo(place)}>
            {words.document.show}
          </Button>
        )}
      </p>
      {refuses ? <RefuseDialog decide={decide} busy={busy} problem={problem} close={() => setRefuses(false)} /> : null}
    </Edged>
  );
}
