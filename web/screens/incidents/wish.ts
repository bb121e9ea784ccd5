import type { Input } from '../../api/call.ts';

/** What can be filtered by. */
export const filters = ['title', 'status', 'severity', 'template'] as const;
export type Filter = (typeof filters)[number];

/** What can be ordered by; `created` is the order of the server. */
export const sorts = ['created', 'number', 'title', 'severity'] as const;
export type Sort = (typeof sorts)[number];

/** What the list is asked for; it stands in the address. */
export type Wish = { [Name in Filter]?: string } & { sort: Sort; order: 'asc' | 'desc' };

/** The wish of an address; what it names wrongly is left out. */
export function wishOf(params: URLSearchParams): Wish {
  const sort = sorts.find((each) => each === params.get('sort')) ?? 'created';
  const wish: Wish = { sort, order: params.get('order') === 'asc' ? 'asc' : 'desc' };
  for (const name of filters) {
    const value = params.get(name)?.trim() ?? '';
    if (value !== '') wish[name] = value;
  }
  return wish;
}

/** The address of a wish, without what goes without saying. */
export function paramsOf({ sort, order, ...filtered }: Wish): URLSearchParams {
  const params = new URLSearchParams(Object.entries(filtered).filter(([, value]) => value !== ''));
  if (sort !== 'created') params.set('sort', sort);
  if (order !== 'desc') params.set('order', order);
  return params;
}

/** The input of `incident.list`. Nothing for the plain list, whose answer came with the page. */
export const inputOf = (wish: Wish): Input => Object.fromEntries(paramsOf(wish));

/** Whether anything is left out by the wish. */
export const isFiltered = (wish: Wish): boolean => filters.some((name) => wish[name] !== undefined);
