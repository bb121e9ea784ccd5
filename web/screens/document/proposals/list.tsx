import { useState } from 'react';
import type { Proposal } from '../../../../src/operations/proposal/proposal.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { ProposalCard } from './card.tsx';
import style from './proposals.module.css';

/** Proposals that are shown at once: an agent may bring many. */
const firstShown = 5;

const own = words.proposals;

/** Proposals, the oldest first. */
export function ProposalList({ proposals }: { proposals: readonly Proposal[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? proposals : proposals.slice(0, firstShown);
  return (
    <>
      <p className={style.about}>{own.about}</p>
      <ul className={style.list}>
        {shown.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {shown.length === proposals.length ? null : (
        <Button look="quiet" onClick={() => setAll(true)}>
          {own.showAll(proposals.length - shown.length)}
        </Button>
      )}
    </>
  );
}
