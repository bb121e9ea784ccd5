import { z } from 'zod';
import { dayNumber, type Recurring } from '../../search/index.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { heldSearch } from './held-search.ts';
import { hiddenNumbers, namedRows } from './seen.ts';

/** What comes again: causes of the taxonomy, what contributed, and what told of it. */
export const recurringKinds = ['cause', 'factor', 'service', 'alert', 'check'] as const;

const Day = z.iso.date().optional();
const Input = z.strictObject({
  kind: z.enum(recurringKinds).default('cause'),
  /** The first and the last day on which an incident happened. */
  since: Day,
  until: Day,
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
type Input = z.infer<typeof Input>;

const Counted = z.object({ value: z.string(), count: z.number().int() });
const Output = z.object({
  /** Incidents of that time, and those that have any value of the kind. */
  incidents: z.number().int(),
  items: z.array(
    z.object({
      value: z.string(),
      count: z.number().int(),
      first: z.string(),
      last: z.string(),
      services: z.array(Counted),
      quarters: z.array(Counted),
      latest: z.array(z.object({ key: z.string(), title: z.string(), day: z.string() })),
    }),
  ),
});
export type RecurringAnswer = z.infer<typeof Output>;

const dayText = (day: number): string => String(day).replace(/^(\d+)(\d\d)(\d\d)$/, '$1-$2-$3');

async function list(context: StoredContext, { kind, since, until, limit }: Input): Promise<RecurringAnswer> {
  requirePermission(context, 'incident.see');
  const [{ ask }, hidden] = await Promise.all([
    heldSearch(context.database, context.config.taxonomy),
    hiddenNumbers(context),
  ]);
  const { incidents, items: told } = await ask('recurring', {
    facet: kind,
    most: limit,
    hidden,
    ...(since === undefined ? {} : { since: dayNumber(since) }),
    ...(until === undefined ? {} : { until: dayNumber(until) }),
  });
  const items = JSON.parse(told) as Recurring[];
  const byNumber = await namedRows(context, [...new Set(items.flatMap(({ latest }) => latest))]);
  return {
    incidents,
    items: items.map(({ first, last, latest, ...one }) => ({
      ...one,
      first: dayText(first),
      last: dayText(last),
      latest: latest.flatMap((number) => {
        const row = byNumber.get(number);
        return row === undefined ? [] : [{ key: `INC-${number}`, title: row.title, day: row.occurred }];
      }),
    })),
  };
}

export const listRecurring: StoredOperation<Input, RecurringAnswer> = {
  name: 'search.recurring',
  sentence: 'List what several incidents you may see have in common: causes, factors, services, alerts, checks.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/recurring' },
  run: list,
};
