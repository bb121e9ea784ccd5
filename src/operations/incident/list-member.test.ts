import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';

const server = await testServer();
const [admin, ann, ben] = [
  await server.person('admin'),
  await server.person('editor', 'Ann'),
  await server.person('editor', 'Ben'),
];
const { database } = server.around;

type Made = { key: string; title: string; status: string; members: string[] | 'all' };
const statuses = ['draft', 'inReview', 'approved', 'archived'];

/** Incidents of all statuses, a half of them restricted: to Ann, to Ben, to both, to nobody. */
async function make(index: number): Promise<Made> {
  const title = `${String.fromCodePoint(97 + ((index * 7) % 26))} of ${index}`;
  const { json } = await admin.call('POST', '/incidents', { title });
  const { id, key } = json as unknown as { id: string; key: string };
  const members = [ann, ben].filter((_, bit) => (index >> bit) % 2 === 1).map(({ personId }) => personId);
  const isRestricted = index % 8 > 3;
  if (isRestricted) await admin.call('PUT', `/incidents/${id}/visibility`, { visibility: 'restricted', members });
  // Also after the members were named.
  const status = statuses[index % statuses.length] ?? 'draft';
  await database.query({ text: 'update incident set status = $2 where id = $1', values: [id, status] });
  return { key, title, status, members: isRestricted ? members : 'all' };
}
const made: Made[] = [];
for (let index = 0; index < 40; index += 1) made.push(await make(index));

async function keysOf(who: Caller, query: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const { json, status, text } = await who.call('GET', `/incidents?limit=3&${query}${cursor}`);
    assert.equal(status, 200, text);
    found.push(...(json['items'] as unknown as { key: string }[]).map(({ key }) => key));
    if (json['next'] === undefined) return found;
    cursor = `&cursor=${json['next']}`;
  }
}

for (const [name, who] of [
  ['Ann', ann],
  ['Ben', ben],
] as const)
  for (const sort of ['created', 'number', 'title'])
    for (const status of [undefined, ...statuses])
      test(`${name} sees by ${sort} each incident that everybody sees or that names ${name}, ${status ?? 'of any status'}, once`, async () => {
        const seen = made.filter(
          (one) =>
            (one.members === 'all' || one.members.includes(who.personId)) && (status ?? one.status) === one.status,
        );
        const ordered = sort === 'title' ? seen.toSorted((a, b) => (a.title < b.title ? -1 : 1)) : seen;
        const keys = ordered.map(({ key }) => key);
        const filter = status === undefined ? '' : `&status=${status}`;
        assert.deepEqual(await keysOf(who, `sort=${sort}&order=asc${filter}`), keys);
        assert.deepEqual(await keysOf(who, `sort=${sort}&order=desc${filter}`), keys.toReversed());
      });
