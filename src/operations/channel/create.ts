import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { ChannelName, keptReach, Kinds, Reach, Severities } from './fields.ts';

const Input = z.strictObject({
  name: ChannelName,
  reach: Reach,
  /** Kinds of notices that go there; all without. */
  kinds: Kinds.default([]),
  /** Severities of incidents that it wants to hear of, as documents write them; all without. */
  severities: Severities.default([]),
});
type Input = z.infer<typeof Input>;

const Created = z.object({
  id: z.string(),
  /** What a receiver checks signatures with; shown only now. */
  key: z.string().optional(),
});

/** 32 random bytes, written as Standard Webhooks has it. */
export const newKey = ({ random }: Pick<StoredContext, 'random'>): string =>
  `whsec_${Buffer.from(random(32)).toString('base64')}`;

/** Names as an array of Postgres, whatever signs they hold. */
export const nameArray = (names: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`;

export const createChannel: StoredOperation<Input, z.infer<typeof Created>> = {
  name: 'channel.create',
  sentence:
    'Add a channel that the organisation hears of things in: of Slack, or an address that takes signed requests.',
  permission: 'channel.change',
  effect: 'write',
  input: Input as unknown as z.ZodType<Input>,
  output: Created,
  route: { method: 'POST', path: '/channels' },
  run: async (context, { name, reach, kinds, severities }) => {
    const { actor, now } = context;
    const id = context.newId();
    const { type, place, secret } = keptReach(reach, () => newKey(context));
    const kept = await save(context, {
      operation: 'channel.create',
      subject: `channel/${id}`,
      payload: { name, type, place, kinds, severities },
      changes: [
        {
          statement: sql`insert into channel (id, name, type, place, secret, kinds, severities, created_at, created_by)
            values (${id}::uuid, ${name}, ${type}, ${JSON.stringify(place)}::jsonb, ${JSON.stringify(secret)}::jsonb,
              ${nameArray(kinds)}, ${nameArray(severities)}, ${now}::timestamptz, ${actorName(actor)})`,
        },
      ],
      result: { id },
    });
    return kept.id === id && 'key' in secret ? { ...kept, key: secret.key } : kept;
  },
};
