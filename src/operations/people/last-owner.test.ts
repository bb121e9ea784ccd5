import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();

test('the last owner is neither disabled nor given another role', async () => {
  const owner = await server.person('owner');
  const path = `/people/${owner.personId}`;
  assert.equal((await owner.call('POST', `${path}/disable`)).json['code'], 'people.last-owner');
  assert.equal((await owner.call('PATCH', path, { role: 'admin', seen: 1 })).json['code'], 'people.last-owner');
  assert.equal((await owner.call('PATCH', path, { name: 'Still owner', seen: 1 })).status, 200);
});

test('of two owners who step down at the same moment one stays', async () => {
  const { database } = server.around;
  for (let round = 0; round < 10; round += 1) {
    await database.query({ text: "update person set role = 'viewer'", values: [] });
    const [one, two] = [await server.person('owner'), await server.person('owner')];
    const answers = await Promise.all([
      one.call('PATCH', `/people/${one.personId}`, { role: 'viewer', seen: 1 }),
      two.call('POST', `/people/${two.personId}/disable`),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
    const { rows } = await database.query({
      text: "select 1 from person where role = 'owner' and disabled_at is null",
      values: [],
    });
    assert.equal(rows.length, 1);
  }
});
