import type { Statement } from '../../store/database.ts';
import type { Status, Visibility } from '../../store/tables.ts';
import { mostShown } from '../incident/list-query.ts';
import { columnsOf, type Place, type Sort } from './place.ts';
import type { Meant, Stated } from './states.ts';

/** What a page of actions is asked for. */
export type Wish = {
  sort: Sort;
  order: 'asc' | 'desc';
  limit: number;
  /** Where the page before ended. */
  after?: Place;
  /** What an action states of itself when it is in a wanted state; any without. */
  meant?: Meant;
  /** Texts of owners, one of which it has to be. */
  owners?: string[];
  /** A part of the owner's text, in any case. */
  owner?: string | undefined;
  priority?: string | undefined;
  horizon?: string | undefined;
  /** Days (`YYYY-MM-DD`) before which it is due. */
  dueBefore: string[];
  /** Number of its incident. */
  incident?: string | undefined;
  /** Each has to stand in the text, in any case. */
  words: string[];
  /** Whose restricted incidents are shown; all without. */
  member?: string;
};

/** A row of the list. */
export type Row = {
  incidentId: string;
  id: string;
  number: string;
  version: number;
  label: string;
  text: string;
  owner: string;
  due: string;
  due_day: string;
  status: string;
  priority: string;
  horizon: string;
  ticket: string;
  ticked: '' | 't' | 'f';
  title: string | null;
  template: string;
  incidentStatus: Status;
  visibility: Visibility;
};

const likely = `select a.*, left(h.title, ${mostShown}) as title, h.template, h.status as incident_status, h.visibility
  from action_head a join incident_head h on h.incident_id = a.incident_id`;

/** More different words for a state than these are looked for in one walk: each of them would be one. */
const mostWalks = 20;

type Value = (given: unknown) => string;

/** Each text and tick of a wanted state as a condition: actions are walked by it in their order, past none that is in another state. */
function conditionsOf({ always, inTemplate, templates: known }: Meant, value: Value): string[] {
  const stated = ({ status, ticked }: Stated) => `a.status = ${value(status)} and a.ticked = ${value(ticked)}`;
  const own = Map.groupBy(inTemplate, ({ status, ticked }) => `${ticked} ${status}`);
  return [
    ...always.map(stated),
    ...[...own.values()].map((ones) => {
      const names = ones.flatMap(({ template }) => template ?? []);
      const gone = ones.some(({ template }) => template === null)
        ? ` or not h.template = any(${value(known)}::text[])`
        : '';
      return `${stated(ones[0] as Stated)} and (h.template = any(${value(names)}::text[])${gone})`;
    }),
  ];
}

/** The statement that gives a page and, if there is more, one row beyond it. */
export function listStatement(wish: Wish): Statement {
  const values: unknown[] = [];
  const value: Value = (given) => `$${values.push(given)}`;
  const { sort, order, limit, after, meant, owners, owner, priority, horizon, dueBefore, incident, words, member } =
    wish;
  const columns = columnsOf[sort];
  const typed = (column: string, text: string) => `${value(text)}::${column === 'number' ? 'bigint' : 'text'}`;
  const conditions = [
    ...(member === undefined
      ? []
      : [
          `(h.open or exists (select from incident_member m where m.incident_id = a.incident_id and m.person_id = ${value(member)}::uuid))`,
        ]),
    ...(after === undefined
      ? []
      : [
          `(${columns.map((column) => `a.${column}`).join(', ')}) ${order === 'asc' ? '>' : '<'} (${columns.map((column, index) => typed(column, after[index] ?? '')).join(', ')})`,
        ]),
    ...(owners === undefined ? [] : [`a.owner = any(${value(owners)}::text[])`]),
    ...(owner === undefined ? [] : [`strpos(lower(a.owner), lower(${value(owner)})) > 0`]),
    ...(priority === undefined ? [] : [`a.priority = ${value(priority)}`]),
    ...(horizon === undefined ? [] : [`a.horizon = ${value(horizon)}`]),
    ...dueBefore.map((day) => `a.due_day < ${value(day)}`),
    ...(incident === undefined ? [] : [`a.number = ${value(incident)}::bigint`]),
    ...words.map((word) => `strpos(lower(a.text), lower(${value(word)})) > 0`),
  ];
  const limited = (prefix: string) =>
    `order by ${columns.map((column) => `${prefix}${column} ${order}`).join(', ')} limit ${limit + 1}`;
  const walk = (wanted: string[]): string =>
    `(${likely}${wanted.length === 0 ? '' : ` where ${wanted.join(' and ')}`} ${limited('a.')})`;
  const stated = meant === undefined ? undefined : conditionsOf(meant, value);
  const walks =
    stated === undefined
      ? [walk(conditions)]
      : stated.length === 0 || stated.length > mostWalks
        ? [walk([...conditions, `(${stated.join(' or ') || 'false'})`])]
        : stated.map((one) => walk([...conditions, one]));
  return {
    text: `select incident_id as "incidentId", id, number, version, label, text, owner, due, due_day, status, priority, horizon, ticket,
        ticked, title, template, incident_status as "incidentStatus", visibility
      from (${walks.join(' union all ')}) as page ${limited('')}`,
    values,
    // What suits one value of a filter does not suit another.
    planAnew: true,
  };
}
