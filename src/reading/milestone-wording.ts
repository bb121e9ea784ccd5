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
  !/\ball[ -]clear\b|\bstatus ?page: /.test(text) &&
  !/\b(?:no alerts?|alerts? (?:did not|didn.t)|cleared|last (?:good |known )?(?:message|report|mail))/.test(text);

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
const soonMs = 2 * 3_600_000;

/** `matched again at 8:16 pm`: the time behind the words that tell. */
const closingTime =
  /,? (?:at|by|from|around|about|until|since) \d\d?[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: [a-z]{2,4})?\W{0,2}$/;

const releaser = /deploy|release|rollout|jenkins|argo/i;
const watcher = /alert|pager|monitor|nagios|icinga|zabbix|prometheus|grafana|datadog|sentry|opsgenie|uptime/i;

/** `alertbot: EmptyFeedRatio > 0.02`: who says it tells that it is an alert, or a change. One that says that all is well is none. */
function watcherOf({ actor = '', text = '' }: TimelineEvent): string {
  return (watcher.test(actor) || releaser.test(actor)) && !over.test(text) ? `${actor}: ` : '';
}

const over = /resolved|\bok\b|recover|cleared|green|healthy/i;

/** `02:16 : page`: the time before the words. */
const openingTime = /^\W{0,3}\d\d?[:.]\d\d(?: ?[ap]\.?m\b\.?)?\s?[:–—-]?\s/;

/** The events with a time of day, in order of it. */
function byTime(timeline: TimelineEvent[]): TimelineEvent[] {
  const told = timeline.filter(hasTime);
  const instants = told.filter(({ precision }) => precision === 'instant');
  // A window is not one of its ends, where entries tell these.
  const timed = (instants.length > 2 ? instants : told).map((event) => ({ event, ms: msOf(event) }));
  return timed.toSorted((a, b) => a.ms - b.ms).map(({ event }) => event);
}

const hasTime = (event: TimelineEvent): boolean => event.at !== undefined && event.at.length > 10;

/** Where somebody or a monitor notices; not before a start and not after an end that are known. */
function noticeIn(events: TimelineEvent[], told: string[], stated: number, ended: number): number {
  const named = events.findIndex((event) => event.milestone === 'detected');
  if (named >= 0) return named;
  return told.findIndex(
    (text, index) =>
      index >= Math.max(0, stated) &&
      // Whoever is told of it when it is over did not notice it.
      (ended <= stated || index < ended) &&
      notices(text) &&
      // An onset that is known may speak of calls and reports that fail: its notice is another entry.
      !(index === stated && (failing.test(text) || !noticing.test(text)) && !noticing.test(text.slice(0, 40))),
  );
}

/** `T+0`: the moment that a document counts from. */
const timeZero = /^\W{0,3}T\s?(?:[+±]?\s?0{1,2}(?::00)?)?(?:\s?m(?:in)?)?\W{0,3}$/;

/** Suggests the start of the impact: what is told to fail, else what was changed, else what the notice follows. -1 without one. */
function suggestOnset(events: TimelineEvent[], told: string[], noticedAt: number, ended: number): number {
  const zero = events.findIndex(({ written = '' }) => timeZero.test(written));
  if (zero >= 0 && (noticedAt < 0 || zero < noticedAt)) {
    suggest(events[zero], 'impactStarted', 'position');
    return zero;
  }
  // The first entry may speak of what comes back, from a restart, and fails.
  const mayRecover = (pattern: RegExp, index: number) => (index === 0 && pattern === failing ? 1 : 0);
  const opens = (pattern: RegExp) => (text: string, index: number) =>
    (noticedAt < 0 || index <= noticedAt) &&
    (ended < 0 || index <= ended) &&
    pattern.test(text) &&
    !preparing.test(text) &&
    recovery(text) <= mayRecover(pattern, index);
  const gapMs = (index: number) =>
    noticedAt < 0 ? 0 : msOf(events[noticedAt] as TimelineEvent) - msOf(events[index] as TimelineEvent);
  // What fails goes before what was changed; where both are, the change is the cause.
  const broken = told.findIndex(opens(failing));
  const changed = told.findIndex(opens(changing));
  const next = broken + 1;
  // A change that is told to break something, and the next entry shows it: there it begins.
  const shown =
    broken >= 0 &&
    broken === changed &&
    next !== noticedAt &&
    next < told.length &&
    opens(failing)(told[next] ?? '', next) &&
    !changing.test(told[next] ?? '');
  const onset = shown
    ? next
    : broken >= 0 && (changed < 0 || noticedAt < 0 || broken < noticedAt || broken === changed)
      ? broken
      : changed;
  const words = told[onset] ?? '';
  const fails = failing.test(words);
  const before = told[0] ?? '';
  const alone =
    noticedAt === 1 &&
    (onset < 0 || (onset === 1 && noticing.test((told[1] ?? '').slice(0, 60)))) &&
    gapMs(0) < soonMs &&
    !preparing.test(before) &&
    recovery(before) === 0;
  if (alone) {
    suggest(events[0], 'impactStarted', 'position');
    return 0;
  }
  if (onset < 0) return onset;
  if (onset !== noticedAt) {
    // A change hours before the notice is a cause at most: when it began to hurt is not told.
    if (!fails && gapMs(onset) > soonMs) return -1;
    suggest(events[onset], 'impactStarted', fails ? 'wording' : 'position');
  } else if (fails && !noticing.test(words.slice(0, 60))) suggest(events[onset], 'impactStarted', 'wording');
  return onset;
}

