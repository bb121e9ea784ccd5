import { plainText } from '../markdown/plain.ts';
import { type Entry, joined } from './entry.ts';
import { isTimelineHeading } from './section-kind.ts';

/**
 * Where entries are looked for: `timeline` is true inside a timeline section or list; `dayed` where the heading above sets the day,
 * so that lists do not start afresh.
 */
export type EntryScope = {
  text: string;
  group: number;
  timeline: boolean;
  dayed?: boolean;
  /** Items open with digits without a colon. */
  bare?: boolean;
  /** The list within the timeline, see Entry. */
  strand?: number;
  into: Entry[];
};

/** `0905 - Deploy begins`, `16.02 Desk frozen`: digits without a colon, at the start of a line of a timeline. */
export const bareTime =
  /^[\s>*_`[-]{0,12}(?:[01]\d|2[0-3])(?:[0-5]\dh?[\]*_`]{0,3}\s?[-–—:]\s|\.[0-5]\d[\]*_`]{0,3}(?:\s|\s?[-–—:]))/;

/** True for a short line that only introduces what follows: `**Key events**`, `Timeline:`. */
export const introducesTimeline = (line: string): boolean =>
  line.length < 70 && isTimelineHeading(plainText(line).replace(/:\s*$/, ''));

const leadingColon = /^:\s+/;

/** Adds an entry to those of the scope. */
export function push(
  scope: EntryScope,
  split: { mention: Entry['mention']; written: string; text: string },
  from: number,
  to: number,
  source: Entry['source'],
): void {
  const { mention, written } = split;
  const text = joined(split.text).replace(leadingColon, '');
  const entry: Entry = { mention, written, text, from, to, group: scope.group, source };
  if (scope.strand !== undefined) entry.strand = scope.strand;
  scope.into.push(entry);
}
