import { sql } from 'kysely';
import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { noticeStates, OutboxItem, outboxFrom, outboxItem, type OutboxRow } from './row.ts';

const Input = z.strictObject({
  state: z.enum(noticeStates).optional(),
  /** Number of the last one of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const Output = z.object({
  items: z.array(OutboxItem),
  next: z.number().int().nullable(),
  /** How many there are of each state but those that arrived, up to 1000. */
  counts: z.record(z.enum(noticeStates), z.number().int()),
  /** False: there is no mail server, so nothing goes by e-mail. */
  hasMail: z.boolean(),
});

/** Those that arrived are as many as there ever were: nobody counts them. */
const counted = noticeStates.filter((state) => state !== 'sent');
const mostCounted = 1000;

export const listNotices: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'notice.list',
  sentence: 'List what goes out to people and channels, the newest first, how far it is and why it is not there.',
  permission: 'notice.see',
  effect: 'read',
  input: Input as unknown as z.ZodType<z.infer<typeof Input>>,
  output: Output,
  route: { method: 'GET', path: '/notices' },
  run: async ({ database, mail }, { state, before, limit }) => {
    const where = sql.join(
      [
        sql`true`,
        ...(state === undefined ? [] : [sql`o.state = ${state}`]),
        ...(before === undefined ? [] : [sql`o.number < ${before}`]),
      ],
      sql` and `,
    );
    const counts = sql.join(
      counted.map(
        (each) =>
          sql`(select count(*) from (select 1 from outgoing where state = ${each} limit ${mostCounted}) as these) as ${sql.ref(each)}`,
      ),
    );
    const [page, found] = await Promise.all([
      sql<OutboxRow>`${outboxFrom} where ${where} order by o.number desc limit ${limit + 1}`.execute(database.kysely),
      sql<Record<string, string>>`select ${counts}`.execute(database.kysely),
    ]);
    const items = page.rows.slice(0, limit).map(outboxItem);
    return {
      items,
      next: page.rows.length > limit ? (items.at(-1)?.number ?? null) : null,
      counts: Object.fromEntries(noticeStates.map((each) => [each, Number(found.rows[0]?.[each] ?? 0)])) as Record<
        OutboxRow['state'],
        number
      >,
      hasMail: mail !== undefined,
    };
  },
};
