import { z } from 'zod';
import { DigestItem } from '../../notices/kinds/digest.ts';
import { nextDigest } from '../../notices/moments.ts';
import { chosenKinds, Preference } from '../../notices/preference.ts';
import { loadChannels } from '../channel/load.ts';
import { heldItems } from '../notice/held.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadPreference } from './load.ts';

const Input = z.strictObject({});
const Output = z.object({
  value: Preference,
  /** 0 for who never chose anything. */
  version: z.number().int(),
  kinds: z.array(z.object({ name: z.string(), sentence: z.string() })),
  /** Where e-mail goes. */
  email: z.string(),
  /** Whether there is a mail server, and an app of Slack that writes to people. */
  hasMail: z.boolean(),
  hasSlack: z.boolean(),
  /** Whether there is an address of a calendar of one's own. */
  hasCalendar: z.boolean(),
  /** The next digest as it is so far. */
  digest: z.object({ at: z.string(), items: z.array(DigestItem), more: z.number().int() }),
});
export type ShownPreference = z.infer<typeof Output>;

export const showPreference: StoredOperation<z.infer<typeof Input>, ShownPreference> = {
  name: 'preference.show',
  sentence: 'Show how you want to hear of things, and your next digest as it is so far.',
  permission: 'self.change',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/preference' },
  run: async (context) => {
    const { actor, database, now, mail } = context;
    const [{ value, version, hasCalendar }, channels, held, person] = await Promise.all([
      loadPreference(context, actor.id),
      loadChannels(context),
      heldItems(context, actor.id, now),
      database.kysely.selectFrom('person').select('email').where('id', '=', actor.id).executeTakeFirstOrThrow(),
    ]);
    return {
      value,
      version,
      hasCalendar,
      kinds: chosenKinds.map(({ name, sentence }) => ({ name, sentence })),
      email: person.email,
      hasMail: mail !== undefined,
      hasSlack: channels.some(({ type, secret }) => type === 'slack' && 'token' in secret),
      digest: { at: nextDigest(value, now), items: held.items, more: held.more },
    };
  },
};
