import { lazy, Suspense } from 'react';
import type { Proposal } from '../../../../src/operations/proposal/proposal.ts';
import { useOperation } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { words } from '../../../words/index.ts';
import { useWide } from '../comments/use-wide.ts';
import { Part } from '../margin/part.tsx';
import { useDocument } from '../shown.ts';
import style from './waiting.module.css';

// Few documents have some.
const ProposalList = lazy(async () => ({ default: (await import('./list.tsx')).ProposalList }));

const own = words.proposals;
const none: readonly Proposal[] = [];

function useProposals(): readonly Proposal[] {
  const { id: incident } = useDocument().shown;
  return useOperation<{ items: Proposal[] }>('proposal.list', { incident }).data?.items ?? none;
}

const place = 'margin-proposals';

/** Where the margin is below the document: that something waits there. */
export function ProposalsWait() {
  const { length } = useProposals();
  const wide = useWide();
  if (wide || length === 0) return null;
  return (
    <Edged tone="plain" as="p" className={style.waiting}>
      {own.wait(length)}
      <Button look="quiet" onClick={() => document.getElementById(place)?.focus()}>
        {words.document.show}
      </Button>
    </Edged>
  );
}

/** What agents propose for the document that is shown; nothing where they propose nothing. */
export function Proposals() {
  const proposals = useProposals();
  if (proposals.length === 0) return null;
  return (
    <Part title={own.title} place={place} aside={String(proposals.length)}>
      <Suspense fallback={null}>
        <ProposalList proposals={proposals} />
      </Suspense>
    </Part>
  );
}
