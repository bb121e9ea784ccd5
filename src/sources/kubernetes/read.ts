import { noFacts } from '../facts.ts';
import { ignoredList } from '../ignored.ts';
import { issueText } from '../issue.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { clusterEvent, eventTimes, objectOf } from './event.ts';
import { isAudit, isEvent, items, refuse } from './items.ts';
import { objectName, workloadName } from './object.ts';
import { recoveryReasons, tellingReasons } from './reasons.ts';
import { Event } from './schema.ts';

type Placed = { event: Event; at: string };

/** Reads cluster events. Throws SourceError `kubernetes.audit-log` or `kubernetes.no-events` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const found = items(file);
  if (!found.items.some(({ value }) => isEvent(value))) refuse(file, found.items);
  const ignored = ignoredList();
  const text = keeper();
  const events: Placed[] = [];
  for (const { value, at } of found.items) {
    const event = isEvent(value) ? Event.safeParse(value) : undefined;
    if (event?.success) events.push({ event: event.data, at });
    else if (event) ignored.add('an event', issueText(event.error), at);
    else if (value === undefined) ignored.add('a bookmark', 'it only says how far the watch has come', at);
    else ignored.add(isAudit(value) ? 'an audit log entry' : 'an object', 'it is no cluster event', at);
  }
  const warned = new Set(
    events.filter(({ event }) => event.type === 'Warning').map(({ event }) => objectName(objectOf(event))),
  );
  const reading: SourceReading = {
    source: 'kubernetes',
    file: file.name,
    events: [],
    conditions: [],
    facts: noFacts(),
    ignored: [],
    masked: 0,
  };
  for (const { event, at } of events) addEvent(event, at, warned, { reading, ignored, keep: text.keep });
  return { ...reading, ignored: [...found.ignored, ...ignored.list()], masked: text.masked() };
}

type Context = { reading: SourceReading; ignored: ReturnType<typeof ignoredList>; keep(text: string): string };

function addEvent(event: Event, at: string, warned: Set<string>, { reading, ignored, keep }: Context): void {
  const object = objectOf(event);
  const reason = event.reason ?? '';
  const times = eventTimes(event);
  if (event.type !== 'Warning' && event.type !== 'Normal') {
    const type = keep(event.type ?? '').slice(0, 40);
    ignored.add(`event type "${type}"`, 'only Warning and Normal are known; it was read as Warning', `${at}/type`);
  }
  if (event.type === 'Normal' && !matters(reason, warned.has(objectName(object)))) {
    ignored.add(
      `${keep(reason).slice(0, 60) || 'an event'} (Normal)`,
      'routine, on an object without a warning or without news',
      at,
    );
  } else if (!times) {
    ignored.add('an event', 'it has no time', at);
  } else {
    reading.events.push(clusterEvent(event, times, at, keep));
    if (event.type === 'Normal') return;
    const system = keep(workloadName(object));
    const fact = { value: system, evidence: at, epochMs: times.firstMs };
    reading.facts.systems.push(fact);
    reading.facts.titles.push({ ...fact, value: `${keep(reason) || 'Warning'} on ${system}`, from: 'symptom' });
  }
}

const matters = (reason: string, warned: boolean) =>
  tellingReasons.has(reason) || (warned && recoveryReasons.has(reason));
