import { z } from 'zod';
import { Said } from '../said-schema.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({
  /** Those that wait for a person, or those that were ignored. */
  state: z.enum(['waiting', 'ignored']).default('waiting'),
  service: z.string().max(200).optional(),
  source: z.string().max(100).optional(),
  /** The `next` of the page before. */
  after: z
    .string()
    .max(100)
    .regex(/^-?\d{1,16}(?:\.\d{1,20})?,[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A signal that belongs to no incident. Times are RFC 3339. */
const Signal = z.object({
  id: z.string(),
  at: z.string(),
  text: z.string(),
  source: z.string(),
  service: z.string().nullable(),
  severity: z.string().nullable(),
  /** The alert it opened or closed. */
  condition: z.object({ name: z.string(), state: z.enum(['open', 'closed']) }).nullable(),
  /** How many deliveries told it, and when the last came. */
  count: z.number().int(),
  lastAt: z.string(),
  /** Its original: the delivery, and the place in its body. */
  delivery: z.string(),
  pointer: z.string(),
  /** Which rule decided and why; null as long as none was asked. */
  decision: z.object({ rule: z.string(), why: Said }).nullable(),
});
export type Signal = z.infer<typeof Signal>;

const Page = z.object({
  items: z.array(Signal),
  next: z.string().optional(),
  /** All that are in this state, whatever the filters say; counted up to 1000. */
  total: z.number().int(),
  /** There are more than these. */
  uncounted: z.boolean(),
});

export type SignalPage = z.infer<typeof Page>;

type Row = Omit<Signal, 'at' | 'lastAt' | 'condition' | 'decision'> & {
  epochMs: number;
  lastAt: Date;
  conditionName: string | null;
  conditionState: 'open' | 'closed' | null;
  decision: (Signal['decision'] & object) | null;
};

/** Nobody who reads the number wants more, and to count takes the longer the more there are. */
const mostCounted = 1000;

// As the indexes have it.
const isIgnored = `coalesce(s.decision->>'act', '') = 'ignore'`;

const signalOf = ({ epochMs, lastAt, conditionName, conditionState, decision, ...row }: Row): Signal => ({
  ...row,
  at: new Date(epochMs).toISOString(),
  lastAt: lastAt.toISOString(),
  condition: conditionName === null || conditionState === null ? null : { name: conditionName, state: conditionState },
  decision: decision?.why === undefined ? null : { rule: decision.rule, why: decision.why },
});

export const listSignals: StoredOperation<z.infer<typeof Input>, z.infer<typeof Page>> = {
  name: 'signal.list',
  sentence: 'List signals that belong to no incident, the newest first, and why.',
  permission: 'signal.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/signals' },
  run: async ({ database }, { state, service, source, after, limit }) => {
    const [ms = null, id = null] = after?.split(',') ?? [];
    const where = `s.incident_id is null and ${state === 'ignored' ? isIgnored : `not ${isIgnored}`}`;
    const { rows } = await database.query<Row>({
      // Walked along the index, of whose rows nobody knows ahead how few they are.
      text: `select s.id, s.text, s.source, s.service, s.severity, s.count, s.last_at as "lastAt", s.epoch_ms as "epochMs",
          s.condition_name as "conditionName", s.condition_state as "conditionState", s.delivery_id as delivery, s.pointer, s.decision
        from (select s.epoch_ms, s.id from signal s where ${where} and ($3::double precision is null or (s.epoch_ms, s.id) < ($3, $4::uuid))) as walked
          cross join lateral (select * from signal found where found.id = walked.id limit 1) as s
        where ($1::text is null or s.service = $1) and ($2::text is null or s.source = $2)
        order by walked.epoch_ms desc, walked.id desc limit $5`,
      values: [service ?? null, source ?? null, ms, id, limit + 1],
    });
    const { rows: counted } = await database.query<{ total: number }>({
      text: `select count(*)::integer as total from (select from signal s where ${where} limit ${mostCounted + 1}) as these`,
      values: [],
    });
    const items = rows.slice(0, limit).map(signalOf);
    const last = rows[limit - 1];
    const found = counted[0]?.total ?? 0;
    const answer = { items, total: Math.min(found, mostCounted), uncounted: found > mostCounted };
    return rows.length > limit && last !== undefined ? { ...answer, next: `${last.epochMs},${last.id}` } : answer;
  },
};
