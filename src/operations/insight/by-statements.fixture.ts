import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type Dot, fewest, type Group, type MeasureName, measures, type Spread } from './measures.ts';
import type { Insights, Wish } from './show.ts';

/** How incidents are grouped; `all` puts them into one. */
const groupings = {
  // Text is made of a few quarters, not of each incident.
  quarter: { name: `date_trunc('quarter', i.at at time zone $8)`, text: `to_char(name, 'YYYY"Q"Q')`, from: '' },
  severity: { name: 'i.severity', text: 'name', from: '' },
  service: {
    name: 'own.name',
    text: 'name',
    from: `cross join lateral unnest(case when i.services = '{}' then array[''] else i.services end) as own (name)`,
  },
  cause: {
    name: 'own.name',
    text: 'name',
    from: `cross join lateral unnest(case when i.causes = '{}' then array[''] else i.causes end) as own (name)`,
  },
  all: { name: `''::text`, text: 'name', from: '' },
} as const;
type Grouping = keyof typeof groupings;

// What only some may see is little: it is left out, instead of asking for each incident whether it is seen.
const hidden = `select h.incident_id from incident_head h where not h.open and $1::uuid is not null
  and not exists (select 1 from incident_member m where m.incident_id = h.incident_id and m.person_id = $1::uuid)`;

// $1 member, $2 from, $3 to, $4 service, $5 severity, $6 cause, $7 template, $8 zone.
const seen = (by: Grouping, columns: string): string => `seen as (
    select ${groupings[by].name} as name, ${columns} from insight i ${groupings[by].from}
    where ($2::date is null or i.at >= $2::date at time zone $8) and ($3::date is null or i.at < ($3::date + 1) at time zone $8)
      and ($4::text is null or i.services @> array[$4]) and ($5::text is null or i.severity = $5)
      and ($6::text is null or i.causes @> array[$6]) and ($7::text is null or i.template = $7) and $8::text is not null
      and i.incident_id not in (${hidden}))`;

const countedSpread = (column: string): string =>
  `count(${column})::int as ${column}_known, avg(${column}) as ${column}_mean,
    percentile_cont(array[0.5, 0.9]) within group (order by ${column}) as ${column}_at`;
const counted = `${measures.join(', ')}, budget, automation, actions, verified, repeats, services <> '{}' and causes <> '{}' as comparable`;

/** Words that people write freely make many groups: those of most incidents are given. */
const mostGroups = 500;

/** Counts by group. Eight values: see `seen`. */
const groupsStatement = (by: Grouping): string => `select * from (with ${seen(by, counted)}
  select ${groupings[by].text} as name, count(*)::int as incidents, ${measures.map(countedSpread).join(', ')},
    count(*) filter (where written <= 172800)::int as in_time, coalesce(sum(actions), 0)::int as actions, coalesce(sum(verified), 0)::int as verified,
    count(*) filter (where repeats)::int as repeats, count(*) filter (where comparable)::int as comparable,
    sum(budget) as budget, count(budget)::int as budgets, avg(automation) as automation, count(automation)::int as automations
  from seen group by seen.name order by count(*) desc, seen.name limit ${mostGroups}) as most order by name`;

/** Money by group and currency. */
const costsStatement = (by: Grouping): string => `with ${seen(by, 'i.costs')}
  select ${groupings[by].text} as name, currency, sum(amount::double precision) as amount, count(*)::int as of
  from seen cross join lateral json_each_text(costs) as cost (currency, amount) where costs::text <> '{}' group by seen.name, currency order by seen.name, currency`;

/** The values of groups and measures that have few; $9 are their names and $10 their measures, pairwise. */
const dotsStatement = (by: Grouping): string => `with ${seen(by, `i.incident_id, i.at, ${measures.join(', ')}`)},
  named as (select ${groupings[by].text} as name, incident_id, at, ${measures.join(', ')} from seen)
  select wanted.name, wanted.measure, h.number, left(h.title, 300) as title, seen.at, value as seconds
  from unnest($9::text[], $10::text[]) with ordinality as wanted (name, measure, place) join named as seen on seen.name = wanted.name
  join incident_head h on h.incident_id = seen.incident_id
  cross join lateral (values ${measures.map((name) => `('${name}', seen.${name})`).join(', ')}) as one (measure, value)
  where one.measure = wanted.measure and value is not null order by seen.at, h.number, wanted.place limit 5000`;

/** The incidents that took longest to mitigate. */
const longestStatement = `with ${seen('all', 'i.incident_id, i.at, mitigate')},
  longest as (select * from seen where mitigate is not null order by mitigate desc, incident_id limit ${fewest})
  select h.number, left(h.title, 300) as title, at, mitigate as seconds
  from longest join incident_head h on h.incident_id = longest.incident_id order by mitigate desc, h.number`;

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

/** The same as `insightsOf` by statements of the database alone: what tests and measurements hold it against. */
export async function insightsByStatements(context: StoredContext, wish: Wish): Promise<Insights> {
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
