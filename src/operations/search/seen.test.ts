import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import type { StoredContext } from '../stored-operation.ts';
import { hiddenNumbers } from './seen.ts';

const server = await testServer();
const [admin, ann, ben] = [
  await server.person('admin'),
  await server.person('editor', 'Ann'),
  await server.person('editor', 'Ben'),
];

const make = async (title: string, visibility: string) => {
  const { json } = await ann.call('POST', '/incidents', { title, visibility });
  return json as unknown as { id: string; number: number };
};
const show = async (id: string, visibility: string, members: (typeof ann)[] = []) => {
  const body = { visibility, ...(visibility === 'restricted' ? { members: members.map((one) => one.personId) } : {}) };
  assert.equal((await admin.call('PUT', `/incidents/${id}/visibility`, body)).status, 200);
};
const hiddenFrom = async ({ personId }: typeof ann) => {
  const actor = { kind: 'person' as const, id: personId, name: '', role: 'editor' as const };
  return [...(await hiddenNumbers({ ...server.around, actor } as unknown as StoredContext))];
};

test('what is hidden from somebody is so from the moment of the change, however often it was asked before', async () => {
  const [fraud, outage] = [await make('Fraud', 'restricted'), await make('Outage', 'internal')];
  assert.deepEqual([await hiddenFrom(ann), await hiddenFrom(ben)], [[], [fraud.number]]);
  await show(fraud.id, 'restricted', [ann, ben]);
  assert.deepEqual([await hiddenFrom(ann), await hiddenFrom(ben)], [[], []]);
  await show(fraud.id, 'restricted', [ben]);
  assert.deepEqual([await hiddenFrom(ann), await hiddenFrom(ben)], [[fraud.number], []]);
  await show(outage.id, 'restricted');
  assert.deepEqual([await hiddenFrom(ann), await hiddenFrom(ben)], [[fraud.number, outage.number], [outage.number]]);
  await show(fraud.id, 'internal');
  await show(outage.id, 'internal');
  assert.deepEqual([await hiddenFrom(ann), await hiddenFrom(ben)], [[], []]);
});

test('law: what is kept of it is what is asked for anew, after any changes', async () => {
  const made = await Promise.all([1, 2, 3, 4].map((number) => make(`Of ${number}`, 'internal')));
  for (let round = 0; round < 24; round += 1) {
    const { id } = made[(round * 7) % made.length] ?? { id: '' };
    const members = [ann, ben].filter((_, index) => (round >> index) % 2 === 1);
    await show(id, round % 3 === 0 ? 'internal' : 'restricted', members);
    for (const who of [ann, ben]) {
      const { rows: asked } = await server.around.database.query<{ number: number }>({
        text: `select number::int from incident_head h where not open and not exists (
          select from incident_member m where m.incident_id = h.incident_id and m.person_id = $1::uuid) order by 1`,
        values: [who.personId],
      });
      const kept = (await hiddenFrom(who)).toSorted((left, right) => left - right);
      assert.deepEqual(
        kept,
        asked.map(({ number }) => number),
      );
    }
  }
});
