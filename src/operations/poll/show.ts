import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { publicNumbers } from './blind-sign.ts';
import { loadPoll, type Poll } from './load.ts';
import { fewestAnswers, pollAnswers, pollQuestions } from './questions.ts';

const Input = z.strictObject({ incident: z.string() });

const Sum = z.object({
  question: z.enum(pollQuestions),
  yes: z.number().int(),
  no: z.number().int(),
  unsure: z.number().int(),
});

const ShownPoll = z.object({
  poll: z
    .object({
      id: z.string(),
      openedAt: z.string(),
      closedAt: z.string().nullable(),
      asked: z.number().int(),
      /** Whether enough have answered to show sums; how many is told when it is closed. */
      enough: z.boolean(),
      answered: z.number().int().nullable(),
      /** Once it is closed, and only when enough have answered. */
      sums: z.array(Sum).nullable(),
      /** Whether the caller is asked: `given` is somebody who has a ballot. */
      mine: z.enum(['none', 'asked', 'given']),
      /** What ballots are signed with, as a browser takes it. */
      key: z.object({ n: z.string(), e: z.string() }),
    })
    .nullable(),
  questions: z.array(z.enum(pollQuestions)),
  least: z.number().int(),
});
export type ShownPoll = z.infer<typeof ShownPoll>;

const sumsOf = (sums: NonNullable<Poll['sums']>): z.infer<typeof Sum>[] =>
  pollQuestions.map((question) => {
    const of = (answer: string) => sums.find((one) => one.question === question && one.answer === answer)?.count ?? 0;
    const [yes, no, unsure] = pollAnswers.map(of);
    return { question, yes: yes ?? 0, no: no ?? 0, unsure: unsure ?? 0 };
  });

async function seatOf({ actor, database }: StoredContext, pollId: string): Promise<'none' | 'asked' | 'given'> {
  if (actor.kind !== 'person') return 'none';
  const { rows } = await database.query<{ given: boolean }>({
    text: 'select given from poll_seat where poll_id = $1 and person_id = $2',
    values: [pollId, actor.id],
  });
  return rows[0] === undefined ? 'none' : rows[0].given ? 'given' : 'asked';
}

export const showPoll: StoredOperation<z.infer<typeof Input>, ShownPoll> = {
  name: 'poll.show',
  sentence: 'Show the culture and process checks of an incident: whether they are asked, and their sums once closed.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: ShownPoll,
  route: { method: 'GET', path: '/incidents/{incident}/poll' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const poll = await loadPoll(context, incident.id);
    const about = { questions: [...pollQuestions], least: fewestAnswers };
    if (poll === undefined) return { poll: null, ...about };
    const { id, openedAt, closedAt, asked, answered, sums, publicKey } = poll;
    const enough = answered >= fewestAnswers;
    const isTold = closedAt !== null && enough;
    return {
      poll: {
        id,
        openedAt: openedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        asked,
        enough,
        answered: isTold ? answered : null,
        sums: isTold ? sumsOf(sums ?? []) : null,
        mine: closedAt === null ? await seatOf(context, id) : 'none',
        key: publicNumbers(publicKey),
      },
      ...about,
    };
  },
};
