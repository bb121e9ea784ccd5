import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const approver = await server.person('approver', 'Ann Lee');
const record = {
  incident: { title: 'Orders <b>failed</b>', services: 'checkout', severity: 'HIGH' },
  summary: { text: 'Orders **failed** for an hour.', impact: '- Four in ten customers.\n- No data.' },
  rootCause: { primary: 'The pool of connections was full.' },
  impact: { regulatory: { legal: 'Counsel says nothing is due.' } },
  timeline: [
    {
      at: '2026-01-01T10:00Z',
      written: '10:00 UTC',
      precision: 'instant',
      text: '**It** began',
      milestone: 'impactStarted',
    },
    { at: '2026-01-01T11:30Z', written: '11:30 UTC', precision: 'instant', text: 'It ended', milestone: 'resolved' },
  ],
  actions: [
    { text: 'Size the pool', owner: 'Ben', status: 'open' },
    { text: 'Tell support', status: 'done' },
  ],
};
const { key, id } = (await approver.call('POST', '/incidents', { record })).json as unknown as Record<string, string>;
const open = async (path: string, headers: Record<string, string> = approver.credentials) => {
  const response = await server.app.request(path, { headers });
  return { status: response.status, text: await response.text() };
};

test('the brief has what happened, how long, why and what is open, on one page without a script', async () => {
  const { status, text } = await open(`/read/${key}/brief`);
  assert.equal(status, 200);
  for (const wanted of [
    'Orders <strong>failed</strong> for an hour.',
    '<li>Four in ten customers.</li>',
    'It began <small>impact started</small>',
    'pool of connections was full',
    'Size the pool',
    '1h 30m',
  ])
    assert.ok(text.includes(wanted), wanted);
  assert.doesNotMatch(text, /Tell support|Counsel|<script|<b>failed/);
});

test('auditors have all of it: document, versions, what was told, and the entries of the ledger', async () => {
  const message = { stage: 'initial', subject: 'Orders fail', text: 'Orders fail.' };
  const elsewhere = [{ channel: 'telephone', audience: 'Everybody' }];
  assert.equal((await approver.call('POST', `/incidents/${id}/announcements`, { ...message, elsewhere })).status, 200);
  const { status, text } = await open(`/read/${key}/audit`);
  assert.equal(status, 200);
  for (const wanted of [
    'Signatures',
    'It was never published',
    'telephone',
    'Orders <strong>failed</strong> for an hour.',
  ])
    assert.ok(text.includes(wanted), wanted);
  assert.doesNotMatch(text, /<script|<b>failed/);
});

test('nobody reads either without signing in, nor who may not see the incident', async () => {
  await server.around.database.query({
    text: `update incident set visibility = 'restricted' where id = $1`,
    values: [id],
  });
  const stranger = await server.person('viewer');
  for (const path of [`/read/${key}/brief`, `/read/${key}/audit`]) {
    assert.equal((await open(path, {})).status, 303);
    assert.equal((await open(path, stranger.credentials)).status, 404);
  }
});
