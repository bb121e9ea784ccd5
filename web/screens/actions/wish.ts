import type { Input } from '../../api/call.ts';

/** What can be filtered by, as the address and the operation call it; `due` is `overdue` or a number of days. */
export const filters = ['words', 'state', 'owner', 'mine', 'priority', 'horizon', 'due', 'incident'] as const;
export type Filter = (typeof filters)[number];

export const sorts = ['due', 'owner', 'priority', 'status', 'incident'] as const;
export type Sort = (typeof sorts)[number];

/** What is asked for; it stands in the address. `action` is the one that is opened, as INC-7/AI-001, and `step` what is asked of it. */
export type Wish = { [Name in Filter | 'action' | 'step']?: string } & {
  sort: Sort;
  order: 'asc' | 'desc';
  view: 'table' | 'board';
};

/** The wish of an address; what it names wrongly is left out. */
export function wishOf(params: URLSearchParams): Wish {
  const sort = sorts.find((each) => each === params.get('sort')) ?? 'due';
  const view = params.get('view') === 'board' ? 'board' : 'table';
  const wish: Wish = { sort, order: params.get('order') === 'desc' ? 'desc' : 'asc', view };
  for (const name of [...filters, 'action', 'step'] as const) {
    const value = params.get(name)?.trim() ?? '';
    if (value !== '') wish[name] = value;
  }
  // Work to be done is what the screen is for; `all` shows the rest.
  wish.state ??= 'open';
  return wish;
}

/** The address of a wish, without what goes without saying. */
export function paramsOf({ sort, order, view, ...filtered }: Wish): URLSearchParams {
  const given = Object.entries(filtered).filter(
    ([name, value]) => value !== '' && !(name === 'state' && value === 'open'),
  );
  const params = new URLSearchParams(given);
  if (sort !== 'due') params.set('sort', sort);
  if (order !== 'asc') params.set('order', order);
  if (view !== 'table') params.set('view', view);
  return params;
}

const dayMs = 86_400_000;

/** The input of `action.list`. */
export function inputOf(wish: Wish): Input {
  const { sort, order, state, due } = wish;
  const plain = filters.filter((name) => name !== 'state' && name !== 'due' && wish[name] !== undefined);
  const input: Input = Object.fromEntries(plain.map((name) => [name, wish[name]]));
  if (sort !== 'due') input['sort'] = sort;
  if (order !== 'asc') input['order'] = order;
  if (state !== undefined && state !== 'all') input['state'] = state;
  if (due === 'overdue') input['overdue'] = 'true';
  else if (due !== undefined && /^\d{1,3}$/.test(due))
    input['dueBefore'] = new Date(Date.now() + (Number(due) + 1) * dayMs).toISOString().slice(0, 10);
  return input;
}

/** Whether anything but done work is left out. */
export const isFiltered = (wish: Wish): boolean =>
  filters.some((name) => wish[name] !== undefined && !(name === 'state' && wish.state === 'open'));

/** The wish without its filters. */
export const unfiltered = ({ sort, order, view }: Wish): Wish => ({ sort, order, view, state: 'open' });
