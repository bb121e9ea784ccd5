import { z } from 'zod';
import type { WorkCalendar } from '../../calendar/work-calendar.ts';
import { processDeadlines } from '../../occasions/process-deadlines.ts';
import { defaultPolicy } from '../../record/policy.ts';
import { clocksOf, type CommonGround } from '../clock/ground.ts';
import { type KeptMark, marksAlone } from '../clock/marks.ts';
import { type LookedAt, named } from './looked-at.ts';

/** Something that has to be done by a moment. */
export const Clock = z.object({
  key: z.string(),
  title: z.string().nullable(),
  /** `written` and `meeting` are deadlines of the template; `obligation` is one of a law or a contract. */
  what: z.enum(['written', 'meeting', 'obligation']),
  /** The regime of an obligation: GDPR. */
  regime: z.string().optional(),
  /** Who is to be told. */
  tell: z.string().optional(),
  /** As the template or the document puts it: `48h`. */
  within: z.string(),
  /** What it counts from, and when that was. */
  from: z.string(),
  since: z.string(),
  until: z.string(),
});
export type Clock = z.infer<typeof Clock>;

/** Clocks that ran out longer ago are history, not work: an import of old documents would fill the screen with them. */
const longestLateMs = 30 * 86_400_000;

/** The rules of clocks, and what was said of them by incident. */
export type Ruled = { common: CommonGround; marks: ReadonlyMap<string, ReadonlyMap<string, KeptMark>> };

/** The deadlines of the template: the document written, the meeting held. */
const ofPolicy = (one: LookedAt, calendar: WorkCalendar): Clock[] =>
  processDeadlines(
    { record: one.record, milestones: one.marked.events, policy: one.template?.policy ?? defaultPolicy },
    calendar,
  ).map(({ what, within, from, sinceMs, untilMs }) => ({
    ...named(one.head),
    what,
    within,
    from,
    since: new Date(sinceMs).toISOString(),
    until: new Date(untilMs).toISOString(),
  }));

const regulatory = new Set(['running', 'overdue']);

/** Clocks of laws and contracts: with the law's own time, from the event that started them. */
async function ofRules(one: LookedAt, { common, marks }: Ruled, now: string): Promise<Clock[]> {
  const record = { ...one.record, timeline: one.marked.events };
  const clocks = await clocksOf(record, common, marksAlone(marks.get(one.head.id)), now);
  return clocks.flatMap(({ rule, state, start, until }) =>
    !regulatory.has(state) || start === null || until === null
      ? []
      : [
          {
            ...named(one.head),
            what: 'obligation' as const,
            regime: rule.regime,
            tell: rule.tell,
            within: rule.within ?? '',
            from: start.name,
            since: start.at,
            until,
          },
        ],
  );
}

/** The clocks that run for an incident whose document is not done, or ran out lately. */
export async function clocksNow(one: LookedAt, ruled: Ruled, calendar: WorkCalendar, now: string): Promise<Clock[]> {
  const all = [...ofPolicy(one, calendar), ...(await ofRules(one, ruled, now))];
  return all.filter(({ until }) => Date.parse(until) > Date.parse(now) - longestLateMs);
}
