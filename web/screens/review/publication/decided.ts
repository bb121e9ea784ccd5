import type { Suspect } from './preview-report.tsx';

/** What was decided, by the id of what still looks like a leak. */
export type Decided = ReadonlyMap<string, 'accepted' | 'redacted'>;

/** The same words wherever they stand: they are decided about at once. */
export type SuspectGroup = { text: string; all: Suspect[] };

/** By kind, and within it by words; a section of its own stands alone. */
export function groupsOf(suspects: readonly Suspect[]) {
  return [...Map.groupBy(suspects, ({ kind }) => kind)].map(([kind, ofKind]) => ({
    kind,
    ids: ofKind.map(({ id }) => id),
    groups: [...Map.groupBy(ofKind, ({ text, place }) => (text === '' ? place : text))].map(
      ([text, all]): SuspectGroup => ({ text, all }),
    ),
  }));
}

/** The ids of one decision, as the operations take them. */
export const idsOf = (decided: Decided, choice: 'accepted' | 'redacted'): string[] =>
  [...decided].flatMap(([id, made]) => (made === choice ? [id] : []));
