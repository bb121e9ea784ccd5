import { sql } from 'kysely';
import { z } from 'zod';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadChannel } from './load.ts';

const Input = z.strictObject({ channel: z.string().max(64) });
const Output = z.object({
  /** Of what goes out: `notice.show` says how far it is. */
  notice: z.string(),
});

export const testChannel: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'channel.test',
  sentence: 'Send a channel a message that says that it is connected.',
  permission: 'channel.change',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/channels/{channel}/test' },
  run: async (context, { channel: reference }) => {
    const { id: channelId, name, type } = await loadChannel(context, reference);
    const { now, actor } = context;
    const [notice, id] = [context.newId(), context.newId()];
    const payload = JSON.stringify({ values: { channel: name, by: actor.name } });
    return save(context, {
      operation: 'channel.test',
      subject: `channel/${channelId}`,
      payload: { notice: id },
      changes: [
        {
          statement: sql`insert into notice (id, key, kind, payload, at, state)
            values (${notice}::uuid, ${`channel.test:${notice}`}, 'channel.test', ${payload}::jsonb, ${now}::timestamptz, 'routed')`,
        },
        {
          statement: sql`insert into outgoing (id, notice_id, kind, way, receiver, channel_id, told, created_at, since, next_at)
            values (${id}::uuid, ${notice}::uuid, 'channel.test', ${type}, ${`channel:${channelId}`}, ${channelId}::uuid, ${name},
              ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz)`,
        },
      ],
      result: { notice: id },
    });
  },
};
