import { cite } from './cite.ts';
import type { DraftEvent } from './draft-event.ts';

/** An event as one sentence that cites it: in its own words, or as what somebody wrote. */
export function tell(event: DraftEvent): string {
  const words = plain(event.told ?? event.text);
  const seen = (event.count ?? 1) > 1 ? `, seen ${event.count} times` : '';
  return `${event.quoted ? `${event.actor ?? 'Somebody'} wrote: “${words}”` : words}${seen} ${cite(event)}.`;
}

/** A text of several lines is cut here: it stands whole in the timeline. */
const mostLetters = 400;

/** In one line and without its end mark, so that the citation stands inside the sentence. */
function plain(text: string): string {
  const line = text
    .slice(0, 2 * mostLetters)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters).trimEnd()}…` : line.replace(/[.!]{1,3}$/, '');
}
