import { type IssueValues, TrackerError, trackerOf } from '../../../outbound/trackers/index.ts';
import { type KeptTracker, placeOf } from '../load.ts';
import { type Compared, failed, namesOf, settled, toldOf } from './compare.ts';
import { type Link, stateOf } from './links.ts';
import type { Pairs } from './merge.ts';
import type { Ours } from './ours.ts';
import { translationOf } from './translation.ts';

/** What a new issue says of an action; it is made open. */
export function newValues(kept: KeptTracker, { values: ours }: Ours): IssueValues {
  const { fields, toTheirs } = translationOf(kept);
  const said = Object.fromEntries(fields.map((field) => [field, toTheirs(field, ours[field]) ?? null]));
  return { ...(said as IssueValues), title: ours.title ?? '', state: 'open' };
}

/** What both sides will be in step with once the issue is there. */
export const expected = (kept: KeptTracker, ours: Ours): Pairs => {
  const values = newValues(kept, ours);
  return settled({}, values, { ...ours.values, state: 'open' }, values);
};

/** Paragraphs of the description: what the action says beside its fields. Nothing of its incident, which others may not see. */
const textOf = ({ label, number, priority, horizon }: Ours): string[] => {
  const facts = [priority === '' ? '' : `Priority: ${priority}`, horizon === '' ? '' : `Horizon: ${horizon}`].filter(
    Boolean,
  );
  const from = `Follow-up ${label === '' ? '' : `${label} `}of INC-${number}, kept in step by Hindcast.`;
  return facts.length === 0 ? [from] : [from, facts.join(' · ')];
};

/** Makes the issue of a link. When the answer is lost, the link stays in doubt, from that moment on, until a list tells. */
export async function createIssue(
  kept: KeptTracker,
  link: Link,
  ours: Ours,
  { origin, nowMs }: { origin: string; nowMs: () => number },
): Promise<Compared> {
  const values = newValues(kept, ours);
  const agreed = expected(kept, ours);
  const url = `${origin}/incidents/INC-${ours.number}`;
  try {
    const issue = await trackerOf(kept.kind).create(placeOf(kept), {
      marker: link.id,
      values,
      text: textOf(ours),
      link: { text: `INC-${ours.number}`, url },
    });
    const known = settled(agreed, values, { ...ours.values, state: 'open' }, issue.values);
    const outcome = {
      ...stateOf(link),
      ...namesOf(issue),
      theirs: toldOf(issue),
      agreed: known,
      seen: ours.seen,
      attempts: 0,
      problem: null,
      doubtAt: null,
      // Done here already: the issue is to be closed.
      dueAt: ours.values.state === 'open' ? null : new Date(nowMs()).toISOString(),
    };
    return { outcome, pulled: {} };
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    if (error.isUncertain) {
      const doubtAt = new Date(nowMs()).toISOString();
      return { outcome: { ...failed(link, error, nowMs(), ours.seen), doubtAt, dueAt: null }, pulled: {} };
    }
    throw error;
  }
}
