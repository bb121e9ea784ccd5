import { z } from 'zod';
import type { TrackerPlace } from '../../outbound/trackers/index.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import { fieldsOf, Options, TrackerKind } from './fields.ts';

/** How it goes with a tracker. */
const Health = z.object({
  /** When it was last asked for changes, and when it last answered. */
  askedAt: z.string().nullable(),
  reachedAt: z.string().nullable(),
  /** Nothing is sent before. */
  restUntil: z.string().nullable(),
  problem: z.string().nullable(),
  /** Actions that are linked, that wait to be sent or looked at, that are in conflict, that could not be kept in step. */
  linked: z.number().int(),
  waiting: z.number().int(),
  conflicts: z.number().int(),
  failed: z.number().int(),
});

/** A tracker as it is shown: never its token. */
export const TrackerShown = z.object({
  id: z.string(),
  name: z.string(),
  kind: TrackerKind,
  address: z.string(),
  project: z.string(),
  user: z.string(),
  issueType: z.string(),
  accounts: z.record(z.string(), z.string()),
  /** The hook that its webhooks come to. */
  hook: z.string().nullable(),
  /** What is kept in step: those of its fields that it has. */
  fields: z.array(z.string()),
  version: z.number().int(),
  health: Health,
});
export type TrackerShown = z.infer<typeof TrackerShown>;

/** A tracker as it is kept. */
export type KeptTracker = {
  id: string;
  name: string;
  kind: TrackerKind;
  address: string;
  project: string;
  options: Options;
  token: string;
  hookId: string | null;
  version: number;
};

const trackersOf = ({ database }: Pick<StoredContext, 'database'>) =>
  database.kysely.selectFrom('tracker').selectAll().where('removed_at', 'is', null).orderBy('name').execute();

/** All trackers, by name. */
export async function loadTrackers(context: Pick<StoredContext, 'database'>): Promise<KeptTracker[]> {
  return (await trackersOf(context)).map((row) => ({
    id: row.id,
    name: row.name,
    kind: TrackerKind.parse(row.kind),
    address: row.address,
    project: row.project,
    options: Options.parse(row.options),
    token: (row.secret as { token?: string }).token ?? '',
    hookId: row.hook_id,
    version: row.version,
  }));
}

/** One of them by id or name. @throws HindcastError `tracker.not-found` */
export async function loadTracker(context: Pick<StoredContext, 'database'>, reference: string): Promise<KeptTracker> {
  const wanted = reference.trim().toLowerCase();
  const found = (await loadTrackers(context)).find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (found === undefined) throw new HindcastError('tracker.not-found', { name: reference });
  return found;
}

/** What is needed to speak with it. */
export const placeOf = ({ address, project, token, options }: KeptTracker): TrackerPlace => ({
  address,
  project,
  token,
  user: options.user,
  issueType: options.issueType,
});

type Counts = Pick<z.infer<typeof Health>, 'linked' | 'waiting' | 'conflicts' | 'failed'>;
type HealthRow = Counts & {
  id: string;
  asked: Date | null;
  reached: Date | null;
  rest: Date | null;
  problem: string | null;
};

const healthText = `select h.tracker_id as id, h.asked_at as asked, h.reached_at as reached, h.rest_until as rest, h.problem,
    count(l.id) filter (where l.issue_id <> '')::int as linked,
    count(l.id) filter (where l.due_at is not null or l.doubt_at is not null)::int as waiting,
    count(l.id) filter (where l.conflicts::text <> '{}')::int as conflicts,
    count(l.id) filter (where l.problem is not null)::int as failed
  from tracker_health h left join tracker_link l on l.tracker_id = h.tracker_id and l.ended_at is null
  where h.tracker_id = any($1::uuid[]) group by h.tracker_id`;

/** Trackers as they are shown, with how it goes with each. */
export async function shownTrackers(
  { database, now }: Pick<StoredContext, 'database' | 'now'>,
  kept: readonly KeptTracker[],
): Promise<TrackerShown[]> {
  const { rows } = await database.query<HealthRow>({ text: healthText, values: [kept.map(({ id }) => id)] });
  return kept.map(({ id, name, kind, address, project, options, hookId, version }) => {
    const row = rows.find((each) => each.id === id);
    const rest = row?.rest ?? null;
    return {
      id,
      name,
      kind,
      address,
      project,
      version,
      ...options,
      hook: hookId,
      fields: [...fieldsOf(kind)],
      health: {
        askedAt: row?.asked?.toISOString() ?? null,
        reachedAt: row?.reached?.toISOString() ?? null,
        restUntil: rest !== null && rest.getTime() > Date.parse(now) ? rest.toISOString() : null,
        problem: row?.problem ?? null,
        linked: row?.linked ?? 0,
        waiting: row?.waiting ?? 0,
        conflicts: row?.conflicts ?? 0,
        failed: row?.failed ?? 0,
      },
    };
  });
}
