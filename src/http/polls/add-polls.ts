import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { HindcastError } from '../../operations/errors.ts';
import { answerPoll, Ballot } from '../../operations/poll/answer.ts';
import type { Surroundings } from '../surroundings.ts';

/** A ballot is far smaller. */
const mostBytes = 10_000;

/**
 * Adds `POST /polls/POLL/answers`, where a ballot comes back. Nobody is signed in here on purpose, and a session that comes along is
 * not looked at: a ballot names nobody.
 */
export function addPolls(app: Hono, { database }: Surroundings): void {
  const limited = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw new HindcastError('body.too-large', { limit: String(mostBytes / 1e6) });
    },
  });
  app.post('/polls/:poll/answers', limited, async (context) => {
    const poll = z.guid().safeParse(context.req.param('poll'));
    if (!poll.success) throw new HindcastError('poll.none');
    const ballot = Ballot.safeParse(await context.req.json().catch(() => undefined));
    if (!ballot.success) throw new HindcastError('poll.ballot', { reason: 'each question has one of its answers' });
    await answerPoll(database, poll.data, ballot.data);
    return context.json({ counted: true });
  });
}
