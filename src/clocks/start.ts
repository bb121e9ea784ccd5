import { findMilestones, type Milestones, momentWindow } from '../figures/index.ts';
import type { Milestone } from '../record/milestone.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { ClockMark } from './mark.ts';
import type { From } from './rule.ts';

/** What started a clock: an event of the timeline, a person's word, or another clock that was done. */
export type Start = {
  by: 'milestone' | 'event' | 'person' | 'clock' | 'header';
  at: string;
  /** The milestone, the event's name, or the clock. */
  name: string;
  /** Of the record: `timeline[3]`. */
  path?: string;
  /** What the event says, or why the person says so. */
  text?: string;
};

/** What is known of a beginning. A suggestion starts nothing: somebody confirms it. */
export type Beginning = { start?: Start; suggested?: Start };

/** The milestones of a timeline: confirmed ones, and all with those that were guessed. */
export type Known = { confirmed: Milestones; all: Milestones };

/** Finds both at once for all clocks of an incident. The places are those of the whole timeline. */
export function knownOf(record: PostmortemRecord): Known {
  const timeline = record.timeline ?? [];
  const confirmed = timeline.map((event): TimelineEvent => {
    if (event.inferred !== true) return event;
    const { milestone: _, ...rest } = event;
    return rest;
  });
  return { confirmed: findMilestones(confirmed), all: findMilestones(timeline) };
}

// The earliest instant that a vague time may mean: nobody is late because a day was taken for its evening.
const isoOf = (ms: number): string => new Date(ms).toISOString();

function milestoneStart(record: PostmortemRecord, found: Milestones, name: Milestone): Start | undefined {
  const chosen = found.get(name)?.chosen;
  const window = chosen === undefined ? undefined : momentWindow(chosen.moment);
  if (chosen === undefined || window === undefined) return undefined;
  const index = Number(/\d+/.exec(chosen.path)?.[0]);
  const text = record.timeline?.[index]?.text;
  return {
    by: 'milestone',
    at: isoOf(window.lowMs),
    name,
    path: chosen.path,
    ...(text === undefined ? {} : { text: text.slice(0, 300) }),
  };
}

const meant: { [from: string]: readonly Milestone[] } = { aware: ['detected', 'declared'] };

function fromMilestones(record: PostmortemRecord, known: Known, from: string): Beginning {
  const names = meant[from] ?? [from as Milestone];
  for (const name of names) {
    const start = milestoneStart(record, known.confirmed, name);
    if (start !== undefined) return { start };
  }
  const header = record.incident?.start;
  const window = from === 'aware' && header !== undefined ? momentWindow(header) : undefined;
  for (const name of names) {
    const suggested = milestoneStart(record, known.all, name);
    if (suggested !== undefined) return { suggested };
  }
  // The stated beginning of the incident: nobody was aware before it, so it is the most careful guess.
  return window === undefined
    ? {}
    : { suggested: { by: 'header', at: isoOf(window.lowMs), name: 'incident.start', path: 'incident.start' } };
}

function fromWords({ timeline = [] }: PostmortemRecord, event: string, words: readonly string[]): Beginning {
  const wanted = words.map((word) => word.toLowerCase());
  const found = timeline.flatMap(({ text = '', ...moment }, index) => {
    const lower = text.toLowerCase();
    const window = wanted.some((word) => lower.includes(word)) ? momentWindow(moment) : undefined;
    return window === undefined ? [] : [{ ms: window.lowMs, index, text }];
  });
  const [first] = found.toSorted((a, b) => a.ms - b.ms);
  if (first === undefined) return {};
  const { ms, index, text } = first;
  return {
    suggested: { by: 'event', at: isoOf(ms), name: event, path: `timeline[${index}]`, text: text.slice(0, 300) },
  };
}

type Asked = { record: PostmortemRecord; known: Known; marks: ReadonlyMap<string, ClockMark> };

/** From when a clock counts. What a person said goes before what the timeline says. */
export function beginningOf(from: From, said: { at: string; reason: string } | undefined, asked: Asked): Beginning {
  const name = typeof from === 'string' ? from : 'done' in from ? from.done : from.event;
  if (said !== undefined) return { start: { by: 'person', at: said.at, name, text: said.reason } };
  if (typeof from === 'string') return fromMilestones(asked.record, asked.known, from);
  if ('event' in from) return fromWords(asked.record, from.event, from.words);
  const done = asked.marks.get(from.done)?.done;
  return done === undefined ? {} : { start: { by: 'clock', at: done.at, name, text: done.proof } };
}
