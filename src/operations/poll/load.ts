import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** The checks of an incident as they are kept. */
export type Poll = {
  id: string;
  openedAt: Date;
  closedAt: Date | null;
  publicKey: string;
  privateKey: string | null;
  asked: number;
  answered: number;
  sums: { question: string; answer: string; count: number }[] | null;
};

const statement = `select id, opened_at as "openedAt", closed_at as "closedAt", public_key as "publicKey", private_key as "privateKey",
    (select count(*)::int from poll_seat s where s.poll_id = p.id) as asked,
    (select coalesce(max(of), 0)::int from (select sum(count) as of from poll_sum u where u.poll_id = p.id group by question) as each) as answered,
    (select json_agg(json_build_object('question', question, 'answer', answer, 'count', count)) from poll_sum u where u.poll_id = p.id) as sums
  from poll p where incident_id = $1`;

/** @throws HindcastError `poll.none` */
export async function requirePoll(context: StoredContext, incidentId: string): Promise<Poll> {
  const poll = await loadPoll(context, incidentId);
  if (poll === undefined) throw new HindcastError('poll.none');
  return poll;
}

/** The checks of an incident; undefined when they were never asked. */
export async function loadPoll({ database }: StoredContext, incidentId: string): Promise<Poll | undefined> {
  return (await database.query<Poll>({ text: statement, values: [incidentId] })).rows[0];
}

/** @throws HindcastError `poll.closed` */
export function requireOpen({ closedAt }: Poll): void {
  if (closedAt !== null) throw new HindcastError('poll.closed');
}
