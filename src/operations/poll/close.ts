import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { requireOpen, requirePoll } from './load.ts';

const Input = z.strictObject({ incident: z.string() });
const Closed = z.object({ id: z.string() });

/** Who was given a ballot, and which came back, is forgotten with this; their key goes. */
export const closePoll: StoredOperation<z.infer<typeof Input>, z.infer<typeof Closed>> = {
  name: 'poll.close',
  sentence: 'Close the culture and process checks: no ballot counts any more, and the sums are shown.',
  permission: 'meeting.hold',
  effect: 'write',
  input: Input,
  output: Closed,
  route: { method: 'POST', path: '/incidents/{incident}/poll/close' },
  run: async (context, { incident: reference }) => {
    const incident = await loadIncident(context, reference, 'meeting.hold');
    const poll = await requirePoll(context, incident.id);
    requireOpen(poll);
    const { id } = poll;
    return save(context, {
      operation: 'poll.close',
      incidentId: incident.id,
      subject: `poll/${id}`,
      payload: {},
      changes: [
        {
          statement: sql`update poll set closed_at = ${context.now}::timestamptz, private_key = null
            where id = ${id}::uuid and closed_at is null`,
        },
        { rows: 'any', statement: sql`update poll_seat set given = false, blinded = null where poll_id = ${id}::uuid` },
        { rows: 'any', statement: sql`delete from poll_spent where poll_id = ${id}::uuid` },
      ],
      result: { id },
    });
  },
};
