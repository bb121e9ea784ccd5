import type { Input } from '../../../api/call.ts';

/** What the log can be narrowed by; all of it stands in the address. Days are in UTC. */
export const filters = ['incident', 'actor', 'operation', 'since', 'until'] as const;
export type Wish = { [Name in (typeof filters)[number]]: string };

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The wish of an address. A day that is none is left out. */
export function wishOf(params: URLSearchParams): Wish {
  const at = (name: string) => params.get(name)?.trim().slice(0, 100) ?? '';
  const day = (name: string) => (isDay(at(name)) ? at(name) : '');
  return {
    incident: at('incident'),
    actor: at('actor'),
    operation: at('operation'),
    since: day('since'),
    until: day('until'),
  };
}

/** The address of a wish. */
export const paramsOf = (wish: Wish): URLSearchParams =>
  new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== ''));

/** The input of `ledger.list`, the newest first. */
export function inputOf({ since, until, ...rest }: Wish): Input {
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  return {
    order: 'newest',
    limit: 50,
    ...Object.fromEntries(given),
    ...(since === '' ? {} : { since: `${since}T00:00:00Z` }),
    ...(until === '' ? {} : { until: `${until}T23:59:59.999Z` }),
  };
}

/** Whether anything is left out. */
export const isFiltered = (wish: Wish): boolean => Object.values(wish).some((value) => value !== '');
