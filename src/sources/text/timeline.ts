import { noFacts, type SourceFacts } from '../facts.ts';
import type { ignoredList } from '../ignored.ts';
import { splitText } from '../keep.ts';
import { classify } from '../slack/classify.ts';
import { messageFacts } from '../slack/message-facts.ts';
import type { SourceEvent, SourceReading } from '../source.ts';
import type { Resolved } from '../times/resolve.ts';
import type { TextMessage } from './message.ts';

/** At most this many different lines of one text go on the timeline; the rest stay in the evidence and are counted. */
const mostShapes = 200;
/** So many are held before the weakest are dropped: a log of millions of lines is never held whole. */
const mostHeld = 4000;
/** Equal lines that are events of their own; those after them are counted on the last. */
const mostEqual = 100;
/** Facts of one kind with one value that are kept. */
const mostFacts = 10;

/** A line, row or message at its instant; its texts are kept ones. `milestone` and `id` where the evidence states them. */
export type TimelineItem = Resolved & {
  at: string;
  message: TextMessage;
  milestone?: NonNullable<SourceEvent['milestone']>;
  id?: string;
};
type Classified = TimelineItem & { found: ReturnType<typeof classify>; order: number; more: number; lastMs: number };
type Shape = { rank: number; order: number; items: Classified[] };

/** Milestones first, then what is about the incident, then errors, then the rest. */
function rankOf({ milestone, found, message }: Classified): number {
  if (milestone || (found?.sure && found.wording.milestone)) return -2;
  return found ? -1 : message.rank;
}

/** Notes a fact unless enough of its kind say the same. */
function noting(
  facts: SourceFacts,
): (kind: 'services' | 'systems' | 'people', value: string | undefined, item: TimelineItem) => void {
  const times = new Map<string, number>();
  return (kind, value, { at: evidence, epochMs }) => {
    const key = `${kind} ${value}`;
    const known = times.get(key) ?? 0;
    if (value === undefined || known >= mostFacts) return;
    times.set(key, known + 1);
    facts[kind].push({ value, evidence, epochMs });
  };
}

/** Collects items and gives their reading: all when they are few, else milestones, then errors, then the rest, earliest first. */
export function startTimeline(
  source: string,
  file: string,
  ignored: ReturnType<typeof ignoredList>,
): {
  add(item: TimelineItem, more?: { service?: string }): void;
  isEmpty(): boolean;
  done(masked: number): SourceReading;
} {
  const facts = noFacts();
  const note = noting(facts);
  let shapes = new Map<string, Shape>();
  let count = 0;
  const prune = () => {
    const ranked = [...shapes].toSorted(([, a], [, b]) => a.rank - b.rank || a.order - b.order);
    for (const [, { items }] of ranked.slice(mostShapes))
      for (const { at, more } of items)
        ignored.add('a line with a time', `the timeline takes ${mostShapes} different lines of one text`, at, 1 + more);
    shapes = new Map(ranked.slice(0, mostShapes));
  };
  const hold = (item: Classified) => {
    const key = item.message.fold ?? item.at;
    const shape = shapes.get(key) ?? { rank: 9, order: item.order, items: [] };
    shapes.set(key, shape);
    shape.rank = Math.min(shape.rank, rankOf(item));
    const last = shape.items[mostEqual - 1];
    if (!last) shape.items.push(item);
    else {
      last.more += 1;
      last.lastMs = Math.max(last.lastMs, item.epochMs);
    }
    if (shapes.size > mostHeld) prune();
  };
  return {
    add(item, { service } = {}) {
      const { message, at } = item;
      count += 1;
      note('services', service, item);
      note('systems', message.host, item);
      if (!message.isLog) {
        if (facts.communications.length < 1000) messageFacts(message.text, at, item.epochMs, facts);
        note('people', message.actor, item);
      }
      if (message.text.trim() === '') return ignored.add('a line with a time', 'nothing stands beside it', at);
      const found = message.isLog ? undefined : classify(message.text);
      hold({ ...item, found, order: count, more: 0, lastMs: item.epochMs });
    },
    isEmpty: () => count === 0,
    done(masked) {
      prune();
      const items = [...shapes.values()].flatMap((shape) => shape.items).toSorted((a, b) => a.order - b.order);
      const events = items.map((item) => eventOf(source, item));
      return { source, file, events, conditions: [], facts, ignored: ignored.list(), masked };
    },
  };
}

function eventOf(source: string, item: Classified): SourceEvent {
  const { message, found, epochMs, assumed, at, milestone, id, more, lastMs } = item;
  const { text, notes } = splitText(message.more === '' ? message.text : `${message.text}\n${message.more}`);
  const { actor = '' } = message;
  const sure = found?.sure ? found.wording : undefined;
  const command = /`([^`\n]{3,300})`/.exec(message.text)?.[1];
  const suggested =
    sure?.milestone && !milestone ? { milestone: sure.milestone, inferredFrom: 'wording' as const } : {};
  return {
    key:
      id === undefined
        ? `${source}:${epochMs}:${actor}:${text.slice(0, 200)}`
        : `${source}:id:${id.slice(0, 200)}:${epochMs}`,
    epochMs,
    text,
    ...(notes === undefined ? {} : { notes }),
    ...(actor === '' ? {} : { actor }),
    ...(message.isLog || actor === '' ? {} : { quoted: true as const }),
    ...(sure?.phase ? { phase: sure.phase } : {}),
    ...(milestone ? { milestone } : suggested),
    ...(sure?.step ? { step: command === undefined ? {} : { command } } : {}),
    ...(assumed.length > 0 ? { assumed } : {}),
    ...(message.fold === undefined ? {} : { fold: `${source}:${message.fold}` }),
    ...(more > 0 ? { count: 1 + more, lastMs } : {}),
    evidence: at,
  };
}
