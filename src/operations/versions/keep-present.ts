import type { Change } from '../../store/commit.ts';
import type { IncidentRow } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { CurrentContent } from './content.ts';
import { insertVersion } from './make.ts';
import { paperOf } from './paper.ts';

/** What makes a version of the content as it is; nothing where one holds it already. */
export async function keepPresent(
  context: StoredContext,
  incident: IncidentRow,
  present: CurrentContent,
): Promise<{ kept: number; changes: Change[] }> {
  const { status, versions, signoffs } = await loadState(context, incident);
  const same = versions.find(({ sha256 }) => sha256 === present.sha256);
  if (same !== undefined) return { kept: same.number, changes: [] };
  const number = (versions[0]?.number ?? 0) + 1;
  const markdown = paperOf(context, incident, { current: present, signoffs });
  return { kept: number, changes: [insertVersion(context, incident, present, { number, status, markdown })] };
}
