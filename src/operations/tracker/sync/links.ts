import type { IssueValues } from '../../../outbound/trackers/index.ts';
import type { StoredContext } from '../../stored-operation.ts';
import type { Pairs } from './merge.ts';

/** An issue as it was last told. */
export type Told = { values: IssueValues; ownerName?: string | undefined };

/** A link while it is worked on. */
export type Link = {
  id: string;
  incidentId: string;
  actionId: string;
  issueId: string;
  issueKey: string;
  issueUrl: string;
  agreed: Pairs;
  theirs: Told | null;
  theirsMs: number;
  conflicts: Pairs;
  attempts: number;
  problem: string | null;
  version: number;
  /** How often a list said something of its issue. */
  heard: number;
};

/** Which link, and in which state it was taken. */
type State = Pick<Link, 'id' | 'version' | 'heard'>;

/** The state that an outcome of a link is of. */
export const stateOf = ({ id, version, heard }: Link): State => ({ id, version, heard });

/** What has become of a link; what is absent stays. */
export type Outcome = Partial<Omit<Link, keyof State>> &
  State & {
    /** Hash of the action as it was. */
    seen?: string;
    /** When it is to be looked at again; null when both sides are in step. */
    dueAt: string | null;
    doubtAt?: string | null;
    ended?: boolean;
  };

/** How long somebody may work on a link before another takes it for forgotten. */
const heldMinutes = 5;

/** The columns of a link, as `Link` calls them. */
export const linkColumns = `l.id, l.incident_id as "incidentId", l.action_id as "actionId", l.issue_id as "issueId", l.issue_key as "issueKey",
  l.issue_url as "issueUrl", l.agreed, l.theirs, l.theirs_ms::float8 as "theirsMs", l.conflicts, l.attempts, l.problem, l.version, l.heard`;

/** Takes links of a tracker that are to be looked at, so that no other process does. */
export async function claimLinks({ database, now }: StoredContext, trackerId: string, most: number): Promise<Link[]> {
  const text = `update tracker_link l set held_until = $2::timestamptz + interval '${heldMinutes} minutes'
    from (select id from tracker_link where tracker_id = $1 and ended_at is null and due_at <= $2::timestamptz and doubt_at is null
      and (held_until is null or held_until < $2::timestamptz) order by due_at limit $3 for update skip locked) as due
    where l.id = due.id returning ${linkColumns}`;
  return (await database.query<Link>({ text, values: [trackerId, now, most], once: true })).rows;
}

/** Gives links back that were not worked on. */
export async function releaseLinks({ database }: StoredContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.query({ text: 'update tracker_link set held_until = null where id = any($1::uuid[])', values: [ids] });
}

/** Notes that issues are about to be made, and of what: from here on a lost answer is a doubt, not a second issue. */
export async function beginCreations(
  { database, now }: StoredContext,
  creations: readonly { id: string; agreed: Pairs }[],
): Promise<void> {
  if (creations.length === 0) return;
  const text = `update tracker_link l set doubt_at = $2::timestamptz, agreed = given.agreed
    from json_to_recordset($1::json) as given (id uuid, agreed json) where l.id = given.id`;
  await database.query({ text, values: [JSON.stringify(creations), now] });
}

/**
 * Keeps what has become of links. What a person decided meanwhile about one (its version has moved on) holds. Where a list said something
 * of its issue meanwhile, the later word of both counts, and of two that are as late nobody knows. Either is looked at again.
 */
export async function keepOutcomes({ database, now }: StoredContext, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const text = `update tracker_link l set held_until = null,
      issue_id = coalesce(g."issueId", l.issue_id), issue_key = coalesce(g."issueKey", l.issue_key),
      issue_url = coalesce(g."issueUrl", l.issue_url),
      theirs = case when g.theirs is null then l.theirs when l.heard = g.heard or g."theirsMs" > l.theirs_ms then g.theirs
        when g."theirsMs" = l.theirs_ms and l.theirs::text is distinct from g.theirs::text then null else l.theirs end,
      theirs_ms = case when l.heard = g.heard then coalesce(g."theirsMs"::bigint, l.theirs_ms) else greatest(g."theirsMs"::bigint, l.theirs_ms) end,
      doubt_at = case when l.issue_id <> '' then null when g.doubt then g."doubtAt" else l.doubt_at end,
      agreed = case when l.version = g.version then coalesce(g.agreed, l.agreed) else l.agreed end,
      conflicts = case when l.version = g.version then coalesce(g.conflicts, l.conflicts) else l.conflicts end,
      seen = coalesce(g.seen, l.seen), attempts = coalesce(g.attempts, l.attempts),
      problem = case when g.told then g.problem else l.problem end,
      due_at = case when l.version = g.version and l.heard = g.heard then g."dueAt" else $2::timestamptz end,
      ended_at = case when g.ended then $2::timestamptz else l.ended_at end
    from json_to_recordset($1::json) as g (id uuid, version integer, heard integer, "issueId" text, "issueKey" text, "issueUrl" text, theirs json,
      "theirsMs" float8, doubt boolean, "doubtAt" timestamptz, agreed json, conflicts json, seen text, attempts integer,
      told boolean, problem text, "dueAt" timestamptz, ended boolean)
    where l.id = g.id`;
  const given = outcomes.map((each) => ({ ...each, doubt: 'doubtAt' in each, told: 'problem' in each }));
  await database.query({ text, values: [JSON.stringify(given), now] });
}
