import { z } from 'zod';
import { partSchema } from '../../record/field-at.ts';
import { strict } from '../../record/strict.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried } from '../save.ts';
import type { AnyStored, StoredContext, StoredOperation } from '../stored-operation.ts';
import { addBehind } from './add-behind.ts';
import { addEntries } from './add-entries.ts';
import { batchRoot } from './batch-root.ts';
import { Changed, ChangeInput, changePart } from './change.ts';
import type { Collection } from './collections.ts';
import { loadPart } from './load.ts';
import { After, moveEntry } from './move-entry.ts';
import { entryId, removePart } from './statements.ts';

/** Entries that one call may bring. */
const mostEntries = 5000;

const EntryId = z.string().min(1).max(64);
const Kept = z.object({ id: z.string(), version: z.number().int() });
type Kept = z.infer<typeof Kept>;

const route = (key: string, more = ''): string => `/incidents/{incident}/${key}${more}`;

/** A new id for entries that come together: it grows with time, so that an index is written at its end. */
export const batchId = ({ now, random }: StoredContext): string =>
  `${Date.parse(now).toString(36)}${Buffer.from(random(6)).toString('hex')}`;

/** Positions count from here: the smaller they are, the more places a double has between two entries of one millisecond. */
const positionsFromMs = Date.UTC(2025, 0, 1);

/** Entries go behind the others. Positions are times of insertion: two who add at once need no common counter. */
export const positionOf = ({ now }: Pick<StoredContext, 'now'>): number => Date.parse(now) - positionsFromMs;

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** The operations on one list of the record: add, import, change, move, remove. */
export function entryOperations({ key, entry }: Collection): AnyStored[] {
  const Entry = strict(partSchema(key) as z.ZodType);
  const AddInput = z.strictObject({
    incident: z.string(),
    entry: Entry,
    /** At the end without it. */
    after: After.optional(),
  });
  const add: StoredOperation<z.infer<typeof AddInput>, Kept> = {
    name: `${key}.add`,
    sentence: `Add ${withArticle(entry)}.`,
    permission: 'incident.edit',
    effect: 'write',
    input: AddInput,
    output: Kept,
    route: { method: 'POST', path: route(key) },
    run: (context, { incident, entry: value, after }) => {
      const batch = batchId(context);
      const id = entryId(batch, 1);
      const told = { operation: `${key}.add`, subject: `${key}/${id}`, result: { id, version: 1 } };
      if (after !== undefined)
        return addBehind(context, incident, { key, id, value, after }, { ...told, payload: { entry: value, after } });
      const arrival = { key, batch, position: positionOf(context), texts: [JSON.stringify(value)] };
      return addEntries(context, incident, arrival, { ...told, payload: { entry: value } });
    },
  };
  const ImportInput = z.strictObject({ incident: z.string(), entries: z.array(Entry).min(1).max(mostEntries) });
  const Imported = z.object({ ids: z.array(z.string()) });
  const bring: StoredOperation<z.infer<typeof ImportInput>, z.infer<typeof Imported>> = {
    name: `${key}.import`,
    sentence: `Add up to ${mostEntries} entries at once: each ${withArticle(entry)}.`,
    permission: 'incident.edit',
    effect: 'write',
    input: ImportInput,
    output: Imported,
    route: { method: 'POST', path: route(key, '/batch') },
    run: (context, { incident, entries }) => {
      const batch = batchId(context);
      const texts = entries.map((entry) => JSON.stringify(entry));
      return addEntries(
        context,
        incident,
        { key, batch, position: positionOf(context), texts },
        {
          operation: `${key}.import`,
          subject: `${key}/${batch}`,
          payload: { batch, count: entries.length, ...batchRoot(texts, context.random(16)) },
          result: { ids: texts.map((_, index) => entryId(batch, index + 1)) },
        },
      );
    },
  };
  const ChangeEntry = ChangeInput.extend({ incident: z.string(), id: EntryId });
  const change: StoredOperation<z.infer<typeof ChangeEntry>, Changed> = {
    name: `${key}.change`,
    sentence: `Set fields of ${withArticle(entry)}.`,
    permission: 'incident.edit',
    effect: 'write',
    input: ChangeEntry,
    output: Changed,
    route: { method: 'PATCH', path: route(key, '/{id}') },
    run: (context, { incident, id, set, seen }) =>
      changePart(context, `${key}.change`, { incident, key, id }, { set, seen }),
  };
  const RemoveInput = z.strictObject({ incident: z.string(), id: EntryId, seen: z.coerce.number().int().min(1) });
  const Removed = z.object({ removed: z.literal(true) });
  const remove: StoredOperation<z.infer<typeof RemoveInput>, z.infer<typeof Removed>> = {
    name: `${key}.remove`,
    sentence: `Take ${withArticle(entry)} out; the ledger keeps what it was.`,
    permission: 'incident.edit',
    effect: 'destructive',
    input: RemoveInput,
    output: Removed,
    route: { method: 'DELETE', path: route(key, '/{id}') },
    run: (context, { incident: reference, id, seen }) =>
      retried(async () => {
        const incident = await loadIncident(context, reference, 'incident.edit');
        const part = await loadPart(context, incident.id, key, id);
        if (part === undefined) throw new HindcastError('record.entry-not-found', { key, id });
        if (part.version !== seen)
          throw new HindcastError(
            'record.conflict',
            { path: `${key}/${id}`, seen: String(seen), version: String(part.version) },
            { data: { path: '', yours: null, theirs: part.value, version: part.version } },
          );
        return saveEdit(context, incident, {
          operation: `${key}.remove`,
          subject: `${key}/${id}`,
          payload: { before: part.value, version: part.version },
          changes: [removePart(incident.id, part)],
          result: { removed: true as const },
        });
      }),
  };
  return [add, bring, change, moveEntry(key, withArticle(entry)), remove];
}