/** Suggests the notice; one told of the very minute of the onset is a part of it, where a later entry tells who noticed. */
function suggestNotice(events: TimelineEvent[], told: string[], onset: number, noticedAt: number, ended: number): void {
  if (noticedAt < onset) return;
  const sameMinute = (index: number) =>
    onset >= 0 && index !== onset && msOf(events[index] as TimelineEvent) === msOf(events[onset] as TimelineEvent);
  // `The app cannot write` speaks of nobody.
  const isOnset = events[noticedAt]?.milestone === 'impactStarted' && !noticing.test(told[noticedAt] ?? '');
  const later =
    isOnset || sameMinute(noticedAt)
      ? told.findIndex((text, index) => index > noticedAt && !sameMinute(index) && notices(text))
      : -1;
  suggest(events[later >= 0 && (ended < 0 || later < ended) ? later : noticedAt], 'detected', 'wording');
}

/** The last text from `first` on that says that it is over, else the last that may; -1 without one. */
function lastRecovery(told: string[], first: number): number {
  let vague = -1;
  for (let index = told.length - 1; index >= first; index -= 1) {
    const text = told[index] ?? '';
    // Once one is found that may, only one that says so goes before it.
    const sure = recovering.test(text) && !unfinished.test(text);
    if (sure) return index;
    if (vague < 0 && recovery(text) > 0) vague = index;
  }
  return vague;
}

/** Suggests the end of the impact: the last entry after the onset that says that it is over, else one that may say so. */
function suggestEnd(events: TimelineEvent[], told: string[], onset: number): void {
  const end = events[lastRecovery(told, Math.max(onset, 0) + 1)];
  // Closed with the words that it works again, and nothing before says so: it ended then.
  if (end?.milestone === 'closed')
    Object.assign(end, { milestone: 'resolved', inferred: true, inferredFrom: 'wording' });
  else suggest(end, 'mitigated', 'wording');
}

/**
 * Suggests milestones from keywords, for those the document does not state itself. Wording is no proof, so every one is
 * marked `inferred`.
 */
export function suggestByWording(timeline: TimelineEvent[]): void {
  const taken = new Set(timeline.flatMap(({ milestone }) => milestone ?? []));
  const events = byTime(timeline);
  if (events.length < 2) return;
  const told = events.map((event) =>
    wordsOf(`${watcherOf(event)}${(event.text ?? '').slice(0, 700)}`)
      .replace(closingTime, '')
      .replace(openingTime, ''),
  );
  const stated = events.findIndex((event) => event.milestone === 'impactStarted');
  const ended = events.findLastIndex((event) => event.milestone === 'mitigated' || event.milestone === 'resolved');
  const noticedAt = noticeIn(events, told, stated, ended);
  const onset = taken.has('impactStarted') ? stated : suggestOnset(events, told, noticedAt, ended);
  if (!taken.has('detected') && noticedAt >= 0) suggestNotice(events, told, onset, noticedAt, ended);
  if (!taken.has('mitigated') && !taken.has('resolved')) suggestEnd(events, told, onset);
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
