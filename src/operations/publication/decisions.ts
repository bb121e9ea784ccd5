import { hash } from 'node:crypto';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Removed } from './redact-record.ts';
import type { Suspect } from './suspects.ts';
import { withoutWords } from './whole-words.ts';

/** What a person decided about the suspicions of a leak report, by their ids. */
export type Decisions = { accepted: readonly string[]; redacted: readonly string[] };

/** A suspicion's id: of its kind, text and place, so that it outlives a change elsewhere, and never one of the text itself. */
export const suspectId = ({ kind, text, place }: Pick<Suspect, 'kind' | 'text' | 'place'>): string =>
  hash('sha256', JSON.stringify([kind, text, place]), 'hex').slice(0, 24);

/** What stands in place of what a person took out, by how its kind begins. A new one is a line here. */
const instead: readonly [RegExp, string][] = [
  [/name$/, 'somebody'],
  [/customer$/, 'a customer'],
  [/ticket$/, '(ticket removed)'],
  [/host$/, '(host removed)'],
  [/address$/, '(address removed)'],
  [/money$/, '(amount removed)'],
  [/weakness/, '(not public yet)'],
];

/** What stands in place of something of a kind that a person took out. */
export const insteadOf = (kind: string): string => instead.find(([pattern]) => pattern.test(kind))?.[1] ?? '(removed)';

/** Takes out of a record what a person said should go; a section of its own goes as a whole. */
export function takeOut(record: PostmortemRecord, suspects: readonly Suspect[]) {
  const byPlace = Map.groupBy(suspects, ({ place }) => place);
  const removed: Removed[] = suspects.map(({ kind, text, place }) => ({ kind, text, place, instead: insteadOf(kind) }));
  const walk = (value: unknown, place: string): unknown => {
    const here = byPlace.get(place) ?? [];
    if (typeof value === 'string')
      // Longest first: what one suspicion names may lie within another's words.
      return here
        .toSorted((a, b) => b.text.length - a.text.length)
        .reduce((text, { text: words, kind }) => withoutWords(text, words, insteadOf(kind)), value);
    if (Array.isArray(value))
      return value.flatMap((item, index) => {
        const at = `${place}[${index}]`;
        const isSection = place === 'custom' && byPlace.has(at);
        return isSection ? [] : [walk(item, at)];
      });
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, walk(child, place === '' ? key : `${place}.${key}`)]),
    );
  };
  return { record: walk(record, '') as PostmortemRecord, removed };
}
