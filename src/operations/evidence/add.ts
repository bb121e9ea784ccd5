import { sql } from 'kysely';
import { z } from 'zod';
import { releasing } from '../../store/evidence/index.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { Item, loadItems } from './item.ts';
import { requireStillThere } from './still-there.ts';
import { daysAfter, Until } from './retain-until.ts';
import { fromStore } from './store-problem.ts';
import { withSpace } from './with-space.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** What people call it: usually the name of the file. */
  name: z.string().trim().min(1).max(200),
  note: z.string().max(2000).default(''),
  /** Until when it is retained; the setting `evidence.retentionDays` decides without. */
  retainUntil: Until.optional(),
});
type Input = z.infer<typeof Input>;

/** Receives the bytes into the store. They are named by their hash, so that a failure after this leaves nothing wrong behind. */
async function receive(context: StoredContext, maxBytes: number): Promise<Pick<Item, 'sha256' | 'bytes' | 'type'>> {
  if (context.body === undefined) throw new HindcastError('evidence.empty');
  const stored = await fromStore(context.evidence.put(releasing(withSpace(context, context.body)), { maxBytes }));
  if (stored.bytes === 0) throw new HindcastError('evidence.empty');
  return stored;
}

export const addEvidence: StoredOperation<Input, Item> = {
  name: 'evidence.add',
  sentence: 'Attach an original to an incident: its bytes are the body of the request, and are kept as they are.',
  permission: 'evidence.add',
  effect: 'write',
  input: Input,
  output: Item,
  route: { method: 'POST', path: '/incidents/{incident}/evidence' },
  takes: 'bytes',
  run: async (context, { incident: reference, name, note, retainUntil: wanted }) => {
    const incident = await loadIncident(context, reference, 'evidence.add');
    const settings = await readSettings(context.database);
    const attached = (await loadItems(context, incident.id)).filter(({ detachedAt }) => detachedAt === null);
    const most = settings['evidence.mostPerIncident'];
    if (attached.length >= most) throw new HindcastError('evidence.too-many', { count: String(attached.length) });
    const { sha256, bytes, type } = await receive(context, settings['evidence.mostBytes']);
    const known = attached.find((item) => item.sha256 === sha256);
    if (known !== undefined) return known;
    const id = context.newId();
    const retainUntil = wanted ?? daysAfter(context.now, settings['evidence.retentionDays']);
    const item: Item = {
      id,
      sha256,
      bytes,
      type,
      name,
      note,
      retainUntil,
      addedAt: context.now,
      addedBy: actorName(context.actor),
      detachedAt: null,
      removedAt: null,
    };
    const saved = await saveEdit(context, incident, {
      operation: 'evidence.add',
      subject: `evidence/${id}`,
      payload: { sha256, bytes, type, name, note, retainUntil },
      changes: [
        {
          statement: sql`insert into evidence (sha256, bytes, type, stored_at) values (${sha256}, ${bytes}, ${type}, ${context.now}::timestamptz)
            on conflict (sha256) do update set removed_at = null`,
        },
        {
          statement: sql`insert into incident_evidence (id, incident_id, sha256, name, note, added_at, added_by, retain_until)
            values (${id}::uuid, ${incident.id}::uuid, ${sha256}, ${name}, ${note}, ${context.now}::timestamptz, ${item.addedBy}, ${retainUntil}::timestamptz)`,
        },
      ],
      result: item,
    });
    await requireStillThere(context, incident, item);
    return saved;
  },
};
