import type { TimelineEvent } from '../record/timeline.ts';
import { type DraftEvent, timelineEvent } from './draft-event.ts';

/** An event that the document has at a sure instant. */
export type Standing = { entry: TimelineEvent; epochMs: number };

/** By what an event is known again when its place in the evidence is another one: an alert that was sent twice. */
export const momentKey = ({ at, text, source }: TimelineEvent): string => JSON.stringify([at, text, source]);
/** A tool call may stand in a timeline by somebody else's hand. */
const wordsKey = ({ at, text }: TimelineEvent): string => JSON.stringify([at, text]);

/** Ways to find the entry that an event is, the surest first; each entry is found once, and is in `taken` then. */
export function entryFinder(entries: readonly Standing[]) {
  const taken = new Set<Standing>();
  const reversed = entries.toReversed();
  const by = (keyOf: (entry: TimelineEvent) => string) => {
    const groups = Map.groupBy(reversed, ({ entry }) => keyOf(entry));
    return (key: string): Standing | undefined => {
      const group = groups.get(key) ?? [];
      for (let one = group.pop(); one !== undefined; one = group.pop())
        if (!taken.has(one)) {
          taken.add(one);
          return one;
        }
      return undefined;
    };
  };
  const both = (entry: TimelineEvent) => `${entry.evidence ?? ''} ${momentKey(entry)}`;
  const [byBoth, byMoment, byWords, byPlace] = [
    by(both),
    by(momentKey),
    by(wordsKey),
    by((entry) => entry.evidence ?? ''),
  ];
  const same = (event: DraftEvent): Standing | undefined => byBoth(both(timelineEvent(event)));
  const inMoment = (event: DraftEvent): Standing | undefined => {
    const entry = timelineEvent(event);
    return event.isInSteps ? byWords(wordsKey(entry)) : byMoment(momentKey(entry));
  };
  const inPlace = ({ evidence, places = [evidence] }: DraftEvent): Standing | undefined =>
    places.reduce<Standing | undefined>(
      (found, place) => found ?? (place === '' ? undefined : byPlace(place)),
      undefined,
    );
  return { ways: [same, inPlace, inMoment], taken };
}
