import { sql } from 'kysely';
import { z } from 'zod';
import { noticeKindNamed } from '../../notices/index.ts';
import type { OutgoingState } from '../../store/notice-tables.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

export const noticeStates = ['waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'] as const;

/** Something in the outbox, as lists show it. */
export const OutboxItem = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.string(),
  way: z.enum(['email', 'slack', 'webhook']),
  /** Whom it goes to: an address, a channel. */
  to: z.string(),
  /** The line that stands alone. */
  subject: z.string(),
  incident: z.string().nullable(),
  state: z.enum(noticeStates),
  attempts: z.number().int(),
  createdAt: z.string(),
  /** When it is tried next; null for one that is over. */
  nextAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Why it is not there. */
  problem: z.string().nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

export type OutboxRow = {
  id: string;
  number: string;
  kind: string;
  way: 'email' | 'slack' | 'webhook';
  told: string;
  state: OutgoingState;
  attempts: number;
  created_at: Date;
  next_at: Date;
  done_at: Date | null;
  problem: string | null;
  payload: { values: unknown };
  incident_number: string | null;
  title: string | null;
  severity: string | null;
};

/** What belongs to one row, from wherever it stands. */
export const outboxFrom = sql`select o.id, o.number, o.kind, o.way, o.told, o.state, o.attempts, o.created_at, o.next_at, o.done_at, o.problem,
    n.payload, h.number as incident_number, h.title, h.severity
  from outgoing o join notice n on n.id = o.notice_id left join incident_head h on h.incident_id = n.incident_id`;

/** What a notice says, as it reads now; undefined for a kind that this version does not know. */
export function toldOf({ kind, payload, incident_number: number, title, severity }: OutboxRow) {
  const found = noticeKindNamed(kind);
  const values = found?.values.safeParse(payload.values);
  const about = number === null ? undefined : { number: `INC-${number}`, title: title ?? '', severity };
  return values?.success === true ? found?.tell(values.data, about) : undefined;
}

export function outboxItem(row: OutboxRow): OutboxItem {
  const over = row.state !== 'waiting' && row.state !== 'sending';
  return {
    id: row.id,
    number: Number(row.number),
    kind: row.kind,
    way: row.way,
    to: row.told,
    subject: toldOf(row)?.subject ?? row.kind,
    incident: row.incident_number === null ? null : `INC-${row.incident_number}`,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    nextAt: over ? null : row.next_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    problem: row.problem,
  };
}

/** One of them. @throws HindcastError `notice.not-found` */
export async function loadOutgoing({ database }: StoredContext, id: string): Promise<OutboxRow> {
  const known = z.guid().safeParse(id).success;
  const { rows } = known
    ? await sql<OutboxRow>`${outboxFrom} where o.id = ${id}::uuid`.execute(database.kysely)
    : { rows: [] };
  const [row] = rows;
  if (row === undefined) throw new HindcastError('notice.not-found', { id });
  return row;
}
