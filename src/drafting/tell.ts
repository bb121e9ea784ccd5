import { cite } from './cite.ts';
import type { DraftEvent } from './draft-event.ts';

/** An event as one sentence that cites it: in its own words, or as what somebody wrote. */
export function tell(event: DraftEvent): string {
  const words = plain(event.text);
  const seen = (event.count ?? 1) > 1 ? `, seen ${event.count} times` : '';
  return `${event.quoted ? `${event.actor ?? 'Somebody'} wrote: “${words}”` : words}${seen} ${cite(event)}.`;
}

/** Without its end mark, so that the citation stands inside the sentence. */
const plain = (text: string) => text.trim().replace(/[.!]{1,3}$/, '');
