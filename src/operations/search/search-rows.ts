import type { Database } from '../../store/database.ts';
import type { Status } from '../../store/tables.ts';
import type { SearchedIncident, Terms, Value } from '../../search/index.ts';
import type { GroupName } from './texts.ts';

/** Where a row stands in the order in which texts changed. */
export type Place = { seq: string; number: string };

/** An incident as it is kept for the search. */
export type SearchRow = Place & {
  occurred: string;
  title: string;
  texts: string[];
  services: string[];
  groups: { [Name in GroupName]?: string[] };
  status: Status;
  severity: string | null;
  template: string;
};

/** Rows read at once: what they take of the processor holds up other calls for a few milliseconds. */
export const [mostNew, mostOld] = [25, 25];

const columns = `select d.number, d.seq, d.occurred::text as occurred, d.title, d.texts, d.services, d.groups, h.status, h.severity, h.template
  from search_document d join incident_head h using (incident_id)`;
const newer = `${columns} where (d.seq, d.number) > ($1, $2) order by d.seq, d.number limit ${mostNew}`;
const older = `${columns} where (d.seq, d.number) <= ($1, $2) order by d.seq desc, d.number desc limit ${mostOld}`;

/** What changed after a place, and what before it, the place itself included. */
export const rowsFrom = async (
  database: Database,
  which: 'newer' | 'older',
  { seq, number }: Place,
): Promise<SearchRow[]> =>
  (await database.query<SearchRow>({ text: which === 'newer' ? newer : older, values: [seq, number] })).rows;

/** Where the latest change stands. */
export async function newestPlace(database: Database): Promise<Place> {
  const text = 'select seq, number from search_document order by seq desc, number desc limit 1';
  const [place] = (await database.query<Place>({ text, values: [] })).rows;
  return place ?? { seq: '-1', number: '0' };
}

const value = (facet: string, values: readonly (string | null)[]): Value[] =>
  [...new Set(values)].flatMap((one) => (one === null || one === '' ? [] : [{ facet, value: one }]));

/** A row as it is searched: with the words that the organisation has for causes and services. */
export function searchedIncident(row: SearchRow, terms: Terms): SearchedIncident {
  const { groups, texts, title, occurred, status, severity, template, number } = row;
  const [summary = '', cause = '', rest = ''] = texts;
  const told = cause === '' ? [] : terms.causesIn(cause, 2);
  const causes = told.length > 0 ? told : terms.causesIn(`${title}\n${summary}`, 1);
  const plain = ['person', 'factor', 'check', 'breaker', 'alert'] as const;
  return {
    number: Number(number),
    title,
    texts: [summary, cause, rest, `INC-${number}`],
    day: occurred,
    values: [
      ...value('status', [status]),
      ...value('severity', [severity]),
      ...value('template', [template]),
      ...value('year', [occurred.slice(0, 4)]),
      ...value('cause', causes),
      ...value('service', row.services.map(terms.serviceOf)),
      ...plain.flatMap((name) => value(name, groups[name] ?? [])),
    ],
  };
}
