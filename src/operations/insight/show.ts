import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type Dot, fewest, Group, type MeasureName, measures, type Spread } from './measures.ts';
import { costsStatement, dotsStatement, type Grouping, groupsStatement, longestStatement } from './query.ts';

const day = z.iso.date();
const narrow = z.string().trim().min(1).max(200).optional();
export const Wish = z.strictObject({
  by: z.enum(['quarter', 'severity', 'service', 'cause']).default('quarter'),
  /** The first and the last day, in the zone of the server's documents. */
  from: day.optional(),
  to: day.optional(),
  service: narrow,
  severity: narrow,
  cause: narrow,
  template: narrow,
});
export type Wish = z.infer<typeof Wish>;

export const Insights = z.object({
  /** In which zone days and quarters are counted. */
  zone: z.string(),
  all: Group,
  groups: z.array(Group),
  /** Those that took longest to mitigate. */
  longest: z.array(z.object({ key: z.string(), title: z.string().nullable(), at: z.string(), seconds: z.number() })),
});
export type Insights = z.infer<typeof Insights>;

type Counted = number | number[] | null | undefined;
type Row = { name: string; incidents: number; [column: string]: Counted | string };
type CostRow = { name: string; currency: string; amount: number; of: number };
type DotRow = { name: string; measure: MeasureName; number: string; title: string | null; at: Date; seconds: number };

const dotOf = ({ number, title, at, seconds }: Omit<DotRow, 'name' | 'measure'>): Dot => ({
  key: `INC-${number}`,
  title,
  at: at.toISOString(),
  seconds,
});

const orNull = (value: Row[string]): number | null => (typeof value === 'number' ? value : null);
const number = (value: Row[string]): number => orNull(value) ?? 0;

function spreadOf(row: Row, measure: MeasureName, dots: ReadonlyMap<string, DotRow[]>): Spread {
  const known = number(row[`${measure}_known`]);
  const enough = known >= fewest;
  const [median = null, p90 = null] = (row[`${measure}_at`] as (number | null)[] | null) ?? [];
  return {
    known,
    unknown: row.incidents - known,
    median: enough ? median : null,
    p90: enough ? p90 : null,
    mean: enough ? orNull(row[`${measure}_mean`]) : null,
    dots: (dots.get(`${measure} ${row.name}`) ?? []).map(dotOf),
  };
}

function groupOf(row: Row, costs: ReadonlyMap<string, CostRow[]>, dots: ReadonlyMap<string, DotRow[]>): Group {
  const counted = (name: string) => number(row[name]);
  return {
    name: row.name,
    incidents: row.incidents,
    spreads: Object.fromEntries(measures.map((name) => [name, spreadOf(row, name, dots)])) as Group['spreads'],
    inTime: { part: counted('in_time'), of: counted('written_known') },
    verified: { part: counted('verified'), of: counted('actions') },
    repeats: { part: counted('repeats'), of: counted('comparable') },
    budget: { spent: orNull(row['budget']), of: counted('budgets') },
    automation: { mean: orNull(row['automation']), of: counted('automations') },
    costs: (costs.get(row.name) ?? []).map(({ currency, amount, of }) => ({ currency, amount, of })),
  };
}

async function groupsBy({ database }: StoredContext, by: Grouping, values: unknown[]): Promise<Group[]> {
  const [{ rows }, { rows: costs }] = await Promise.all([
    database.query<Row>({ text: groupsStatement(by), values }),
    database.query<CostRow>({ text: costsStatement(by), values }),
  ]);
  const few = rows.flatMap((row) =>
    measures.flatMap((measure) => {
      const known = number(row[`${measure}_known`]);
      return known > 0 && known < fewest ? [{ name: row.name, measure }] : [];
    }),
  );
  const wanted = [few.map(({ name }) => name), few.map(({ measure }) => measure)];
  const dots =
    few.length === 0
      ? []
      : (await database.query<DotRow>({ text: dotsStatement(by), values: [...values, ...wanted] })).rows;
  const dotsBy = Map.groupBy(dots, ({ name, measure }) => `${measure} ${name}`);
  const costsBy = Map.groupBy(costs, ({ name }) => name);
  return rows.map((row) => groupOf(row, costsBy, dotsBy));
}

const nothing: Row = { name: '', incidents: 0 };

/** What many incidents have in common, computed: see docs/insights.md. */
export async function insightsOf(context: StoredContext, wish: Wish): Promise<Insights> {
  requirePermission(context, 'incident.see');
  const { actor, config } = context;
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  const zone = config.zone ?? 'UTC';
  // PostgreSQL counts offsets to the west, as POSIX does.
  const counted = zone.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+'));
  const { by, from, to, service, severity, cause, template } = wish;
  const asked = [from, to, service, severity, cause, template].map((value) => value ?? null);
  const values = [member === '' ? null : member, ...asked, counted];
  const [groups, [all], { rows: longest }] = await Promise.all([
    groupsBy(context, by, values),
    groupsBy(context, 'all', values),
    context.database.query<DotRow>({ text: longestStatement, values }),
  ]);
  return { zone, all: all ?? groupOf(nothing, new Map(), new Map()), groups, longest: longest.map(dotOf) };
}

export const showInsights: StoredOperation<Wish, Insights> = {
  name: 'insight.show',
  sentence:
    'Show what many incidents have in common: how long they took, what they cost, which come again; by quarter, severity, service or cause.',
  permission: 'incident.see',
  effect: 'read',
  input: Wish,
  output: Insights,
  route: { method: 'GET', path: '/insights' },
  run: insightsOf,
};
