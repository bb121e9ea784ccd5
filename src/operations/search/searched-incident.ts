import type { SearchedIncident, Terms, Value } from '../../search/index.ts';
import type { Status } from '../../store/tables.ts';
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
