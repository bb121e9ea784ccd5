import { type Issue, trackerOf } from '../../../outbound/trackers/index.ts';
import type { StoredContext } from '../../stored-operation.ts';
import { type KeptTracker, placeOf } from '../load.ts';
import { type HealthRow, noteAsked } from './health.ts';

/** Each list begins a little before the one before ended: clocks differ, and some changes show late. */
const overlapMs = 120_000;

/** True when a tracker is to be asked what has changed: it is time, a webhook came, or it is not known whether an issue was made. */
export function isPollDue({ kind }: KeptTracker, { askedMs, hookMs, doubtMs }: HealthRow, nowMs: number): boolean {
  const { pollMs, settleMs } = trackerOf(kind);
  if (askedMs === null || askedMs + pollMs <= nowMs) return true;
  if (hookMs !== null && hookMs >= askedMs) return true;
  return doubtMs !== null && doubtMs + settleMs <= nowMs && askedMs < doubtMs + settleMs;
}

/**
 * Keeps what issues say. An issue that was made for a link whose answer was lost is recognised by what it carries. What is older than
 * what we know is passed by; of what is as old as that, and yet different, nobody knows which is true, and the issue is read.
 * Each time is counted, so that `keepOutcomes` of a process that works on the link at this moment has it looked at again.
 */
async function absorb({ database, now }: StoredContext, trackerId: string, issues: readonly Issue[]): Promise<void> {
  const text = `update tracker_link l set issue_id = g.id, issue_key = g.key, issue_url = g.url, doubt_at = null,
      theirs = case when g.ms > l.theirs_ms then g.theirs end, theirs_ms = g.ms, due_at = coalesce(l.due_at, $3::timestamptz), attempts = 0,
      heard = l.heard + 1
    from json_to_recordset($1::json) as g (id text, key text, url text, ms float8, marker text, theirs json)
    where l.tracker_id = $2 and l.ended_at is null
      and (l.issue_id = g.id or (l.issue_id = '' and l.doubt_at is not null and l.id::text = g.marker
        and not exists (select from tracker_link other where other.tracker_id = $2 and other.issue_id = g.id and other.ended_at is null)))
      and g.ms >= l.theirs_ms and (l.issue_id = '' or l.theirs::text is distinct from g.theirs::text)`;
  // The last word of each: the same issue may come on two pages.
  const latest = new Map(issues.toSorted((a, b) => a.updatedMs - b.updatedMs).map((issue) => [issue.id, issue]));
  const given = [...latest.values()].map(({ id, key, url, updatedMs, marker, values, ownerName }) => ({
    id,
    key,
    url,
    ms: updatedMs,
    marker,
    theirs: { values, ownerName },
  }));
  await database.query({ text, values: [JSON.stringify(given), trackerId, now] });
}

/** Asks for everything that changed since the last time. @throws TrackerError */
export async function poll(context: StoredContext, kept: KeptTracker, health: HealthRow): Promise<void> {
  const tracker = trackerOf(kept.kind);
  const nowMs = Date.parse(context.now);
  const sinceMs = health.askedUntilMs - overlapMs;
  let untilMs = health.askedUntilMs;
  let tag: string | null = null;
  for (let page: Parameters<typeof tracker.list>[1] | undefined = { sinceMs, nowMs }; page !== undefined;) {
    const isFirst: boolean = page.sinceMs === sinceMs && page.cursor === undefined;
    const { issues, next, etag, isUnchanged, atMs } = await tracker.list(
      placeOf(kept),
      page,
      isFirst ? (health.etag ?? undefined) : undefined,
    );
    if (isUnchanged === true) tag = health.etag;
    else if (isFirst && next === undefined) tag = etag ?? null;
    if (issues.length > 0) await absorb(context, kept.id, issues);
    // What was changed before a long list was asked for is in it; a short one is asked for anew, which its tag makes cheap.
    if (isFirst && next !== undefined) untilMs = Math.max(untilMs, atMs ?? 0);
    untilMs = Math.max(untilMs, ...issues.map(({ updatedMs }) => updatedMs));
    page = next;
  }
  // The tag belongs to the list from here on, which is the same one only when it begins where this one did.
  const etag = untilMs === health.askedUntilMs ? tag : null;
  await noteAsked(context, kept.id, { untilMs, etag });
  await endDoubts(context, kept.id, nowMs - tracker.settleMs);
}

/** What a list that was asked for long enough afterwards does not have was not made: it is made now, unless somebody is at it. */
async function endDoubts({ database, now }: StoredContext, trackerId: string, beforeMs: number): Promise<void> {
  const text = `update tracker_link set doubt_at = null, due_at = $2::timestamptz
    where tracker_id = $1 and ended_at is null and doubt_at <= $3::timestamptz and issue_id = ''
      and (held_until is null or held_until <= $2::timestamptz)`;
  await database.query({ text, values: [trackerId, now, new Date(beforeMs).toISOString()] });
}
