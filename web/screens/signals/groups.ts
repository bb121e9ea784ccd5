import type { Signal } from '../../../src/operations/signal/list.ts';

/** Signals of one alert of one service, or of one service without an alert. */
export type Group = { key: string; service: string | null; condition: string | null; items: Signal[] };

/** Signals grouped by service and alert; the group of the newest comes first, and within it the newest. */
export function groupsOf(items: readonly Signal[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const { service, condition } = item;
    const key = JSON.stringify([service, condition?.name ?? null]);
    const group = groups.get(key) ?? { key, service, condition: condition?.name ?? null, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}
