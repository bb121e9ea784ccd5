import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { mostShown } from '../incident/list-query.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { standsAs } from './rung.ts';

const states = ['open', 'late', 'held'] as const;

const Input = z.strictObject({
  /** `open`: not held yet, the next due first; `late`: those whose day is over; `held`: the last held first. */
  state: z.enum(states).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(200).optional(),
});
type Input = z.infer<typeof Input>;

const Item = z.object({
  incident: z.object({
    key: z.string(),
    title: z.string().nullable(),
    severity: z.string().nullable(),
    status: z.string(),
  }),
  rung: z.string(),
  day: z.string(),
  state: z.enum(['late', 'due', 'coming', 'planned', 'held']),
  /** Of one that was held. */
  heldAt: z.string().nullable(),
  verdict: z.string().nullable(),
  decision: z.string().nullable(),
});
export type ReviewItem = z.infer<typeof Item>;
const Page = z.object({ items: z.array(Item), next: z.string().optional() });
export type ReviewPage = z.infer<typeof Page>;

type Row = {
  id: string;
  number: string;
  title: string | null;
  severity: string | null;
  status: string;
  rung: string;
  day: string;
  at: string | null;
  verdict: string | null;
  decision: string | null;
};

const head = `h.number, left(h.title, ${mostShown}) as title, left(h.severity, 100) as severity, h.status`;
const seen = `(h.visibility <> 'restricted' or $1::uuid is null
    or exists (select 1 from incident_member m where m.incident_id = h.incident_id and m.person_id = $1::uuid))`;

const openStatement = `select d.incident_id as id, ${head}, d.rung, d.day::text as day, null as at, null as verdict, null as decision
  from review_day d join incident_head h on h.incident_id = d.incident_id
  where (d.day, d.incident_id, d.rung) > ($2::date, $3::uuid, $4) and d.day < $6::date and ${seen}
  order by d.day, d.incident_id, d.rung limit $5`;

const heldStatement = `select r.incident_id as id, ${head}, r.rung, coalesce(r.day, r.held_at::date)::text as day,
    to_char(r.held_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.answers->>'verdict' as verdict,
    left(r.answers->>'decision', 300) as decision
  from review r join incident_head h on h.incident_id = r.incident_id
  where r.held_at is not null and (r.held_at, r.incident_id, r.rung) < ($2::timestamptz, $3::uuid, $4) and ${seen}
  order by r.held_at desc, r.incident_id desc, r.rung desc limit $5`;

const [lowest, highest] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
const Place = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]{8,15}Z)?$/), z.guid(), z.string().max(60)]);

function placeOf({ state, cursor }: Input): string[] {
  if (cursor === undefined) return state === 'held' ? ['9999-12-31', highest, ''] : ['0001-01-01', lowest, ''];
  const [at, id, ...rung] = cursor.split(' ');
  const place = Place.safeParse([at, id, rung.join(' ')]);
  if (place.success) return place.data;
  throw new HindcastError('input.invalid', { operation: 'review.list', reason: 'cursor: is none that a page gave' });
}

async function page(context: StoredContext, input: Input): Promise<ReviewPage> {
  requirePermission(context, 'incident.see');
  const { actor, database, now } = context;
  const today = now.slice(0, 10);
  const sees = may(actor, 'incident.see', { visibility: 'restricted' });
  const until = input.state === 'late' ? today : '9999-12-31';
  const values = [sees ? null : (actor.personId ?? actor.id), ...placeOf(input), input.limit + 1];
  const isHeld = input.state === 'held';
  const { rows } = await database.query<Row>(
    isHeld ? { text: heldStatement, values } : { text: openStatement, values: [...values, until] },
  );
  const items = rows
    .slice(0, input.limit)
    .map(({ number, title, severity, status, rung, day, at, verdict, decision }) => ({
      incident: { key: `INC-${number}`, title, severity, status },
      rung,
      day,
      state: at === null ? standsAs(day, today) : ('held' as const),
      heldAt: at,
      verdict,
      decision,
    }));
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  return last === undefined ? { items } : { items, next: `${last.at ?? last.day} ${last.id} ${last.rung}` };
}

export const listReviews: StoredOperation<Input, ReviewPage> = {
  name: 'review.list',
  sentence: 'List the looks back at all incidents you may see: what is late and due, or what was held.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/looks-back' },
  run: page,
};
