import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { channelKinds } from './fields.ts';
import { Channel, loadChannels, shownChannel } from './load.ts';

const Input = z.strictObject({});
const Output = z.object({
  items: z.array(Channel),
  /** Kinds of notices that a channel may have. */
  kinds: z.array(z.string()),
});

export const listChannels: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'channel.list',
  sentence: 'List the channels of the organisation and what goes there; never their addresses and keys.',
  permission: 'channel.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/channels' },
  run: async (context) => ({ items: (await loadChannels(context)).map(shownChannel), kinds: channelKinds }),
};
