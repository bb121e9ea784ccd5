import type { Statement } from '../../store/database.ts';
import type { Status, Visibility } from '../../store/tables.ts';
import { orders, type Place, type Sort } from './list-order.ts';

/** What a page of incidents is asked for. */
export type Wish = {
  sort: Sort;
  order: 'asc' | 'desc';
  limit: number;
  /** Where the page before ended. */
  after?: Place;
  status?: string | undefined;
  template?: string | undefined;
  severity?: string | undefined;
  /** Each has to stand in the title, in any case. */
  words: string[];
  /** Whose restricted incidents are shown; all without. */
  member?: string;
};

/** A row of a list. `by` is what it is ordered by, as a cursor holds it. */
export type Head = {
  id: string;
  number: string;
  createdAt: Date;
  template: string;
  status: Status;
  visibility: Visibility;
  title: string | null;
  severity: string | null;
  by: string;
};

/** Where words of titles are looked for: among so many of the next rows, or by the index of words. */
export type Among = number | 'all';

/** A list in this order finds words by an index alone: fewer rows are looked at in the others. */
const mostFetched = 2000;

/** As long as a title stands in that index: of a longer one the rest has to be looked at. */
const mostPlain = 300;

const shown = 'created_at, number, incident_id, template, status, visibility, title, severity';

/** Letters of a title or severity in lists: nobody means more, and a megabyte there would be in every page of a list. */
export const mostShown = 4000;

/** Sizes of pages that are asked for, so that there are few texts of statements. */
const sizes = [21, 51, 101, 201];

/**
 * The statement that gives a page and, if there is more, at least one row beyond it. What everybody may see and what not are two walks
 * along an index, merged, so that it does not matter how many rows of the other kind stand between.
 */
export function listStatement(wish: Wish, among: Among): Statement {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const { columns, text, compared } = orders[wish.sort];
  const ordered = `order by ${columns.map((column) => `${column} ${wish.order}`).join(', ')}`;
  const size = sizes.find((rows) => rows > wish.limit) ?? wish.limit + 1;
  const beyond: string[] = [];
  if (wish.after !== undefined) {
    const row = columns.length === 1 ? columns.join() : `(${columns.join(', ')})`;
    const place = compared(wish.sort === 'number' ? '' : value(wish.after.value), value(wish.after.number));
    beyond.push(`${row} ${wish.order === 'asc' ? '>' : '<'} ${place}`);
  }
  const filters = filtersOf(wish, value);
  const byWord = wish.words.map((word) => value(word));
  const contained = byWord.map((word) => `strpos(lower(title), lower(${word})) > 0`);
  // One condition for all words: a second one would be compared row by row.
  const indexed = `(grams(lower(title)) @> (${byWord.map((word) => `telling_grams(lower(${word}))`).join(' || ')}) or grams(lower(title)) @> '{""}')`;
  const member = wish.member === undefined ? undefined : value(wish.member);
  const page = (from: string, conditions: string[]): string => {
    const wanted = [...conditions, ...beyond, ...filters, ...contained];
    return `(select ${shown} from ${from}${wanted.length === 0 ? '' : ` where ${wanted.join(' and ')}`} ${ordered} limit ${size})`;
  };
  const near = (seen: string): string => {
    const where = `where ${[seen, ...beyond].join(' and ')} ${ordered}`;
    if (wish.sort !== 'created')
      return `(select ${shown} from incident_head ${where} limit ${Math.min(Number(among), mostFetched)}) as near`;
    const likely = byWord.map((word) => `strpos(near.plain, lower(${word})) > 0`).join(' and ');
    // In the order of the index, so that the walk ends with the page.
    return `(select near.created_at, near.number, h.incident_id, h.template, h.status, h.visibility, h.title, h.severity
      from (select incident_id, created_at, number, plain from incident_head ${where} limit ${among}) as near
      cross join lateral (select * from incident_head f where f.incident_id = near.incident_id limit 1) as h
      where (${likely}) or length(near.plain) = ${mostPlain}) as near`;
  };
  const walk = (seen: string): string => (byWord.length === 0 ? page('incident_head', [seen]) : page(near(seen), []));
  // Somebody's restricted incidents are a walk of their own: to walk past those of others takes longer.
  const mine = `(select m.created_at, m.number, m.status, h.incident_id, h.template, h.visibility, h.title, h.severity
    from (select * from incident_member where person_id = ${member}::uuid) as m
    cross join lateral (select * from incident_head f where f.incident_id = m.incident_id and not f.open limit 1) as h) as mine`;
  const byIndex = byWord.length > 0 && among === 'all';
  const walks = [
    byIndex ? page('incident_head', [indexed, ...(member === undefined ? [] : ['open'])]) : walk('open'),
    ...(member !== undefined ? [page(mine, [])] : byIndex ? [] : [walk('not open')]),
  ];
  return {
    text: `select incident_id as id, number, created_at as "createdAt", template, status, visibility,
        left(title, ${mostShown}) as title, left(severity, ${mostShown}) as severity, ${text} as by
      from (${walks.join(' union all ')}) as page ${ordered} limit ${size}`,
    values,
    // What suits one value of a filter does not suit another.
    ...(filters.length + byWord.length === 0 ? {} : { planAnew: true as const }),
  };
}

function filtersOf({ status, template, severity }: Wish, value: (given: unknown) => string): string[] {
  return [
    ...(status === undefined ? [] : [`status = ${value(status)}`]),
    ...(template === undefined ? [] : [`template = ${value(template)}`]),
    // The input's limit is shorter than what the index holds; an empty text is none to it, but it is one to the column.
    ...(severity === undefined
      ? []
      : [`left(coalesce(severity, ''), 300) = ${value(severity)} and severity is not null`]),
  ];
}
