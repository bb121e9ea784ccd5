import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { indexing } from '../../../test/server/indexing.ts';
import type { Matching } from './matching.ts';

const server = await testServer({ now: () => '2026-11-21T08:00:00Z' });
const [ann, eve] = [await server.person('owner', 'Ann'), await server.person('viewer', 'Eve')];

async function make(incident: object, actions: object[] = [], more = {}) {
  const body = { template: 'enterprise', record: { incident, actions, ...more } };
  const { json, text } = await ann.call('POST', '/incidents', body);
  assert.ok(json['key'], text);
  return String(json['key']);
}
const matching = async (key: string, who = ann) =>
  ((await who.call('GET', `/incidents/${key}/matching-actions`)).json as unknown as Matching).items;

const earlier = await make({ title: 'Orders slow', services: 'orders-db, checkout' }, [
  {
    id: 'AI-012',
    text: 'Raise the connection pool of orders-db and alert on its use',
    due: '2026-11-09',
    owner: 'Bob',
  },
  { text: 'Limit the connection pool per tenant', status: 'done' },
  { text: 'Update the runbook and review the alerts' },
]);
await make({ title: 'Login outage', services: 'identity' }, [
  { text: 'Renew the certificate of the login gateway by a job', due: '2026-12-09' },
  { text: 'Review the incident process' },
]);
await indexing(server.around.database)();

test('an open action that was to prevent it is named with its state and the reason', async () => {
  const summary = { rootCause: 'The connection pool was exhausted after a retry storm.' };
  const key = await make({ title: 'Checkout down', services: 'checkout' }, [], { summary });
  assert.deepEqual(
    (await matching(key)).map(({ incident, label, stage, overdueDays, services, words }) => ({
      key: incident.key,
      label,
      stage,
      overdueDays,
      services,
      words,
    })),
    [
      {
        key: earlier,
        label: 'AI-012',
        stage: 'proposed',
        overdueDays: 12,
        services: ['checkout'],
        words: ['connection', 'pool'],
      },
    ],
  );
});

test('without a service of both it takes two words that few actions have', async () => {
  const one = await make({ title: 'Certificate of the shop expired' });
  assert.deepEqual(await matching(one), []);
  const two = await make({ title: 'Certificate of the gateway expired' });
  assert.deepEqual(
    (await matching(two)).map(({ words }) => words.toSorted()),
    [['certificate', 'gateway']],
  );
});

test('the same service alone, what is done, what came later, and words of every incident are no match', async () => {
  assert.deepEqual(await matching(await make({ title: 'Checkout alerts reviewed late', services: 'checkout' })), []);
  assert.deepEqual(await matching(earlier), []);
});

test('when the factors change, so does what is found; what is restricted is named to its members only', async () => {
  const key = await make({ title: 'Something', services: 'identity' });
  assert.deepEqual(await matching(key), []);
  const entry = { text: 'Nobody saw that the certificate of the gateway ran out' };
  const added = await ann.call('POST', `/incidents/${key}/factors`, { entry });
  assert.equal(added.status, 200, added.text);
  assert.equal((await matching(key)).length, 1);
  assert.equal((await matching(key, eve)).length, 1);
  const restricted = await ann.call('PUT', '/incidents/INC-2/visibility', {
    visibility: 'restricted',
    members: [ann.personId],
  });
  assert.equal(restricted.status, 200, restricted.text);
  assert.equal((await matching(key, eve)).length, 0);
});
