import { isDeepStrictEqual } from 'node:util';
import type { TimelineEvent } from '../../record/timeline.ts';
import { valueAt, withField } from '../../record/value-at.ts';
import type { Change } from '../../store/commit.ts';
import type { Part } from '../part/assemble.ts';
import { positionOf } from '../part/entry-operations.ts';
import { insertParts, removePart, replacePart } from '../part/statements.ts';
import type { SignalEntry } from './entries-of.ts';

/** What is done to a timeline so that it shows its signals. */
export type TimelineChanges = { changes: Change[]; added: string[]; changed: string[]; removed: string[] };

const isTouched = ({ touched }: Part): boolean => Object.keys(touched).length > 0;

/** The entry as the signals make it now, but for what somebody set by hand. */
function keptByHand(entry: TimelineEvent, part: Part): unknown {
  let value: unknown = entry;
  for (const path of Object.keys(part.touched))
    value = withField(value, path.split('.').filter(Boolean), valueAt(part.value, path));
  return value;
}

/** An entry without a milestone that another entry of the timeline is already. */
function withoutReached(entry: TimelineEvent, reached: ReadonlySet<unknown>): TimelineEvent {
  if (entry.milestone === undefined || !reached.has(entry.milestone)) return entry;
  const { milestone: _, inferred: _inferred, inferredFrom: _from, ...plain } = entry;
  return plain;
}

/**
 * The changes that make a timeline show its signals and nothing of those that left. What a person changed in such an entry stays;
 * one that a person took out does not come back. Pure.
 */
export function timelineChanges(
  incidentId: string,
  timeline: readonly Part[],
  wanted: readonly SignalEntry[],
  left: ReadonlySet<string>,
): TimelineChanges {
  const result: TimelineChanges = { changes: [], added: [], changed: [], removed: [] };
  const parts = new Map(timeline.map((part) => [part.id, part]));
  const ids = new Set(wanted.map(({ id }) => id));
  const others = timeline.filter(({ id }) => !ids.has(id) && !left.has(id));
  const reached = new Set(others.map(({ value }) => (value as TimelineEvent).milestone));
  const inserted: Part[] = [];
  for (const { id, epochMs, entry, signals } of wanted) {
    const part = parts.get(id);
    const plain = withoutReached(entry, reached);
    if (part === undefined) {
      if (signals.some(({ entryId }) => entryId === id)) continue;
      const position = positionOf({ now: new Date(epochMs).toISOString() });
      inserted.push({ key: 'timeline', id, position, value: plain, touched: {}, version: 1 });
      result.added.push(id);
      continue;
    }
    const value = keptByHand(plain, part);
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(value)), part.value)) continue;
    result.changes.push(replacePart(incidentId, { ...part, value, version: part.version + 1 }, part.version));
    result.changed.push(id);
  }
  for (const id of left) {
    const part = parts.get(id);
    if (part === undefined || ids.has(id) || isTouched(part)) continue;
    result.changes.push(removePart(incidentId, part));
    result.removed.push(id);
  }
  if (inserted.length > 0) result.changes.push(insertParts(incidentId, inserted));
  return result;
}
