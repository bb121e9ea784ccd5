import type { Ignored } from '../ignored.ts';
import type { SourceEvent } from '../source.ts';
import { messageEvent, type PlainMessage } from './message.ts';

/** At most this many messages of one export go on the timeline; the rest stay in the evidence and are counted. */
const eventLimit = 200;
/** So many are held before the weakest are dropped: an export of years is never held whole. */
const mostHeld = 4000;

type Held = { one: PlainMessage; order: number };
type Left = Ignored & { order: number };

/** Statements of a milestone first, then other statements, then questions and plans. */
const weight = ({ found }: PlainMessage) => (found?.sure ? (found.wording.milestone ? 0 : 1) : 2);
const byWeight = (a: Held, b: Held) =>
  weight(a.one) - weight(b.one) || a.one.epochMs - b.one.epochMs || a.order - b.order;

/** Counts what is left out for one reason, and keeps where the first of it stands. */
function counter(what: string, why: string): { add(held: Held): void; list(): Left[] } {
  let left: Left | undefined;
  return {
    add({ one, order }) {
      const isFirst = left === undefined || order < left.order;
      const [where, first] = isFirst ? [one.evidence, order] : [left?.where ?? '', left?.order ?? 0];
      left = { what, why, where, count: (left?.count ?? 0) + 1, order: first };
    },
    list: () => (left === undefined ? [] : [left]),
  };
}

/**
 * Chooses the messages that go on the timeline, told one after the other, and holds no more than it needs. `answered` are the times
 * of messages that others answer. `done` gives the events in the order in which they came, and what was left out.
 */
export function startTelling(answered: ReadonlySet<string>): {
  add(one: PlainMessage): void;
  done(): { events: SourceEvent[]; ignored: Ignored[] };
} {
  const parents = new Map<string, PlainMessage>();
  const silent = counter('a message', 'its words say nothing about the incident; it stays in the evidence');
  const many = counter('a message about the incident', `the timeline takes ${eventLimit} messages of one export`);
  let held: Held[] = [];
  let order = 0;
  const prune = () => {
    const ranked = held.toSorted(byWeight);
    held = ranked.slice(0, eventLimit);
    for (const weak of ranked.slice(eventLimit)) many.add(weak);
  };
  return {
    add(one) {
      const { ts } = one.message;
      if (answered.has(ts) && !parents.has(ts)) parents.set(ts, one);
      order += 1;
      if (one.found === undefined) return silent.add({ one, order });
      held.push({ one, order });
      if (held.length > mostHeld) prune();
    },
    done() {
      prune();
      const events = held
        .toSorted((a, b) => a.order - b.order)
        .map(({ one }) => {
          const { thread_ts, ts } = one.message;
          return messageEvent(one, thread_ts && thread_ts !== ts ? parents.get(thread_ts) : undefined);
        });
      const left = [...silent.list(), ...many.list()].toSorted((a, b) => a.order - b.order);
      return { events, ignored: left.map(({ what, why, where, count }) => ({ what, why, where, count })) };
    },
  };
}
