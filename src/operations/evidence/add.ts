import { z } from 'zod';
import { releasing } from '../../store/evidence/index.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { requireSame } from '../same-bytes.ts';
import { retried } from '../save.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { attachment } from './attachment.ts';
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

type Stored = Pick<Item, 'sha256' | 'bytes' | 'type'>;

/** Receives the bytes into the store. They are named by their hash, so that a failure after this leaves nothing wrong behind. */
async function receive(context: StoredContext, maxBytes: number): Promise<Stored> {
  if (context.body === undefined) throw new HindcastError('evidence.empty');
  const stored = await fromStore(context.evidence.put(releasing(withSpace(context, context.body)), { maxBytes }));
  if (stored.bytes === 0) throw new HindcastError('evidence.empty');
  return { sha256: stored.sha256, bytes: stored.bytes, type: stored.type };
}

/** What is attached to an incident. @throws HindcastError `evidence.too-many` */
async function attachedTo(context: StoredContext, { id }: IncidentRow, most: number): Promise<Item[]> {
  const attached = (await loadItems(context, id)).filter(({ detachedAt }) => detachedAt === null);
  if (attached.length >= most) throw new HindcastError('evidence.too-many', { count: String(attached.length) });
  return attached;
}

/** Attaches what has arrived. The incident is loaded once more: in the hour that an upload takes it may have been archived or restricted. */
async function attachOnce(
  context: StoredContext,
  { incident: reference, name, note, retainUntil }: Omit<Input, 'retainUntil'> & Pick<Item, 'retainUntil'>,
  stored: Stored,
  most: number,
): Promise<Item> {
  const { sha256 } = stored;
  const incident = await loadIncident(context, reference, 'evidence.add');
  const known = (await attachedTo(context, incident, most)).find((item) => item.sha256 === sha256);
  if (known !== undefined) return known;
  const told = { name, note, retainUntil };
  const { item, changes } = attachment(context, incident.id, { ...stored, ...told });
  const saved = await saveEdit(context, incident, {
    operation: 'evidence.add',
    subject: `evidence/${item.id}`,
    payload: { ...stored, ...told },
    changes,
    result: item,
  });
  requireSame(context, 'evidence.add', saved, sha256);
  await requireStillThere(context, incident, item);
  return saved;
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
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'evidence.add');
    const settings = await readSettings(context.database);
    const most = settings['evidence.mostPerIncident'];
    await attachedTo(context, incident, most);
    const stored = await receive(context, settings['evidence.mostBytes']);
    const retainUntil = input.retainUntil ?? daysAfter(context.now, settings['evidence.retentionDays']);
    return retried(() => attachOnce(context, { ...input, retainUntil }, stored, most));
  },
};
