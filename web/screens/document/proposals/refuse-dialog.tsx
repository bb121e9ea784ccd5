import type { Problem } from '../../../api/problem.ts';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { words } from '../../../words/index.ts';
import type { Decide } from './use-decide.ts';

type Props = { decide: Decide; busy: boolean; problem: Problem | undefined; close: () => void };

/** Asks before a proposal is refused; why may be said, and the agent reads it. */
export const RefuseDialog = ({ decide, busy, problem, close }: Props) => (
  <ReasonDialog
    name={words.proposals.refuse}
    text={words.proposals.refuseText}
    asksWhy="optional"
    busy={busy}
    problem={problem ?? null}
    take={(reason) => void decide('refuse', reason).then((done) => done && close())}
    close={close}
  />
);
