import { z } from 'zod';
import { callStored } from '../call-stored.ts';
import { requirePermission } from '../access/require.ts';
import { earlierEntry } from '../../store/earlier-entry.ts';
import { actorKey } from '../../store/entry-row.ts';
import { actorName } from '../access/actor.ts';
import { createIncident } from '../incident/create.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { joinSignals, requireFree } from './join.ts';
import { loadSignals } from './load.ts';

const Input = z.strictObject({
  signals: z.array(z.guid()).min(1).max(5000),
  title: z.string().trim().min(1).max(300).optional(),
  template: z.string().max(100).optional(),
});
type Input = z.infer<typeof Input>;
const Opened = z.object({ id: z.string(), key: z.string(), joined: z.number().int() });
type Opened = z.infer<typeof Opened>;

async function open(context: StoredContext, { signals: ids, title, template }: Input): Promise<Opened> {
  requirePermission(context, 'incident.create');
  requirePermission(context, 'incident.edit');
  const signals = await loadSignals(context, [...new Set(ids)]);
  const first = signals.toSorted((a, b) => a.event.epochMs - b.event.epochMs)[0];
  const input = {
    title: title ?? (first?.conditionName ?? first?.event.text ?? '').slice(0, 300),
    ...(template === undefined ? {} : { template }),
  };
  const { key: asked, ...unkeyed } = context;
  const keyed = (step: string) => (asked === undefined ? unkeyed : { ...unkeyed, key: `${asked}:${step}` });
  // Signals that somebody else took leave no empty incident behind; those of a request that is repeated went to its own.
  const isRepeated = asked !== undefined && (await wasSaved(context, `${asked}:open`));
  if (!isRepeated) requireFree(signals);
  const made = (await callStored(createIncident, input, keyed('open'))) as { id: string; key: string };
  const { joined } = (await callStored(joinSignals, { incident: made.id, signals: ids }, keyed('join'))) as {
    joined: number;
  };
  return { id: made.id, key: made.key, joined };
}

const wasSaved = async ({ database, actor }: StoredContext, key: string): Promise<boolean> =>
  (await earlierEntry(database, actorKey(actorName(actor), key))) !== undefined;

export const openFromSignals: StoredOperation<Input, Opened> = {
  name: 'signal.open',
  sentence: 'Open an incident from signals: named after the first alert, with all of them in its timeline.',
  permission: 'signal.see',
  effect: 'write',
  input: Input,
  output: Opened,
  route: { method: 'POST', path: '/signals/open' },
  run: open,
};
