import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const { around } = server;
const ann = await server.person('editor');
const admin = await server.person('admin');

const newIncident = async () => String((await ann.call('POST', '/incidents', { title: 'An incident' })).json['id']);
const attach = async (incident: string, text: string, more = '') =>
  (await ann.call('POST', `/incidents/${incident}/evidence?name=log.txt${more}`, text)).json as unknown as {
    id: string;
    sha256: string;
    retainUntil: string;
  };
const operations = async () =>
  (await around.database.kysely.selectFrom('entry').select(['operation', 'payload']).orderBy('id').execute()).map(
    ({ operation, payload }) => ({ operation, input: JSON.parse(payload ?? '{}').input as Record<string, unknown> }),
  );

test('an original is removed only when no incident has it and nothing retains it, and each step is in the ledger', async () => {
  const [one, two] = [await newIncident(), await newIncident()];
  const { id, sha256 } = await attach(one, 'shared original', '&retainUntil=2020-01-01');
  await attach(two, 'shared original');
  const remove = async () => (await admin.call('DELETE', `/evidence/${sha256}`)).json as Record<string, unknown>;
  assert.equal((await remove())['code'], 'evidence.held');
  assert.ok((await ann.call('DELETE', `/incidents/${one}/evidence/${id}`)).json['detachedAt']);
  assert.equal((await remove())['code'], 'evidence.held');
  assert.equal((await ann.call('DELETE', `/incidents/${two}/evidence/${sha256}`)).status, 200);
  assert.equal((await remove())['code'], 'evidence.retained');
  const released = await admin.call('POST', `/incidents/${two}/evidence/${sha256}/release`, { reason: 'case closed' });
  assert.equal(released.json['retainUntil'], null);
  assert.ok(await around.evidence.has(sha256));
  assert.ok((await remove())['removedAt']);
  assert.equal(await around.evidence.has(sha256), false);
  const all = await operations();
  assert.deepEqual(all.map(({ operation }) => operation).slice(-6), [
    'evidence.add',
    'evidence.add',
    'evidence.detach',
    'evidence.detach',
    'evidence.release',
    'evidence.remove',
  ]);
  assert.ok(all.slice(-6).every(({ input }) => input['sha256'] === sha256));
  const gone = await ann.call('GET', `/incidents/${one}/evidence/${id}/content`);
  assert.deepEqual([gone.status, gone.json['code']], [404, 'evidence.not-found']);
  const listed = await ann.call('GET', `/incidents/${one}/evidence?detached=true`);
  assert.match(listed.text, /"removedAt":"2/);
});

test('what was removed may come back by an upload of the same bytes', async () => {
  const incident = await newIncident();
  const { id, sha256 } = await attach(incident, 'comes and goes', '&retainUntil=2020-01-01');
  await ann.call('DELETE', `/incidents/${incident}/evidence/${id}`);
  assert.equal((await admin.call('DELETE', `/evidence/${sha256}`)).status, 200);
  await attach(incident, 'comes and goes');
  assert.equal((await ann.call('GET', `/incidents/${incident}/evidence/${sha256}/content`)).text, 'comes and goes');
  assert.equal((await admin.call('DELETE', `/evidence/${sha256}`)).json['code'], 'evidence.held');
});

test('uploads and removals of the same bytes at the same moment never leave an attachment without its original', async () => {
  for (let round = 0; round < 15; round += 1) {
    const incident = await newIncident();
    const text = `contested ${round}`;
    const { id, sha256 } = await attach(incident, text, '&retainUntil=2020-01-01');
    await ann.call('DELETE', `/incidents/${incident}/evidence/${id}`);
    await Promise.all([
      admin.call('DELETE', `/evidence/${sha256}`),
      attach(incident, text),
      admin.call('DELETE', `/evidence/${sha256}`),
    ]);
    const attached = (await ann.call('GET', `/incidents/${incident}/evidence`)).text.includes(sha256);
    if (attached) assert.ok(await around.evidence.has(sha256), `round ${round}`);
  }
});

test('retention is lengthened by editors, ended by admins, and new evidence has that of the settings', async () => {
  const incident = await newIncident();
  const { id, retainUntil } = await attach(incident, 'kept');
  assert.equal(Math.round((Date.parse(retainUntil) - Date.now()) / 86_400_000), 730);
  const retain = (until: string) => ann.call('POST', `/incidents/${incident}/evidence/${id}/retain`, { until });
  assert.equal((await retain('2040-01-01')).json['retainUntil'], '2040-01-01T00:00:00.000Z');
  assert.equal((await retain('2030-01-01')).json['code'], 'evidence.retained');
  const refused = await ann.call('POST', `/incidents/${incident}/evidence/${id}/release`, { reason: 'I want to' });
  assert.equal(refused.json['code'], 'access.denied');
  assert.equal((await retain('1st of May')).json['code'], 'input.invalid');
});

test('evidence of another incident, and of one that may not be seen, looks like none', async () => {
  const [one, two] = [await newIncident(), await newIncident()];
  const { id, sha256 } = await attach(one, 'only in one');
  for (const name of [id, sha256])
    for (const path of [`/${name}`, `/${name}/content`])
      assert.equal((await ann.call('GET', `/incidents/${two}/evidence${path}`)).json['code'], 'evidence.not-found');
  assert.equal((await ann.call('DELETE', `/incidents/${two}/evidence/${id}`)).json['code'], 'evidence.not-found');
  const secret = (await admin.call('POST', '/incidents', { title: 'Secret', visibility: 'restricted' })).json['id'];
  await admin.call('POST', `/incidents/${secret}/evidence?name=x`, 'secret');
  assert.equal((await ann.call('GET', `/incidents/${secret}/evidence`)).json['code'], 'incident.not-found');
  assert.equal(
    (await ann.call('POST', `/incidents/${secret}/evidence?name=x`, 'y')).json['code'],
    'incident.not-found',
  );
});

test('an original that its store has lost is told as such, without where the store is', async () => {
  const incident = await newIncident();
  const { sha256 } = await attach(incident, 'the truth');
  await around.evidence.remove(sha256);
  const lost = await ann.call('GET', `/incidents/${incident}/evidence/${sha256}/content`);
  assert.deepEqual([lost.status, lost.json['code']], [500, 'evidence.lost']);
  assert.doesNotMatch(lost.text, /\/tmp\//);
});

test('a time to retain until that no database takes is refused as input', async () => {
  const incident = await newIncident();
  for (const until of ['0000-01-01', '1850-01-01', '9999-12-31T23:59:59-23:59']) {
    const path = `/incidents/${incident}/evidence?name=a&retainUntil=${encodeURIComponent(until)}`;
    const { status, json } = await ann.call('POST', path, 'bytes');
    assert.deepEqual([status, json['code']], [400, 'input.invalid'], until);
  }
});
