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

/** Rows looked at for words before an index of words is asked: a frequent word is found among them, and the index is slow for it. */
const mostNear = 2000;

/** Letters of a title or severity in lists: nobody means more, and a megabyte there would be in every page of a list. */
export const mostShown = 4000;

/** Sizes of pages that are asked for, so that there are few texts of statements. */
const sizes = [21, 51, 101, 201];

/**
 * The statement that gives a page and, if there is more, at least one row beyond it. What everybody may see and what not are two walks
 * along an index, merged, so that it does not matter how many rows of the other kind stand between.
 * @param words `near` looks for the words among the next thousands of rows only; `all` finds the rows by the index of words
 */
export function listStatement(wish: Wish, words: 'near' | 'all'): Statement {
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
  const indexed = `(grams(lower(title)) @> (${byWord.map((word) => `grams(lower(${word}))`).join(' || ')}) or grams(lower(title)) @> '{""}')`;
  const withs: string[] = [];
  // Somebody's few restricted incidents are fetched and sorted: to walk past those of others takes longer.
  if (wish.member !== undefined)
    withs.push(`mine as materialized (select h.* from incident_member m join incident_head h on h.incident_id = m.incident_id
      where m.person_id = ${value(wish.member)}::uuid and not h.open)`);
  if (byWord.length > 0 && words === 'all')
    withs.push(`found as materialized (select * from incident_head where ${indexed})`);
  const walk = (open: boolean): string => {
    const seen = open ? 'open' : 'not open';
    const wanted = [seen, ...beyond, ...filters, ...contained].join(' and ');
    const near = `(select * from incident_head where ${[seen, ...beyond].join(' and ')} ${ordered} limit ${mostNear}) as near`;
    const from =
      !open && wish.member !== undefined
        ? 'mine'
        : byWord.length === 0
          ? 'incident_head'
          : words === 'near'
            ? near
            : 'found';
    return `(select * from ${from} where ${wanted} ${ordered} limit ${size})`;
  };
  const before = withs.length === 0 ? '' : `with ${withs.join(', ')} `;
  return {
    text: `${before}select incident_id as id, number, created_at as "createdAt", template, status, visibility,
        left(title, ${mostShown}) as title, left(severity, ${mostShown}) as severity, ${text} as by
      from (${walk(true)} union all ${walk(false)}) as page ${ordered} limit ${size}`,
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
