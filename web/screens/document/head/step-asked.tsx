import type { Step } from '../../../steps/gate.ts';
import { StepDialog } from '../../../steps/step-dialog.tsx';
import { BlockedDialog } from './blocked-dialog.tsx';

/** What a step that is asked for shows: what stands in its way, or a question before it is taken. */
export const StepAsked = ({ step, incident, close }: { step: Step; incident: string; close: () => void }) =>
  step.blockers.length > 0 ? (
    <BlockedDialog blockers={step.blockers} close={close} />
  ) : (
    <StepDialog step={step} incident={incident} close={close} />
  );
