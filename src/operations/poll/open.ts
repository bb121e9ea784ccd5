import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { requireInvited } from '../meeting/load.ts';
import { enqueueNotices } from '../notice/enqueue.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { newPollKey } from './blind-sign.ts';
import { loadPoll } from './load.ts';
import { fewestAnswers, pollQuestions } from './questions.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Ids of those who took part and are asked. */
  people: z.array(z.guid()).max(200),
});

const Opened = z.object({ id: z.string(), asked: z.number().int() });

export const openPoll: StoredOperation<z.infer<typeof Input>, z.infer<typeof Opened>> = {
  name: 'poll.open',
  sentence: 'Have the culture and process checks asked of those who took part, without names.',
  permission: 'meeting.hold',
  effect: 'write',
  input: Input,
  output: Opened,
  route: { method: 'POST', path: '/incidents/{incident}/poll' },
  run: async (context, { incident: reference, people }) => {
    const incident = await loadIncident(context, reference, 'meeting.hold');
    const ids = [...new Set(people)];
    if (ids.length < fewestAnswers)
      throw new HindcastError('poll.too-few', { least: String(fewestAnswers), count: String(ids.length) });
    const before = await loadPoll(context, incident.id);
    if (before !== undefined) throw new HindcastError(before.closedAt === null ? 'poll.open' : 'poll.closed');
    const asked = await requireInvited(context, ids);
    const { privateKey, publicKey } = await newPollKey();
    const { now, newId, actor } = context;
    const id = newId();
    const list = `{${asked.map((person) => person.id).join(',')}}`;
    const notice = {
      key: `poll:${id}`,
      kind: 'poll.asked' as const,
      values: { questions: pollQuestions.length },
      incidentId: incident.id,
      people: asked.map((person) => person.id),
      toChannels: false,
    };
    return save(context, {
      operation: 'poll.open',
      incidentId: incident.id,
      subject: `poll/${id}`,
      payload: { asked: asked.length, questions: pollQuestions },
      changes: [
        {
          statement: sql`insert into poll (id, incident_id, opened_at, opened_by, private_key, public_key)
            values (${id}::uuid, ${incident.id}::uuid, ${now}::timestamptz, ${actor.id}, ${privateKey}, ${publicKey})`,
        },
        {
          rows: asked.length,
          statement: sql`insert into poll_seat (poll_id, person_id) select ${id}::uuid, unnest(${list}::uuid[])`,
        },
        enqueueNotices(context, [notice]),
      ],
      result: { id, asked: asked.length },
    });
  },
};
