import type { TimelineEvent } from '../record/timeline.ts';
import type { Milestone } from '../record/milestone.ts';
import { wordsOf } from './entry.ts';
import {
  cause,
  changing,
  ending,
  failing,
  handling,
  noticing,
  preparing,
  recovering,
  speaking,
  unfinished,
  working,
} from './milestone-words.ts';
import { msOf } from './timeline.ts';

const notices = (text: string): boolean =>
  (noticing.test(text) || speaking.test(text)) &&
  !/\ball[ -]clear\b/.test(text) &&
  !/\b(?:no alerts?|alerts? (?:did not|didn.t)|cleared)/.test(text);

/** 2 for a text that says that it is over, 1 for one that may, 0 for others. */
export function recovery(text: string): number {
  if (recovering.test(text)) return unfinished.test(text) ? 1 : 2;
  return ending.test(text) || (working.test(text) && !failing.test(text)) ? 1 : 0;
}

function suggest(event: TimelineEvent | undefined, milestone: Milestone, from: 'wording' | 'position'): void {
  if (!event || event.milestone !== undefined) return;
  event.milestone = milestone;
  event.inferred = true;
  event.inferredFrom = from;
}

/** What is noticed so soon followed from the entry before it. */
const soonMs = 3 * 3_600_000;

/** The events with a time of day, in order of it. */
function byTime(timeline: TimelineEvent[]): TimelineEvent[] {
  const told = timeline.filter(hasTime);
  const instants = told.filter(({ precision }) => precision === 'instant');
  // A window is not one of its ends, where entries tell these.
  const timed = (instants.length > 2 ? instants : told).map((event) => ({ event, ms: msOf(event) }));
  return timed.toSorted((a, b) => a.ms - b.ms).map(({ event }) => event);
}

const hasTime = (event: TimelineEvent): boolean => event.at !== undefined && event.at.length > 10;

/**
 * Suggests milestones from keywords, for those the document does not state itself. Right about two times in three, so every one is
 * marked `inferred`.
 */
export function suggestByWording(timeline: TimelineEvent[]): void {
  const taken = new Set(timeline.flatMap(({ milestone }) => milestone ?? []));
  const events = byTime(timeline);
  if (events.length < 2) return;
  const told = events.map((event) => wordsOf((event.text ?? '').slice(0, 700)));
  const stated = events.findIndex((event) => event.milestone === 'impactStarted');
  const ended = events.findLastIndex((event) => event.milestone === 'mitigated' || event.milestone === 'resolved');
  const noticedAt = taken.has('detected')
    ? events.findIndex((event) => event.milestone === 'detected')
    : told.findIndex(
        (text, index) =>
          index >= Math.max(0, stated) &&
          // Whoever is told of it when it is over did not notice it.
          (ended <= stated || index < ended) &&
          notices(text) &&
          // An onset that is known may speak of calls and reports that fail: its notice is another entry.
          !(index === stated && (failing.test(text) || !noticing.test(text)) && !noticing.test(text.slice(0, 40))),
      );
  let onset = stated;
  if (stated < 0 && !taken.has('impactStarted')) {
    const opens = (pattern: RegExp) => (text: string, index: number) =>
      (noticedAt < 0 || index <= noticedAt) && pattern.test(text) && !preparing.test(text) && recovery(text) === 0;
    // What fails goes before what was changed; where both are, the change is the cause.
    const broken = told.findIndex(opens(failing));
    const changed = told.findIndex(opens(changing));
    onset =
      broken >= 0 && (changed < 0 || noticedAt < 0 || broken < noticedAt || broken === changed) ? broken : changed;
    const words = told[onset] ?? '';
    const fails = failing.test(words);
    const before = told[0] ?? '';
    const alone =
      noticedAt === 1 &&
      (onset < 0 || (onset === 1 && noticing.test((told[1] ?? '').slice(0, 60)))) &&
      msOf(events[1] as TimelineEvent) - msOf(events[0] as TimelineEvent) < soonMs &&
      !preparing.test(before) &&
      recovery(before) === 0;
    // Nothing is told to fail: what the notice follows is what went wrong.
    if (alone) suggest(events[(onset = 0)], 'impactStarted', 'position');
    else if (onset >= 0 && onset !== noticedAt) suggest(events[onset], 'impactStarted', fails ? 'wording' : 'position');
    else if (fails && !noticing.test(words.slice(0, 60))) suggest(events[onset], 'impactStarted', 'wording');
  }
  // What is told of the very minute of the onset is a part of it, where a later entry tells who noticed.
  const sameMinute = (index: number) =>
    onset >= 0 && index !== onset && msOf(events[index] as TimelineEvent) === msOf(events[onset] as TimelineEvent);
  if (!taken.has('detected') && noticedAt >= 0 && noticedAt >= onset) {
    const later = sameMinute(noticedAt)
      ? told.findIndex((text, index) => index > noticedAt && !sameMinute(index) && notices(text))
      : -1;
    suggest(events[later >= 0 && (ended < 0 || later < ended) ? later : noticedAt], 'detected', 'wording');
  }
  if (!taken.has('mitigated') && !taken.has('resolved') && ended < 0) {
    const last = (least: number) =>
      told.findLastIndex((text, index) => index > Math.max(onset, 0) && recovery(text) >= least);
    const sure = last(2);
    const end = events[sure >= 0 ? sure : last(1)];
    // Closed with the words that it works again, and nothing before says so: it ended then.
    if (end?.milestone === 'closed')
      Object.assign(end, { milestone: 'resolved', inferred: true, inferredFrom: 'wording' });
    else suggest(end, 'mitigated', 'wording');
  }
  for (const [milestone, pattern] of handling) {
    const found = taken.has(milestone)
      ? -1
      : events.findIndex(
          (event, index) => event.milestone === undefined && pattern.test(told[index]?.slice(0, 400) ?? ''),
        );
    suggest(events[found], milestone, 'wording');
  }
  noticedBeforeTaken(events);
  if (!taken.has('rootCauseIdentified')) {
    const found = events.findIndex(
      (event, index) =>
        index > Math.max(onset, 0) &&
        event.milestone === undefined &&
        /root cause/i.test(event.text ?? '') &&
        cause.test(wordsOf(event.text ?? '')),
    );
    suggest(events[found], 'rootCauseIdentified', 'wording');
  }
  startOfStatusPage(events);
}

/** A status page opens with `Investigating` and tells no start: its first post is when the incident was noticed at the latest. */
function startOfStatusPage(events: TimelineEvent[]): void {
  const [first] = events;
  const ends = events.some(({ milestone }) => milestone === 'resolved' || milestone === 'mitigated');
  const starts = events.some(({ milestone }) => milestone === 'impactStarted' || milestone === 'detected');
  if (first?.milestone !== 'investigationStarted' || !ends || starts) return;
  Object.assign(first, { milestone: 'detected', inferred: true, inferredFrom: 'position' });
}

/** Where nobody is said to notice: what stands between the onset and the one who takes it up, alone, is what told them. */
function noticedBeforeTaken(events: TimelineEvent[]): void {
  const at = (name: Milestone) => events.findIndex(({ milestone }) => milestone === name);
  const [onset, acknowledged] = [at('impactStarted'), at('acknowledged')];
  if (at('detected') < 0 && onset >= 0 && acknowledged === onset + 2)
    suggest(events[onset + 1], 'detected', 'position');
}
