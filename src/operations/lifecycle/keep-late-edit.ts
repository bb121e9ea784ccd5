import { earlierStatementsEnd } from '../../store/earlier-statements.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { insertVersion } from '../versions/make.ts';
import { paperOf } from '../versions/paper.ts';
import { loadState } from './state.ts';

/** The version that a step kept. */
type Kept = { status: string; version: number; sha256: string };

/**
 * After an archiving: an edit whose statement ran in that very moment did not see it and was saved. It then counts as the last one
 * before, and one more version is what was archived. See docs/decisions/0008.
 */
export async function keepLateEdit(context: StoredContext, reference: string, kept: Kept): Promise<Kept> {
  const { key: _, ...unrepeated } = context;
  await earlierStatementsEnd(context.database);
  return retried(async () => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const state = await loadState(context, incident);
    const { sha256 } = state.current;
    if (incident.status !== 'archived' || sha256 === kept.sha256) return kept;
    const number = (state.versions[0]?.number ?? 0) + 1;
    const version = { number, status: incident.status, markdown: paperOf(context, incident, state) };
    return save(unrepeated, {
      operation: 'lifecycle.archive',
      incidentId: incident.id,
      subject: `version/${number}`,
      payload: { version: number, sha256, because: 'an edit was saved in the same moment' },
      changes: [insertVersion(context, incident, state.current, version)],
      result: { ...kept, version: number, sha256 },
    });
  });
}
