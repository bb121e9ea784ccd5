import type { Status } from '../../store/tables.ts';
import type { IncidentRow } from '../incident/load.ts';
import { loadSignoffs } from '../signoffs/load.ts';
import type { Signoff } from '../signoffs/signoff.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type CurrentContent, currentContent } from '../versions/content.ts';
import { loadVersions, type VersionHead } from '../versions/load.ts';

/** Where an incident stands: its content, status, signatures and versions (newest first). */
export type State = { current: CurrentContent; status: Status; signoffs: Signoff[]; versions: VersionHead[] };

/**
 * Loads where an incident stands. An approval counts only for the content that was approved: an edit that was saved in the same
 * moment as the approval, and so did not end it, ends it here.
 */
export async function loadState(context: StoredContext, incident: IncidentRow): Promise<State> {
  const current = await currentContent(context, incident);
  const [signoffs, versions] = await Promise.all([
    loadSignoffs(context, incident, current),
    loadVersions(context, incident.id),
  ]);
  const approved = versions.find(({ status }) => status === 'approved');
  const stale = incident.status === 'approved' && approved?.sha256 !== current.sha256;
  return { current, status: stale ? 'inReview' : incident.status, signoffs, versions };
}
