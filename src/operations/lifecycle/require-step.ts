import { say } from '../../record/said.ts';
import { HindcastError } from '../errors.ts';
import type { IncidentRow } from '../incident/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { blockersOf } from './blockers.ts';
import { loadState, type State } from './state.ts';
import type { Step } from './steps.ts';

/**
 * Where an incident stands, if it may take a step from there.
 * @throws HindcastError `lifecycle.elsewhere` from another status, `lifecycle.blocked` with what blocks it as data
 */
export async function requireStep(context: StoredContext, incident: IncidentRow, step: Step): Promise<State> {
  const state = await loadState(context, incident);
  const { status } = state;
  if (!step.from.includes(status))
    throw new HindcastError('lifecycle.elsewhere', { step: step.operation, status, from: step.from.join(', ') });
  const template = templateToWrite(incident.template, undefined, context.templates);
  const blockers = await blockersOf(context, incident.id, template, state, step.gate);
  if (blockers.length === 0) return state;
  const [first] = blockers;
  const said = first?.says?.sentence ?? first?.sentence ?? '';
  const reason = blockers.length === 1 ? said : say`${said} (and ${blockers.length - 1} more)`;
  throw new HindcastError('lifecycle.blocked', { step: step.operation, reason }, { data: { blockers } });
}
