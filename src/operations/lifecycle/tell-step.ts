import type { NoticeText } from '../../notices/index.ts';
import type { Change } from '../../store/commit.ts';
import type { IncidentRow } from '../incident/load.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import { openRoles } from '../signoffs/rules.ts';
import { tellNextSigners } from '../signoffs/tell-next.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import type { State } from './state.ts';
import type { Step } from './steps.ts';

/** Tells who began or signed a document, and the channels, what became of it. */
export function tellConcerned(
  context: StoredContext,
  { id: incidentId, createdBy }: IncidentRow,
  { signoffs }: State,
  { version, ...text }: NoticeText & { version: number },
): Change {
  const author = createdBy.startsWith('person:') ? [createdBy.slice('person:'.length)] : [];
  const signers = signoffs.filter(({ valid }) => valid).map(({ person }) => person.id);
  const people = [...new Set([...author, ...signers])].filter((id) => id !== context.actor.id);
  return enqueueNotices(context, [{ key: `${text.kind}:${incidentId}:${version}`, incidentId, people, ...text }]);
}

/** What a step of a document's life has people told. */
export async function tellStep(
  context: StoredContext,
  incident: IncidentRow,
  { state, step, version }: { state: State; step: Step; version: number },
): Promise<Change[]> {
  const by = context.actor.name;
  if (step.to === 'approved')
    return [tellConcerned(context, incident, state, { kind: 'document.approved', values: { by }, version })];
  if (step.to !== 'inReview') return [];
  const { policy } = templateToWrite(incident.template, undefined, context.templates);
  return tellNextSigners(context, incident, state, openRoles(policy, state.signoffs)[0]);
}
