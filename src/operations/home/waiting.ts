import { z } from 'zod';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Clock } from './clocks.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { ownerMatch } from './owner-match.ts';

/** What waits, in the order of urgency. */
export const kinds = ['sign', 'approve', 'review', 'answer', 'decide', 'look', 'write', 'confirm', 'draft'] as const;

/** One thing that waits for somebody. What is said of it depends on its kind. */
export const Waiting = z.object({
  kind: z.enum(kinds),
  key: z.string(),
  title: z.string().nullable(),
  /** `sign`: the role whose turn it is. */
  role: z.string().optional(),
  /** `sign`: the document names the person for the role; without, anybody may. */
  forYou: z.boolean().optional(),
  /** `look`: which review, as `review.show` names it. */
  interval: z.string().optional(),
  /** `write` and `draft`: events of the timeline; `confirm`: suggested milestones; `decide`: proposals. */
  count: z.number().int().optional(),
  /** `answer`: the thread in which the person is named, who named them last (`decide`: who proposes), and the beginning of what they said. */
  comment: z.string().optional(),
  by: z.string().optional(),
  said: z.string().optional(),
  /** The person made it, or owns it. */
  mine: z.boolean(),
  /** By when, where that is known. */
  until: z.string().optional(),
});
export type Waiting = z.infer<typeof Waiting>;

/** Who asks. */
export type Asker = { actor: string; isMine: ReturnType<typeof ownerMatch> };

const empty = ({ summary = {} }: PostmortemRecord): boolean =>
  [summary.text, summary.what, summary.impact, summary.rootCause, summary.resolution].every(
    (text) => text === undefined || text.trim() === '',
  );

/** What waits in one incident, but for signatures and reviews. */
export function waitingIn(one: LookedAt, { actor, isMine }: Asker, clocks: Clock[]): Waiting[] {
  const { head, record, marked } = one;
  const mine = head.createdBy === actor || isMine(record.document?.owner ?? '') !== undefined;
  const about = { ...named(head), mine };
  const until = clocks.find(({ key, what }) => key === about.key && what === 'written')?.until;
  const by = until === undefined ? {} : { until };
  const found: Waiting[] = [];
  if (head.status === 'inReview' && isMine(record.document?.reviewedBy ?? '') !== undefined)
    found.push({ kind: 'review', ...about, ...by });
  if (head.status === 'draft' && empty(record)) found.push({ kind: 'write', ...about, ...by, count: marked.count });
  else if (head.status === 'draft' && mine) found.push({ kind: 'draft', ...about, ...by, count: marked.count });
  const inferred = marked.events.filter((event) => event.inferred === true).length;
  if (inferred > 0 && head.status !== 'approved') found.push({ kind: 'confirm', ...about, count: inferred });
  return found;
}

const untilMs = ({ until }: Waiting): number => (until === undefined ? Infinity : Date.parse(until));

/** By kind, one's own first, then by the time that is left; newest first among equals, as they came. */
export const byNeed = (a: Waiting, b: Waiting): number =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  Number(b.mine) - Number(a.mine) ||
  Math.sign(untilMs(a) - untilMs(b)) ||
  0;
