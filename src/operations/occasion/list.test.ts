import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobContext } from '../../../test/follow/job-context.ts';
import { somebody } from '../../../test/follow/world.ts';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';
import type { OccasionPage } from './list.ts';
import { tick } from './tick.ts';

let now = '2028-01-03T07:00:00.000Z';
const { around } = await testServer({ now: () => now });
const numbered = indexing(around.database);
const [ann, bob] = [await somebody(around, 'owner', 'Ann Lead'), await somebody(around, 'viewer', 'Bob Stone')];

async function tickAt(at: string): Promise<void> {
  now = at;
  await numbered();
  await tick(jobContext(around));
}

const make = (id: string, due: string, visibility: string) =>
  ann.does<{ key: string }>('incident.create', {
    template: 'trading-desk',
    visibility,
    record: { actions: [{ id, text: 'Alert on the backlog', owner: '@ann-lead', due }] },
  });
const listed = async (who: typeof ann, input: object) => {
  const { items, next } = await who.does<OccasionPage>('occasion.list', input);
  return { shown: items.map(({ label, step }) => `${label.slice(0, 6)} ${step}`), items, next };
};

const { key } = await make('AI-001', '2028-01-07', 'internal');
await make('AI-002', '2028-01-11', 'restricted');
await tickAt('2028-01-07T10:00:00.000Z');

test('what is to come is listed by its moment, what was said by when, page by page', async () => {
  const first = await listed(ann, { limit: 3 });
  assert.deepEqual(first.shown, ['AI-001 +1bd', 'AI-002 -0d', 'AI-002 +1bd']);
  const second = await listed(ann, { limit: 3, cursor: first.next });
  assert.deepEqual(second.shown.length, 3);
  assert.ok((second.items[0]?.at ?? '') >= (first.items[2]?.at ?? '~'));
  const { items } = await listed(ann, { state: 'fired', incident: key });
  assert.deepEqual(
    items.map(({ step, said, told }) => [step, said, ...told]),
    [
      ['-3bd', false, '@ann-lead'],
      ['-0d', true, 'Ann Lead'],
    ],
  );
});

test('who does not see an incident sees nothing of what is said about it', async () => {
  const { shown } = await listed(bob, { limit: 50 });
  assert.ok(shown.length > 0 && shown.every((one) => one.startsWith('AI-001')));
});

test('a cursor of another list is refused', async () => {
  await assert.rejects(listed(ann, { cursor: 'bm9uZQ' }), { code: 'page.cursor' });
});
