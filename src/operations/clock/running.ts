import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import type { Head } from '../home/heads.ts';
import { newestHeads } from '../home/heads.ts';
import { partsOfMany } from '../home/parts.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { clocksOf, commonGround } from './ground.ts';
import { marksAlone, marksOfMany } from './marks.ts';
import { ShownClock, shownOf } from './shown.ts';

/** Incidents that are looked into: the newest in work, the newest published, and as many of any age with a clock that somebody began. */
const mostIncidents = 200;
/** A longer timeline is read up to here. */
const mostBytes = 2_000_000;

const Input = z.strictObject({});
const Output = z.object({
  /** Those that run or ran out, wait for their beginning, or for somebody to say whether they apply; the least time left first. */
  items: z.array(ShownClock.extend({ key: z.string(), title: z.string().nullable() })),
  looked: z.object({ incidents: z.number().int(), more: z.boolean() }),
});
export type Running = z.infer<typeof Output>;

const markedStatement = `select h.incident_id as id, h.number, h.template, h.status, left(h.title, 300) as title, i.created_by as "createdBy"
  from (select distinct incident_id from clock_mark where not settled) as marked
    join incident_head h on h.incident_id = marked.incident_id join incident i on i.id = h.incident_id
  where (h.open or $1::uuid is null or h.incident_id in (select m.incident_id from incident_member m where m.person_id = $1::uuid))
  order by h.created_at desc, h.number desc limit $2`;

/** Incidents of any status with a clock that somebody spoke of and that is not settled. */
async function markedHeads({ actor, database }: StoredContext): Promise<Head[]> {
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  const values = [member === '' ? null : member, mostIncidents];
  return (await database.query<Head>({ text: markedStatement, values })).rows;
}

const unsettled = new Set(['overdue', 'running', 'prompt', 'waiting', 'asked']);

async function running(context: StoredContext): Promise<Running> {
  requirePermission(context, 'incident.see');
  const [inWork, published, marked] = await Promise.all([
    newestHeads(context, ['draft', 'inReview', 'approved'], mostIncidents),
    newestHeads(context, ['published'], mostIncidents),
    markedHeads(context),
  ]);
  const heads = [...new Map([...inWork.heads, ...published.heads, ...marked].map((head) => [head.id, head])).values()];
  const ids = heads.map(({ id }) => id);
  const [common, records, marks] = await Promise.all([
    commonGround(context),
    partsOfMany(context.database, ids, ['incident', 'obligations', 'timeline'], mostBytes),
    marksOfMany(context.database, ids),
  ]);
  const items = await Promise.all(
    heads.map(async ({ id, number, title }) => {
      const kept = marks.get(id);
      const clocks = await clocksOf(records.get(id) ?? {}, common, marksAlone(kept), context.now);
      return clocks
        .filter(({ state }) => unsettled.has(state))
        .map((clock) => ({ ...shownOf(clock, kept?.get(clock.rule.id)?.version ?? 0), key: `INC-${number}`, title }));
    }),
  );
  return {
    items: items.flat().toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9')),
    looked: { incidents: heads.length, more: inWork.more || published.more },
  };
}

export const runningClocks: StoredOperation<z.infer<typeof Input>, Running> = {
  name: 'clock.running',
  sentence: 'List the clocks of all incidents that run, ran out, or wait for an answer.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/clocks' },
  run: running,
};
