import type { Milestone } from '../record/milestone.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { cite } from './cite.ts';
import type { DraftEvent } from './draft-event.ts';

/** Milestones that a summary tells, in this order. */
const told: Milestone[] = ['detected', 'declared', 'rootCauseIdentified', 'mitigationStarted', 'mitigated', 'resolved'];

/** The summary, whole and in parts: every sentence tells one event and cites it. Empty without an event. */
export function summaryOf(events: DraftEvent[]): NonNullable<PostmortemRecord['summary']> {
  const at = (milestone: Milestone) => events.find((event) => event.milestone === milestone);
  const milestones = told.flatMap((milestone) => at(milestone) ?? []);
  const chosen = milestones.length > 0 ? milestones : events.slice(0, 1);
  const first = chosen[0];
  if (!first) return {};
  const storms = events.filter((event) => (event.count ?? 1) > 1 && !chosen.includes(event));
  const worst = storms.toSorted((a, b) => (b.count ?? 1) - (a.count ?? 1))[0];
  const all = [
    ...chosen.map(telling),
    ...(worst ? [`${plain(worst.text)}, seen ${worst.count} times ${cite(worst)}.`] : []),
  ];
  const cause = at('rootCauseIdentified');
  const end = at('resolved') ?? at('mitigated');
  return {
    text: all.join(' '),
    what: telling(first),
    ...(cause ? { rootCause: telling(cause) } : {}),
    ...(end ? { resolution: telling(end) } : {}),
  };
}

function telling(event: DraftEvent): string {
  const words = plain(event.text);
  return `${event.quoted ? `${event.actor ?? 'Somebody'} wrote: “${words}”` : words} ${cite(event)}.`;
}

/** Without its end mark, so that the citation stands inside the sentence. */
const plain = (text: string) => text.trim().replace(/[.!]{1,3}$/, '');
