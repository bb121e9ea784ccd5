import { useState } from 'react';
import type { Proposal } from '../../../../src/operations/proposal/proposal.ts';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { say } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';

/** Decides about a proposal; answers whether that was done. */
export type Decide = (way: 'accept' | 'refuse', reason?: string) => Promise<boolean>;

const done = { accept: words.proposals.accepted, refuse: words.proposals.refused };

/** After a card is gone the focus goes to the next one, else to the heading of what is computed. */
function focusNext(id: string): () => void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-proposal]')];
  const at = cards.findIndex(({ dataset }) => dataset['proposal'] === id);
  const next = (cards[at + 1] ?? cards[at - 1])?.dataset['proposal'];
  return () =>
    requestAnimationFrame(() => {
      const card = next === undefined ? null : document.querySelector(`[data-proposal="${CSS.escape(next)}"]`);
      (card?.querySelector('button') ?? document.getElementById('content'))?.focus();
    });
}

/** What accepts or refuses a proposal; what is refused by the server is given to be shown. */
export function useDecide({ id }: Proposal) {
  const { id: incident } = useDocument().shown;
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const decide: Decide = async (way, reason = '') => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    const refocus = focusNext(id);
    try {
      await call(`proposal.${way}`, { incident, proposal: id, ...(reason === '' ? {} : { reason }) });
      await refresh('proposal.list', ...(way === 'accept' ? ['incident.show'] : []));
      say(done[way]);
      refocus();
      return true;
    } catch (error) {
      setProblem(error as Problem);
      await refresh('proposal.list', 'incident.show');
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { decide, problem, busy };
}
