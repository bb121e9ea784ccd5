import { z } from 'zod';
import { findMilestones, momentWindow } from '../../figures/index.ts';
import { spans } from '../../figures/spans.ts';
import { defaultPolicy } from '../../record/policy.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { newestHeads } from './heads.ts';
import { named } from './looked-at.ts';
import { milestonesOfMany } from './parts.ts';

const mostIncidents = 500;
const quartersShown = 4;

const Dot = z.object({ key: z.string(), title: z.string().nullable(), at: z.string(), seconds: z.number() });
const Quarter = z.object({ from: z.string(), to: z.string(), median: z.number().nullable(), dots: z.array(Dot) });
const Trend = z.object({
  quarters: z.array(Quarter),
  /** Incidents of these quarters whose time to mitigate is not known exactly, or rests on a milestone nobody confirmed. */
  unknown: z.number().int(),
  /** The newest so many were looked at; `more` says that there are older ones. */
  most: z.number().int(),
  more: z.boolean(),
});
export type Trend = z.infer<typeof Trend>;

/** The last quarters (UTC), oldest first, up to and with the present one. */
function quarters(now: string): { from: string; to: string }[] {
  const date = new Date(now);
  const first = date.getUTCMonth() - (date.getUTCMonth() % 3);
  const start = (back: number) => new Date(Date.UTC(date.getUTCFullYear(), first - 3 * back, 1)).toISOString();
  return Array.from({ length: quartersShown }, (_, index) => {
    const back = quartersShown - 1 - index;
    return { from: start(back), to: start(back - 1) };
  });
}

function median(seconds: number[]): number | null {
  const sorted = seconds.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

async function trend(context: StoredContext): Promise<Trend> {
  requirePermission(context, 'incident.see');
  const statuses = ['draft', 'inReview', 'approved', 'published', 'archived'] as const;
  const { heads, more } = await newestHeads(context, statuses, mostIncidents);
  const marked = await milestonesOfMany(
    context.database,
    heads.map(({ id }) => id),
  );
  let unknown = 0;
  const shown = quarters(context.now).map((quarter) => ({ ...quarter, dots: [] as z.infer<typeof Dot>[] }));
  for (const head of heads) {
    const milestones = findMilestones(marked.get(head.id)?.events ?? []);
    const policy = context.templates.find(({ name }) => name === head.template)?.policy ?? defaultPolicy;
    const figures = new Map(spans.compute({ record: {}, policy, milestones, figures: new Map() }));
    const figure = figures.get('timeToMitigate');
    const end =
      milestones.get((figure?.to ?? 'mitigated') as 'mitigated')?.chosen ?? milestones.values().next().value?.chosen;
    const window = end === undefined ? undefined : momentWindow(end.moment);
    if (window === undefined) continue;
    const at = new Date(window.highMs).toISOString();
    const quarter = shown.find(({ from, to }) => from <= at && at < to);
    if (quarter === undefined) continue;
    if (figure?.status === 'known' && figure.seconds !== undefined)
      quarter.dots.push({ ...named(head), at, seconds: figure.seconds });
    else unknown += 1;
  }
  return {
    quarters: shown.map((quarter) => ({ ...quarter, median: median(quarter.dots.map(({ seconds }) => seconds)) })),
    unknown,
    most: mostIncidents,
    more,
  };
}

export const showTrend: StoredOperation<Record<string, never>, Trend> = {
  name: 'home.trend',
  sentence: 'Show the time to mitigate of the newest incidents, by quarter, with the median of each.',
  permission: 'incident.see',
  effect: 'read',
  input: z.strictObject({}),
  output: Trend,
  route: { method: 'GET', path: '/home/trend' },
  run: trend,
};
