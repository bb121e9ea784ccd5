import { setTimeout as sleep } from 'node:timers/promises';
import { takeChanged } from '../../src/operations/insight/take-changed.ts';
import { planReviews } from '../../src/operations/review/plan-changed.ts';
import { workingDays } from '../../src/operations/review/working-day.ts';
import { indexChanged } from '../../src/operations/search/index-changed.ts';
import type { TestServer } from './server.ts';

/** Does what jobs do with what changed: waits until all of it is numbered, found by its words, its reviews are planned and its figures taken. */
export async function planAll({ around }: TestServer): Promise<void> {
  const { database } = around;
  const waiting = { text: 'select exists (select from entry where seq is null) as more', values: [] };
  while ((await database.query<{ more: boolean }>(waiting)).rows[0]?.more === true) await sleep(5);
  while (await indexChanged(database));
  const planning = { templates: await around.templates(), ...(await workingDays(around)) };
  while (await planReviews(database, planning));
  while (await takeChanged(database, { templates: planning.templates, now: around.now() }));
}
