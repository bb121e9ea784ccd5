import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { placeBehind, placesIn } from './place-behind.ts';
import { placeEntries } from './statements.ts';
import { unpack } from './unpack.ts';

const EntryId = z.string().min(1).max(64);

/** The entry that another stands behind; empty for the place before all. */
export const After = z.string().max(64);

const Input = z
  .strictObject({ incident: z.string(), id: EntryId, after: After })
  .refine(({ id, after }) => id !== after, 'an entry cannot stand behind itself');
type Input = z.infer<typeof Input>;

const Moved = z.object({ version: z.number().int() });
type Moved = z.infer<typeof Moved>;

function move(context: StoredContext, key: string, { incident: reference, id, after }: Input): Promise<Moved> {
  return retried(async () => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    const entries = await placesIn(context, incident.id, key);
    const index = entries.findIndex((entry) => entry.id === id);
    const own = entries[index];
    if (own === undefined) throw new HindcastError('record.entry-not-found', { key, id });
    if ((entries[index - 1]?.id ?? '') === after) return { version: own.version };
    const { position, counted } = placeBehind(entries, { key, id }, after);
    const placed = [{ ...own, position }, ...counted];
    const packed = placed.map((entry) => ({ key, id: entry.id }));
    await unpack(context, incident.id, packed);
    return saveEdit(context, incident, {
      operation: `${key}.move`,
      subject: `${key}/${id}`,
      payload: { after, version: own.version + 1 },
      changes: placeEntries(incident.id, key, placed),
      result: { version: own.version + 1 },
    });
  });
}

/** Gives an entry of a list another place in it. What is written in it stays, so nobody who writes in it is in the way. */
export const moveEntry = (key: string, entry: string): StoredOperation<Input, Moved> => ({
  name: `${key}.move`,
  sentence: `Move ${entry} behind another one, or with an empty \`after\` before all.`,
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Moved,
  route: { method: 'POST', path: `/incidents/{incident}/${key}/{id}/move` },
  run: (context, input) => move(context, key, input),
});
