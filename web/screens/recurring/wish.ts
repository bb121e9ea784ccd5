import type { recurringKinds } from '../../../src/operations/search/recurring.ts';
import type { Input } from '../../api/call.ts';

export type Kind = (typeof recurringKinds)[number];
const kinds: readonly Kind[] = ['cause', 'factor', 'service', 'alert', 'check'];

/** What is counted, of which time; it stands in the address. */
export type Wish = { kind: Kind; since?: string; until?: string };

const isDay = /^\d{4}-\d\d-\d\d$/;

export function wishOf(params: URLSearchParams): Wish {
  const kind = kinds.find((one) => one === params.get('kind')) ?? 'cause';
  const [since, until] = [params.get('since') ?? '', params.get('until') ?? ''];
  return { kind, ...(isDay.test(since) ? { since } : {}), ...(isDay.test(until) ? { until } : {}) };
}

export const paramsOf = (wish: Wish): URLSearchParams => new URLSearchParams(wish);

export const inputOf = (wish: Wish): Input => ({ ...wish });
