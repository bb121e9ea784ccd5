import type { Section } from '../../markdown/sections.ts';
import { constantsOf, type LearnState, propose } from './state.ts';
import { startsWithTime } from './item-pattern.ts';
import type { Topic } from './vocabulary/topics.ts';

/** Is a heading below the timeline one of its entries: `### {{ hh:mm }}`, `### 14:05`? */
export const isEntryHeading = (title: string): boolean => startsWithTime(title);

/**
 * Learns entries of the timeline that are headings. A template cannot repeat headings, so they become one list; the
 * proposals say so. Returns the index of the last of them.
 */
export function learnEntryHeadings(all: readonly Section[], index: number, topic: Topic, state: LearnState): number {
  const first = all[index] as Section;
  let last = index;
  while (isEntryHeading(all[last + 1]?.title ?? '') && all[last + 1]?.level === first.level) last++;
  const constants = constantsOf('timeline', topic.constants);
  const text = `- ${constants}{{timeline.time}} - {{timeline.text}}\n\n`;
  state.edits.push({ from: first.from, to: all[last]?.to ?? first.to, text });
  for (const section of all.slice(index, last + 1)) {
    const reason = 'An entry of the timeline under a heading of its own; the template writes entries as a list.';
    propose(state, section.from, { path: 'timeline.time', kind: 'item', confidence: 0.6, reason });
    propose(state, section.from, { path: 'timeline.text', kind: 'item', confidence: 0.6, reason });
  }
  return last;
}
