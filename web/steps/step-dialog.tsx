import { refresh, useChange } from '../api/queries.ts';
import { say } from '../parts/notices.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../words/index.ts';
import { nameOf, readAgain, type Step } from './gate.ts';

type Props = { step: Step; incident: string; close: () => void };

/** Asks before a step is taken, and why where that is wanted; takes it, and says where the document stands then. */
export function StepDialog({ step, incident, close }: Props) {
  const { run, busy, problem } = useChange<{ status: string }>(step.operation);
  const take = async (reason: string) => {
    const { status } = await run({ incident, ...(step.needsReason ? { reason } : {}) });
    close();
    say(words.steps.moved(words.common.status[status] ?? status));
    await refresh(...readAgain);
  };
  return (
    <ReasonDialog
      name={nameOf(step)}
      text={step.sentence}
      asksWhy={step.needsReason}
      busy={busy}
      problem={problem}
      take={(reason) => void take(reason).catch(() => refresh('lifecycle.gate'))}
      close={close}
    />
  );
}
