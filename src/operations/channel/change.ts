import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { nameArray, newKey } from './create.ts';
import { ChannelName, keptReach, Kinds, Reach, Severities } from './fields.ts';
import { loadChannel } from './load.ts';

const Input = z.strictObject({
  channel: z.string().max(64),
  name: ChannelName.optional(),
  /** Another address or token; what there was is forgotten. */
  reach: Reach.optional(),
  kinds: Kinds.optional(),
  severities: Severities.optional(),
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

const Changed = z.object({ id: z.string(), version: z.number().int(), key: z.string().optional() });
type Changed = z.infer<typeof Changed>;

async function changeOnce(
  context: StoredContext,
  { channel: reference, seen, reach, ...told }: Input,
): Promise<Changed> {
  const channel = await loadChannel(context, reference);
  const { id, version } = channel;
  if (version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `channel/${id}`, seen: String(seen), version: String(version) },
      { data: { path: '', yours: told, theirs: { name: channel.name, kinds: channel.kinds }, version } },
    );
  const { name = channel.name, kinds = channel.kinds, severities = channel.severities } = told;
  const { type, place, secret } = reach === undefined ? channel : keptReach(reach, () => newKey(context));
  const result = await save(context, {
    operation: 'channel.change',
    subject: `channel/${id}`,
    payload: { name, type, place, kinds, severities },
    changes: [
      {
        statement: sql`update channel set name = ${name}, type = ${type}, place = ${JSON.stringify(place)}::jsonb,
            secret = ${JSON.stringify(secret)}::jsonb, kinds = ${nameArray(kinds)}, severities = ${nameArray(severities)}, version = version + 1
          where id = ${id}::uuid and version = ${seen} and removed_at is null`,
      },
    ],
    result: { id, version: seen + 1 },
  });
  return reach?.by === 'signed' && 'key' in secret ? { ...result, key: secret.key } : result;
}

export const changeChannel: StoredOperation<Input, Changed> = {
  name: 'channel.change',
  sentence: 'Change what a channel is called, where it is, and what goes there.',
  permission: 'channel.change',
  effect: 'write',
  input: Input,
  output: Changed,
  route: { method: 'PATCH', path: '/channels/{channel}' },
  run: (context, input) => retried(() => changeOnce(context, input)),
};
