import type { TrackerError } from '../../../outbound/trackers/index.ts';
import type { StoredContext } from '../../stored-operation.ts';

/** How it goes with a tracker, as the work goes by it. */
export type HealthRow = {
  askedUntilMs: number;
  etag: string | null;
  askedMs: number | null;
  restUntilMs: number;
  failures: number;
  /** When a webhook last came. */
  hookMs: number | null;
  /** The oldest doubt whether an issue was made. */
  doubtMs: number | null;
};

const ms = (expression: string): string => `extract(epoch from ${expression})::float8 * 1000`;

/** Loads it. */
export async function loadHealth({ database }: StoredContext, trackerId: string): Promise<HealthRow> {
  const text = `select ${ms('h.asked_until')} as "askedUntilMs", h.etag, ${ms('h.asked_at')} as "askedMs",
      coalesce(${ms('h.rest_until')}, 0) as "restUntilMs", h.failures,
      (select ${ms('a.last_at')} from hook_tally a where a.hook_id = t.hook_id) as "hookMs",
      (select ${ms('min(l.doubt_at)')} from tracker_link l where l.tracker_id = t.id and l.ended_at is null and l.doubt_at is not null) as "doubtMs"
    from tracker_health h join tracker t on t.id = h.tracker_id where t.id = $1`;
  const { rows } = await database.query<HealthRow>({ text, values: [trackerId] });
  return rows[0] as HealthRow;
}

/** Notes how far changes were asked for. */
export async function noteAsked(
  { database, now }: StoredContext,
  trackerId: string,
  { untilMs, etag }: { untilMs: number; etag: string | null },
): Promise<void> {
  const text = `update tracker_health set asked_until = $2::timestamptz, etag = $3, asked_at = $4::timestamptz where tracker_id = $1`;
  await database.query({ text, values: [trackerId, new Date(untilMs).toISOString(), etag, now] });
}

/** Notes that it answers. */
export async function noteReached({ database, now }: StoredContext, trackerId: string): Promise<void> {
  const text = `update tracker_health set reached_at = $2::timestamptz, rest_until = null, failures = 0, problem = null where tracker_id = $1`;
  await database.query({ text, values: [trackerId, now] });
}

/** The longest rest; a token that is not taken is tried no sooner than that. */
const mostRestMs = 600_000;

/** Waits twice as long each time, a little more or less, so that not all come back at once. */
export const backoffMs = (failures: number, random: number): number =>
  Math.min(mostRestMs, 5000 * 2 ** Math.min(failures, 10)) * (0.75 + random / 2);

/** Leaves it alone for a while. */
export async function noteRest(
  { database, now, random }: StoredContext,
  trackerId: string,
  error: TrackerError,
  failures: number,
): Promise<void> {
  const chance = (random(1)[0] ?? 0) / 255;
  const waitMs = error.retryMs ?? (error.problem === 'unreachable' ? backoffMs(failures, chance) : mostRestMs);
  const until = new Date(Date.parse(now) + waitMs).toISOString();
  const text = `update tracker_health set rest_until = $2::timestamptz, failures = failures + 1, problem = $3 where tracker_id = $1`;
  await database.query({ text, values: [trackerId, until, error.message.slice(0, 500)] });
}
