import { momentWindow } from '../../figures/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Part } from '../part/assemble.ts';
import { positionsFor } from '../part/positions.ts';

const msOf = (value: unknown): number | undefined => momentWindow(value as TimelineEvent)?.lowMs;

/**
 * Where new events stand in a timeline: each behind the last that is not later. Pure.
 * @returns their positions by id, and those of the others that have to move for them
 */
export function placeEvents(kept: readonly Part[], added: readonly Pick<Part, 'id' | 'value'>[]): Map<string, number> {
  const order: Pick<Part, 'id' | 'value'>[] = kept.toSorted(
    (a, b) => a.position - b.position || (a.id < b.id ? -1 : 1),
  );
  const byTime = added.toSorted((a, b) => (msOf(a.value) ?? 0) - (msOf(b.value) ?? 0));
  for (const event of byTime) {
    const ms = msOf(event.value) ?? 0;
    const behind = order.findLastIndex(({ value }) => (msOf(value) ?? Number.POSITIVE_INFINITY) <= ms);
    order.splice(behind + 1, 0, event);
  }
  return positionsFor(order, kept);
}
