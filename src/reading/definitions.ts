import type { Milestone } from '../record/milestone.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { msOf } from './timeline.ts';

/** Figures whose start differs between organisations, with the ends each may have; the usual definition first. */
const open: [figure: string, from: Milestone[], to: Milestone[]][] = [
  ['timeToMitigate', ['impactStarted', 'detected', 'acknowledged', 'declared'], ['mitigated', 'resolved']],
  ['timeToRepair', ['impactStarted', 'detected', 'acknowledged', 'declared'], ['mitigated', 'resolved']],
  ['timeToResolve', ['impactStarted', 'detected', 'acknowledged', 'declared'], ['resolved', 'closed']],
  ['timeToAcknowledge', ['detected', 'impactStarted'], ['acknowledged']],
];

/** The event of a milestone: the last of an end, the first of anything else. `guessed` takes those the document does not state, too. */
function stated(timeline: TimelineEvent[], milestone: Milestone, guessed: boolean): number {
  const events = timeline.filter(
    (event) => event.milestone === milestone && (guessed || event.inferred !== true) && event.precision === 'instant',
  );
  const last = milestone === 'mitigated' || milestone === 'resolved' || milestone === 'closed';
  const event = last ? events.at(-1) : events[0];
  return event === undefined ? Number.NaN : msOf(event);
}

/** The first two milestones that lie so many seconds apart, to the minute: stated ones before suggested ones. */
function pairOf(
  timeline: TimelineEvent[],
  from: Milestone[],
  to: Milestone[],
  seconds: number,
): { start: Milestone; end: Milestone } | undefined {
  for (const guessed of [false, true])
    for (const end of to) {
      const endMs = stated(timeline, end, guessed);
      if (Number.isNaN(endMs)) continue;
      const start = from.find((name) => Math.abs((endMs - stated(timeline, name, guessed)) / 1000 - seconds) < 60);
      if (start !== undefined) return { start, end };
    }
  return undefined;
}

/**
 * How a document measures its own figures: where a labelled length equals, to the minute, the time between two milestones that it
 * states (else two that were suggested, so that the figure stays inferred), those two are its definition (`timeToRepair: declared -> resolved`). Organisations measure from impact, detection or
 * declaration. Written as a template's front matter writes it; empty when the usual definitions hold.
 */
export function ownDefinitions(record: PostmortemRecord): { [figure: string]: string } {
  const timeline = record.timeline ?? [];
  const found: { [figure: string]: string } = {};
  for (const [figure, from, to] of open) {
    const claim = record.claims?.find(
      (candidate) => candidate.figure === figure && (candidate.origin === 'label' || candidate.origin === 'table'),
    );
    if (
      claim?.value === undefined ||
      claim.unit !== 'seconds' ||
      claim.qualifier !== undefined ||
      claim.upTo !== undefined
    )
      continue;
    const pair = pairOf(timeline, from, to, claim.value);
    if (pair && (pair.start !== from[0] || pair.end !== to[0])) found[figure] = `${pair.start} -> ${pair.end}`;
  }
  return found;
}
