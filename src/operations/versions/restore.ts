import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { loadParts } from '../part/load.ts';
import { insertParts, removeParts, replaceParts } from '../part/statements.ts';
import { unpack } from '../part/unpack.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { diffContent } from './diff-content.ts';
import { keepPresent } from './keep-present.ts';
import { type Left, restorationOf } from './restoration.ts';
import { LeftOver } from './preview.ts';
import { restoredParts } from './restored-parts.ts';
import { restoredEdits } from './restored-edits.ts';
import { VersionNumber } from './show.ts';

const Input = z.strictObject({
  incident: z.string(),
  number: VersionNumber,
  /** Only what stands there: a part (`summary`), a field (`summary.text`), an entry (`timeline/ID`) or a field of one. */
  path: z.string().max(300).optional(),
  /** `sha256` of the preview that was looked at: nothing is restored when the content is another one by now. */
  seen: z.string().max(64).optional(),
});
type Input = z.infer<typeof Input>;

/** What restoring a version did. */
export type Restored = {
  /** Paths of fields, and of entries. */
  changed: string[];
  added: string[];
  removed: string[];
  template: string;
  /** SHA-256 of the content as it is now: that of the version when all of it came back. */
  sha256: string;
  left: Left[];
  /** The version that holds what was there before; null when only one place was restored, or nothing changed. */
  kept: number | null;
};

const Paths = z.array(z.string());
const Output = z.object({
  changed: Paths,
  added: Paths,
  removed: Paths,
  template: z.string(),
  sha256: z.string(),
  left: z.array(LeftOver),
  kept: z.number().int().nullable(),
}) as unknown as z.ZodType<Restored>;

async function restoreOnce(context: StoredContext, { incident: reference, number, path, seen }: Input) {
  const incident = await loadIncident(context, reference, 'incident.edit');
  // Parts are read first: what changes between is found when they are written.
  const kept = await loadParts(context, incident.id);
  const restoration = await restorationOf(context, incident, { number, path });
  const { version, present, wanted, sha256, left } = restoration;
  if (seen !== undefined && seen !== present.sha256)
    throw new HindcastError('version.content-changed', { seen: seen.slice(0, 12) });
  const { template } = wanted;
  const edits = restoredEdits(diffContent(present.content, wanted));
  const result: Restored = { ...edits.paths, template, sha256, left, kept: null };
  if (sha256 === present.sha256) return result;
  // What is replaced becomes a version: restoring is undone by restoring that.
  const before = path === undefined ? await keepPresent(context, incident, present) : { kept: null, changes: [] };
  const { replaced, added, removed } = restoredParts(kept, wanted.record);
  await unpack(context, incident.id, [...replaced, ...removed]);
  return save(context, {
    operation: 'version.restore',
    incidentId: incident.id,
    subject: 'document',
    payload: {
      version: number,
      sha256: version.sha256,
      ...(path === undefined ? { kept: before.kept } : { path }),
      ...(template === incident.template ? {} : { template: { from: incident.template, to: template } }),
      ...edits.told,
    },
    changes: [
      rewriteIncident(incident, template),
      ...replaceParts(incident.id, replaced),
      ...removeParts(incident.id, removed),
      ...(added.length === 0 ? [] : [insertParts(incident.id, added)]),
      ...before.changes,
    ],
    result: { ...result, kept: before.kept },
  });
}

export const restoreVersion: StoredOperation<Input, Restored> = {
  name: 'version.restore',
  sentence:
    'Restore a version: the incident holds exactly that record again, in its template; or with a path only what stands there.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Output,
  settled: true,
  route: { method: 'POST', path: '/incidents/{incident}/versions/{number}/restore' },
  run: (context, input) => retried(() => restoreOnce(context, input)),
};
