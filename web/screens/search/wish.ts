import type { Input } from '../../api/call.ts';

/** What results are narrowed by. */
export const facets = ['service', 'cause', 'severity', 'status', 'person', 'template', 'year'] as const;
export type Facet = (typeof facets)[number];

/** The first and the last day of what is looked for. */
export const days = ['since', 'until'] as const;

/** What is looked for; it stands in the address. */
export type Wish = { words: string } & { [Name in Facet | (typeof days)[number]]?: string };

const isDay = /^\d{4}-\d\d-\d\d$/;

export function wishOf(params: URLSearchParams): Wish {
  const wish: Wish = { words: params.get('words')?.trim() ?? '' };
  for (const name of facets) {
    const value = params.get(name) ?? '';
    if (value !== '') wish[name] = value;
  }
  for (const name of days) {
    const value = params.get(name) ?? '';
    if (isDay.test(value)) wish[name] = value;
  }
  return wish;
}

/** The address of a wish, which is the input of `search.find`, too. */
export const paramsOf = (wish: Wish): URLSearchParams =>
  new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== ''));

export const inputOf = (wish: Wish): Input => Object.fromEntries(paramsOf(wish));

/** Whether it is narrowed by anything but words. */
export const isNarrowed = (wish: Wish): boolean => [...facets, ...days].some((name) => wish[name] !== undefined);

/** The wish with a facet chosen, or with it taken away when it was. */
export function toggled(wish: Wish, facet: Facet, value: string): Wish {
  const { [facet]: present, ...rest } = wish;
  return (present === value ? rest : { ...rest, [facet]: value }) as Wish;
}
