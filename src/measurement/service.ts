import { z } from 'zod';
import { conditionForm } from './condition.ts';
import { indicatorNames } from './indicator.ts';
import { secondsOf } from './seconds-of.ts';

const name = z.string().trim().min(1).max(100);
const promql = z.string().trim().min(1).max(10_000);
const length = z
  .string()
  .refine((text) => (secondsOf(text) ?? 0) > 0, 'a length of time such as 15s, 5m or 1h')
  .transform((text) => secondsOf(text) as number);

const isHttp = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  // Behind a question mark or a hash, the path of the API would be no path: another one would be asked.
  return /^https?:$/.test(protocol) && username === '' && password === '' && !/[?#]/.test(text);
};
const address = z
  .string()
  .max(500)
  .refine(
    isHttp,
    'an address such as http://prometheus:9090 or https://metrics.example/prometheus; user names and passwords belong to its headers, and nothing follows its path',
  );

const Invariant = z
  .strictObject({
    id: z.string().trim().min(1).max(40),
    name: name.optional(),
    owner: name.optional(),
    /** What has to hold, in words. */
    sentence: z.string().trim().min(1).max(500),
    query: promql.optional(),
    /** What a sample of the query has to be: `<= 0.05`. */
    holds: z.string().regex(conditionForm, 'a condition on the value such as <= 0.05').optional(),
    /** In place of a query: a SELECT whose rows are violations, each with its time in the column `at`. */
    sql: z.string().trim().min(1).max(10_000).optional(),
  })
  .refine(
    ({ query, holds, sql }) => (sql === undefined ? query !== undefined && holds !== undefined : query === undefined),
    'an invariant with `query` and `holds`, or with `sql`',
  );

const Breaker = z.strictObject({
  name,
  query: promql,
  /** What a value means: {0: closed, 1: open, 2: half-open}. Without it the label `state` of the series that is 1. */
  states: z.record(z.string().regex(/^-?\d+(?:\.\d+)?$/, 'a number'), z.string().trim().min(1).max(40)).optional(),
});

/** How a service is watched: where its Prometheus is, its objective, its queries, invariants and circuit breakers. */
export const Service = z.strictObject({
  name,
  /** Other names by which incidents call it. */
  also: z.array(name).max(20).default([]),
  prometheus: address,
  /** How often it is scraped. */
  interval: length.default(15),
  /** How far the rates of the chart look back: `$window` in a query; four scrapes without. */
  rate: length.optional(),
  /** Of availability, in percent. */
  objective: z.number().gt(0, 'a percentage such as 99.9').lt(100, 'a percentage such as 99.9').optional(),
  window: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}d|calendar-month)$/, 'a window such as 30d or calendar-month')
    .default('30d'),
  /** Targets of the other indicators, in words: {latency: p95 < 300 ms}. */
  targets: z.strictObject({ errorRate: name, latency: name, freshness: name }).partial().default({}),
  queries: z.strictObject(Object.fromEntries(indicatorNames.map((each) => [each, promql.optional()]))).default({}),
  invariants: z.array(Invariant).max(50).default([]),
  breakers: z.array(Breaker).max(20).default([]),
});
export type Service = Omit<z.infer<typeof Service>, 'queries'> & {
  queries: { [name in (typeof indicatorNames)[number]]?: string };
};
export type ServiceInvariant = Service['invariants'][number];
export type ServiceBreaker = Service['breakers'][number];

/** How far rates look back, in seconds. Prometheus needs two samples in it; four scrapes outlast a missed one. */
export const rateSeconds = ({ rate, interval }: Pick<Service, 'rate' | 'interval'>): number => rate ?? interval * 4;

/** A query with `$window` as Prometheus writes lengths: `rate(x[60s])`. */
export const withWindow = (query: string, seconds: number): string =>
  query.replaceAll('$window', `${Math.max(1, Math.ceil(seconds))}s`);

/** True when a query says itself how far it looks back. */
export const hasWindow = (query: string): boolean => query.includes('$window');
