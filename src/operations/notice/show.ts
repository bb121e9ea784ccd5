import { z } from 'zod';
import { asText } from '../../notices/as-text.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadOutgoing, OutboxItem, outboxItem, toldOf } from './row.ts';

const Input = z.strictObject({ notice: z.string().max(64) });
const Shown = OutboxItem.extend({
  /** As plain text, without what stands below a letter. */
  text: z.string(),
});
export type ShownNotice = z.infer<typeof Shown>;

export const showNotice: StoredOperation<z.infer<typeof Input>, ShownNotice> = {
  name: 'notice.show',
  sentence: 'Show something that goes out: its text, how far it is, and why it is not there.',
  permission: 'notice.see',
  effect: 'read',
  input: Input,
  output: Shown,
  route: { method: 'GET', path: '/notices/{notice}' },
  run: async (context, { notice: id }) => {
    const row = await loadOutgoing(context, id);
    const told = toldOf(row);
    const text = told === undefined ? '' : asText(told, { origin: context.origin, foot: '' });
    return { ...outboxItem(row), text: text.replace(/\n-- [^]*$/, '\n') };
  },
};
