import { z } from 'zod';
import { bodyOf, shownText } from '../delivery/body.ts';
import { HindcastError } from '../errors.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ signal: z.string().max(64) });

const Shown = z.object({
  id: z.string(),
  at: z.string(),
  text: z.string(),
  /** More of it, Markdown. */
  notes: z.string().nullable(),
  source: z.string(),
  /** The hook that it came to, and when the delivery that it is read from came. */
  hook: z.string(),
  receivedAt: z.string(),
  /** Its place in the original: `/alerts/0`. */
  pointer: z.string(),
  /** The original as it is stored, masked; the first part of a long one. */
  original: z.string(),
  isCut: z.boolean(),
});
export type ShownSignal = z.infer<typeof Shown>;

type Row = {
  id: string;
  epochMs: number;
  text: string;
  event: { notes?: string };
  source: string;
  hook: string;
  received: Date;
  pointer: string;
  body: Uint8Array | null;
  sha256: Uint8Array;
};

export const showSignal: StoredOperation<z.infer<typeof Input>, ShownSignal> = {
  name: 'signal.show',
  sentence: 'Show a signal with the original that it was read from, as it is stored.',
  permission: 'signal.see',
  effect: 'read',
  input: Input,
  output: Shown,
  route: { method: 'GET', path: '/signals/{signal}' },
  run: async ({ database, evidence }, { signal: id }) => {
    const { rows } = z.guid().safeParse(id).success
      ? await database.query<Row>({
          text: `select s.id, s.epoch_ms as "epochMs", s.text, s.event, s.source, coalesce(h.name, '') as hook,
              d.received_at as received, s.pointer, d.body, d.sha256
            from signal s join delivery d on d.id = s.delivery_id left join hook h on h.id = d.hook_id where s.id = $1::uuid`,
          values: [id],
        })
      : { rows: [] };
    const [row] = rows;
    if (row === undefined) throw new HindcastError('signal.not-found', { id, count: '1' });
    const { text: original, isCut } = shownText(await bodyOf(evidence, row));
    const { epochMs, received, event, text, source, hook, pointer } = row;
    return {
      id: row.id,
      at: new Date(epochMs).toISOString(),
      text,
      notes: event.notes ?? null,
      source,
      hook,
      receivedAt: received.toISOString(),
      pointer,
      original,
      isCut,
    };
  },
};
