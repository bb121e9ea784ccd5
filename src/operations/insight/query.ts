import { fewest, measures } from './measures.ts';

/** How incidents are grouped; `all` puts them into one. */
export const groupings = {
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
export type Grouping = keyof typeof groupings;

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

const spreadOf = (column: string): string =>
  `count(${column})::int as ${column}_known, avg(${column}) as ${column}_mean,
    percentile_cont(array[0.5, 0.9]) within group (order by ${column}) as ${column}_at`;
const counted = `${measures.join(', ')}, budget, automation, actions, verified, repeats, services <> '{}' and causes <> '{}' as comparable`;

/** Words that people write freely make many groups: those of most incidents are given. */
const mostGroups = 500;

/** Counts by group. Eight values: see `seen`. */
export const groupsStatement = (by: Grouping): string => `select * from (with ${seen(by, counted)}
  select ${groupings[by].text} as name, count(*)::int as incidents, ${measures.map(spreadOf).join(', ')},
    count(*) filter (where written <= 172800)::int as in_time, coalesce(sum(actions), 0)::int as actions, coalesce(sum(verified), 0)::int as verified,
    count(*) filter (where repeats)::int as repeats, count(*) filter (where comparable)::int as comparable,
    sum(budget) as budget, count(budget)::int as budgets, avg(automation) as automation, count(automation)::int as automations
  from seen group by seen.name order by count(*) desc, seen.name limit ${mostGroups}) as most order by name`;

/** Money by group and currency. */
export const costsStatement = (by: Grouping): string => `with ${seen(by, 'i.costs')}
  select ${groupings[by].text} as name, currency, sum(amount::double precision) as amount, count(*)::int as of
  from seen cross join lateral json_each_text(costs) as cost (currency, amount) where costs::text <> '{}' group by seen.name, currency order by seen.name, currency`;

/** The values of groups and measures that have few; $9 are their names and $10 their measures, pairwise. */
export const dotsStatement = (by: Grouping): string => `with ${seen(by, `i.incident_id, i.at, ${measures.join(', ')}`)},
  named as (select ${groupings[by].text} as name, incident_id, at, ${measures.join(', ')} from seen)
  select wanted.name, wanted.measure, h.number, left(h.title, 300) as title, seen.at, value as seconds
  from unnest($9::text[], $10::text[]) as wanted (name, measure) join named as seen on seen.name = wanted.name
  join incident_head h on h.incident_id = seen.incident_id
  cross join lateral (values ${measures.map((name) => `('${name}', seen.${name})`).join(', ')}) as one (measure, value)
  where one.measure = wanted.measure and value is not null order by seen.at, h.number limit 5000`;

/** The incidents that took longest to mitigate. */
export const longestStatement = `with ${seen('all', 'i.incident_id, i.at, mitigate')},
  longest as (select * from seen where mitigate is not null order by mitigate desc, incident_id limit ${fewest})
  select h.number, left(h.title, 300) as title, at, mitigate as seconds
  from longest join incident_head h on h.incident_id = longest.incident_id order by mitigate desc, h.number`;
