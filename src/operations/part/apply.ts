import { z } from 'zod';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { readWithTemplate, type Template } from '../../templates/index.ts';
import type { Change } from '../../store/commit.ts';
import { readRecord } from '../document/read-record.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import type { Part, PartVersions } from './assemble.ts';
import { positionOf } from './entry-operations.ts';
import { type Edits, editsBetween, type Readings } from './edits.ts';
import { loadParts } from './load.ts';
import { setFields } from './set-fields.ts';
import { insertPart, insertParts, removePart, replacePart } from './statements.ts';
import { unpack } from './unpack.ts';
import { withoutFurther } from './without-further.ts';

/** Entries that one document may change: each is a part of one statement. */
const mostChanges = 5000;

const Text = z.string().max(10_000_000);
const Seen = z.record(
  z.string(),
  z.union([z.number().int(), z.array(z.object({ id: z.string(), version: z.number().int() }))]),
);

const Input = z.strictObject({
  incident: z.string(),
  /** The document as it was given out. */
  before: Text,
  /** The same, changed. */
  markdown: Text,
  /** `versions` of the incident when it was given out. */
  seen: Seen,
});

/** A field that somebody else set meanwhile: both values, and where. */
const Conflict = z.object({ path: z.string(), yours: z.unknown(), theirs: z.unknown() });
type Conflict = z.infer<typeof Conflict>;

const Applied = z.object({ changed: z.array(z.string()), added: z.array(z.string()), removed: z.array(z.string()) });
type Applied = z.infer<typeof Applied>;

function readings(markdown: string, template: Template, context: StoredContext): Readings {
  const { config, templates } = context;
  return {
    plain: readWithTemplate(parseMarkdown(markdown), template).record,
    whole: readRecord(markdown, { templates, template: template.name, config }).record,
  };
}

const placeOf = (key: string, id: string): string => (id === '' ? key : `${key}/${id}`);

/** The version of a part that was seen; 0 for one that was not there. */
function versionSeen(seen: PartVersions, key: string, id: string): number {
  const versions = Object.hasOwn(seen, key) ? seen[key] : undefined;
  if (!Array.isArray(versions)) return versions ?? 0;
  return versions.find((entry) => entry.id === id)?.version ?? 0;
}

const absent = (key: string): Part => ({ key, id: '', position: 0, value: undefined, touched: {}, version: 0 });

/** Field by field, so that all conflicts are shown at once. */
function conflictsOf(part: Part, values: Record<string, unknown>, seen: number): Conflict[] {
  const found: Conflict[] = [];
  for (const [path, value] of Object.entries(values))
    try {
      setFields(part, { [path]: value }, seen);
    } catch (error) {
      if (!(error instanceof HindcastError) || error.code !== 'record.conflict') throw error;
      const { yours, theirs } = error.data as Conflict;
      found.push({
        path: path === '' ? placeOf(part.key, part.id) : `${placeOf(part.key, part.id)}.${path}`,
        yours,
        theirs,
      });
    }
  return found;
}

type Plan = { changes: Change[]; conflicts: Conflict[]; applied: Applied };

function planOf(context: StoredContext, incidentId: string, edits: Edits, kept: Part[], seen: PartVersions): Plan {
  const plan: Plan = { changes: [], conflicts: [], applied: { changed: [], added: [], removed: [] } };
  const partAt = (key: string, id: string) => kept.find((part) => part.key === key && part.id === id);
  for (const { key, entry } of edits.lost) plan.conflicts.push({ path: key, yours: entry, theirs: null });
  for (const { key, id, values } of edits.set) {
    const old = partAt(key, id) ?? absent(key);
    const from = versionSeen(seen, key, id);
    const conflicts = conflictsOf(old, values, from);
    plan.conflicts.push(...conflicts);
    if (conflicts.length > 0) continue;
    const { part, changed } = setFields(old, values, from);
    if (changed.length === 0) continue;
    plan.applied.changed.push(
      ...changed.map((path) => (path === '' ? placeOf(key, id) : `${placeOf(key, id)}.${path}`)),
    );
    if (part.value === undefined) plan.changes.push(removePart(incidentId, old));
    else
      plan.changes.push(old.version === 0 ? insertPart(incidentId, part) : replacePart(incidentId, part, old.version));
  }
  for (const { key, id } of edits.remove) {
    const part = partAt(key, id);
    if (part === undefined) continue;
    if (part.version > versionSeen(seen, key, id))
      plan.conflicts.push({ path: placeOf(key, id), yours: null, theirs: part.value });
    else plan.changes.push(removePart(incidentId, part));
    plan.applied.removed.push(placeOf(key, id));
  }
  const added = addedParts(context, edits, kept);
  if (added.length > 0) plan.changes.push(insertParts(incidentId, added));
  plan.applied.added.push(...added.map(({ key, id }) => placeOf(key, id)));
  return plan;
}

/** New entries, each between the one it follows and the next. */
function addedParts(context: StoredContext, { add }: Edits, kept: Part[]): Part[] {
  return add.map(({ key, entry, after }, index) => {
    const positions = kept
      .filter((part) => part.key === key)
      .map(({ position }) => position)
      .toSorted((a, b) => a - b);
    const from = kept.find((part) => part.key === key && part.id === after)?.position;
    const least = from ?? (positions[0] === undefined ? positionOf(context) : positions[0] - 1);
    const next = from === undefined ? positions[0] : positions.find((position) => position > least);
    const most = next ?? least + 1;
    const position = least + ((most - least) * (index + 1)) / (add.length + 1);
    return { key, id: context.newId(), position, value: entry, touched: {}, version: 1 };
  });
}

/** Applies a document that was edited outside: what changed in it, and nothing else, all at once or not at all. */
export const applyRecord: StoredOperation<z.infer<typeof Input>, Applied> = {
  name: 'record.apply',
  sentence:
    'Apply what was changed in the Markdown of an incident: only those fields; none when one of them is in conflict.',
  permission: 'incident.edit',
  effect: 'write',
  settled: true,
  input: Input,
  output: Applied,
  route: { method: 'POST', path: '/incidents/{incident}/apply' },
  run: async (context, { incident: reference, before, markdown, seen }) => {
    const { template: name } = await loadIncident(context, reference, 'incident.edit');
    const template = templateToWrite(name, undefined, context.templates);
    const texts = withoutFurther(before, markdown);
    const [old, now] = [readings(texts.before, template, context), readings(texts.after, template, context)];
    return retried(async () => {
      // Once more: reading long documents takes a while.
      const incident = await loadIncident(context, reference, 'incident.edit');
      const kept = await loadParts(context, incident.id);
      const edits = editsBetween(old, now, kept);
      const { changes, conflicts, applied } = planOf(context, incident.id, edits, kept, seen);
      const [first] = conflicts;
      if (first !== undefined)
        throw new HindcastError(
          'record.conflicts',
          { count: String(conflicts.length), path: first.path },
          { data: { conflicts } },
        );
      if (changes.length === 0) return applied;
      if (changes.length > mostChanges)
        throw new HindcastError('input.invalid', {
          operation: 'record.apply',
          reason: `it changes ${changes.length} entries, and ${mostChanges} are taken at once`,
        });
      await unpack(context, incident.id, [...edits.set, ...edits.remove]);
      const payload = { set: edits.set, add: edits.add, remove: edits.remove };
      return saveEdit(context, incident, {
        operation: 'record.apply',
        subject: 'document',
        payload,
        changes,
        result: applied,
      });
    });
  },
};
