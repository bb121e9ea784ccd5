/** What is asked for; it stands in the address. */
export type Wish = { state: 'waiting' | 'ignored'; service?: string; source?: string };

const filters = ['service', 'source'] as const;

/** The wish of an address. */
export function wishOf(params: URLSearchParams): Wish {
  const wish: Wish = { state: params.get('state') === 'ignored' ? 'ignored' : 'waiting' };
  for (const name of filters) {
    const value = params.get(name)?.trim() ?? '';
    if (value !== '') wish[name] = value;
  }
  return wish;
}

/** The address of a wish, without what goes without saying. */
export function paramsOf({ state, ...narrowed }: Wish): URLSearchParams {
  const params = new URLSearchParams(Object.entries(narrowed).filter(([, value]) => value !== ''));
  if (state === 'ignored') params.set('state', state);
  return params;
}
