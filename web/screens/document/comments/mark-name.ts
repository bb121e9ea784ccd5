import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { words } from '../../../words/index.ts';

/** What the mark beside what is spoken of says. */
export function markName(shown: readonly Thread[], ids: readonly string[]): string {
  const first = shown.find(({ id }) => id === ids[0])?.comments[0]?.author.name;
  return first === undefined ? words.comments.newMarker : words.comments.marker(ids.length, first);
}
