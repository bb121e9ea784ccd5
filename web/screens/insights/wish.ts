import type { Input } from '../../api/call.ts';

const groupings = ['quarter', 'severity', 'service', 'cause'] as const;
export type By = (typeof groupings)[number];

/** What is narrowed to one value. */
export const narrowings = ['service', 'severity', 'cause'] as const;
export type Narrowing = (typeof narrowings)[number];

/** How incidents are put side by side, and which; it stands in the address. */
export type Wish = { by: By; from?: string; to?: string } & { [Name in Narrowing]?: string };

const isDay = /^\d{4}-\d\d-\d\d$/;

export function wishOf(params: URLSearchParams): Wish {
  const by = groupings.find((one) => one === params.get('by')) ?? 'quarter';
  const days = (['from', 'to'] as const).filter((name) => isDay.test(params.get(name) ?? ''));
  const narrow = narrowings.filter((name) => (params.get(name) ?? '').trim() !== '');
  return { by, ...Object.fromEntries([...days, ...narrow].map((name) => [name, params.get(name) ?? ''])) };
}

export const paramsOf = ({ by, ...rest }: Wish): URLSearchParams =>
  new URLSearchParams({ ...(by === 'quarter' ? {} : { by }), ...rest });

export const inputOf = (wish: Wish): Input => ({ ...wish });
