import {
  type Issue,
  type IssueField,
  type IssueValues,
  type TrackerError,
  trackerOf,
} from '../../../outbound/trackers/index.ts';
import { type KeptTracker, placeOf } from '../load.ts';
import { type Link, type Outcome, stateOf, type Told } from './links.ts';
import { merge, type OurValues, type Pairs } from './merge.ts';
import type { Ours } from './ours.ts';
import { translationOf } from './translation.ts';

/** What the action is to say, by the field of the issue. */
export type Pulled = Partial<OurValues>;
/** What came of comparing both sides: to be kept, and to be told to the action. */
export type Compared = { outcome: Outcome; pulled: Pulled };

export const toldOf = ({ values, ownerName }: Issue): Told => ({ values, ownerName });

/** What the issue is called, as the link keeps it. */
export const namesOf = ({ id, key, url, updatedMs }: Issue) => ({
  issueId: id,
  issueKey: key,
  issueUrl: url,
  theirsMs: updatedMs,
});

/** Pairs of what was told with what the issue then says: what a tracker drops silently is not told again. */
export function settled(agreed: Pairs, pushed: Partial<IssueValues>, ours: OurValues, theirs: IssueValues): Pairs {
  const pairs = { ...agreed };
  for (const field of Object.keys(pushed) as IssueField[]) pairs[field] = [ours[field], theirs[field] ?? null];
  return pairs;
}

/**
 * Compares a link's action with its issue, and tells the issue what is new here. Before anything is written there the issue is read
 * anew, so that what somebody changed since is not overwritten.
 * @throws TrackerError
 */
export async function compare(kept: KeptTracker, link: Link, { values, seen }: Ours): Promise<Compared> {
  const tracker = trackerOf(kept.kind);
  const place = placeOf(kept);
  let issue: Issue | undefined = link.theirs === null ? await tracker.read(place, link.issueId) : undefined;
  let theirs = issue === undefined ? (link.theirs as Told) : toldOf(issue);
  const comparison = () => merge(link.agreed, values, theirs.values, translationOf(kept, theirs));
  let found = comparison();
  if (Object.keys(found.push).length > 0 && issue === undefined) {
    issue = await tracker.read(place, link.issueId);
    theirs = toldOf(issue);
    found = comparison();
  }
  let { agreed } = found;
  if (Object.keys(found.push).length > 0) {
    issue = await tracker.change(place, issue as Issue, found.push);
    theirs = toldOf(issue);
    agreed = settled(agreed, found.push, values, issue.values);
  }
  for (const [field, value] of Object.entries(found.pull) as [IssueField, string | null][])
    agreed = { ...agreed, [field]: [value, theirs.values[field] ?? null] };
  return {
    outcome: {
      ...stateOf(link),
      ...(issue === undefined ? {} : { ...namesOf(issue), theirs }),
      agreed,
      conflicts: found.conflicts,
      seen,
      attempts: 0,
      problem: null,
      dueAt: null,
    },
    pulled: found.pull,
  };
}

/** How often something that the tracker does not take is tried again by itself. */
const mostAttempts = 6;

/** What becomes of a link whose issue could not be made or changed. */
export function failed(link: Link, error: TrackerError, nowMs: number, seen: string): Outcome {
  const tries = link.attempts + 1;
  const waitMs = Math.min(3_600_000, 30_000 * 2 ** tries);
  const isOver = tries >= mostAttempts && error.problem !== 'unreachable';
  return {
    ...stateOf(link),
    seen,
    attempts: tries,
    problem: error.message.slice(0, 500),
    dueAt: isOver
      ? null
      : new Date(nowMs + (error.problem === 'unreachable' ? 1000 * 2 ** Math.min(tries, 9) : waitMs)).toISOString(),
  };
}
