import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import path from 'node:path';
import { testServer } from '../../../test/server/server.ts';
import { verifyBundle } from '../../ledger/bundle/index.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

const server = await testServer();
const sequencer = startSequencer(server.around.database, { log: { info: () => {}, warn: () => {} } });
after(() => sequencer.stop());
const ann = await server.person('approver', 'Ann');
const { verifyBundle: second } = (await import(
  path.resolve(import.meta.dirname, '../../../verifier/verify-bundle.mjs')
)) as {
  verifyBundle: (file: Uint8Array, key?: string) => { faults: string[][] };
};

test('the bundle of an incident with a history, a document and a PDF is proven by both verifiers', async () => {
  const made = await ann.call('POST', '/incidents', { title: 'Checkout down', template: 'invariants' });
  const incident = `/incidents/${made.json['id']}`;
  await ann.call('PATCH', `${incident}/record/summary`, { set: { text: 'All orders failed — “really”.' }, seen: 0 });
  await ann.call('POST', `${incident}/timeline`, {
    entry: { at: '2026-01-01T10:00Z', precision: 'instant', text: 'it broke' },
  });
  const answer = await ann.call('GET', `${incident}/bundle`);
  assert.equal(answer.status, 200, answer.text.slice(0, 300));
  assert.equal(answer.headers.get('content-type'), 'application/vnd.hindcast.bundle');
  const file = Buffer.from(answer.text);
  const { proven, checks } = verifyBundle(file);
  assert.deepEqual(
    checks.filter(({ holds }) => !holds),
    [],
  );
  assert.equal(proven, true);
  assert.deepEqual(second(file).faults, []);
  assert.ok(
    checks.some(({ part, says }) => part === 'history' && says.startsWith('3 entries')),
    JSON.stringify(checks),
  );
  const bundle = JSON.parse(answer.text.split('\n')[1] ?? '') as { pdf: string; markdown: string };
  assert.equal(Buffer.from(bundle.pdf, 'base64').subarray(0, 5).toString(), '%PDF-');
  assert.match(bundle.markdown, /All orders failed/);
});
