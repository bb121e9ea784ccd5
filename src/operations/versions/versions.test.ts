import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { canonicalText } from '../../ledger/canonical.ts';
import { readyIncident, reviewServer } from '../../../test/server/review.ts';
import type { VersionDiff } from './diff.ts';
import type { Version } from './load.ts';

const server = await reviewServer();
const ed = await server.person('editor', 'Ed');
const viewer = await server.person('viewer', 'Vera');

const incident = await readyIncident(ed);
const added = await ed.call('POST', `${incident}/timeline/batch`, {
  entries: [{ text: 'pager' }, { text: 'fixed' }, { text: 'calm' }],
});
const [pager, fixed] = added.json['ids'] as unknown as [string, string, string];
await ed.call('POST', `${incident}/submit`);
await ed.call('POST', `${incident}/return`, { reason: 'more' });
await ed.call('PATCH', `${incident}/record/summary`, { set: { text: 'Two hours.', what: 'Orders' }, seen: 1 });
await ed.call('PATCH', `${incident}/timeline/${pager}`, { set: { text: 'the pager rang' }, seen: 1 });
await ed.call('DELETE', `${incident}/timeline/${fixed}?seen=1`);
await ed.call('POST', `${incident}/actions`, { entry: { text: 'add a test' } });
await ed.call('POST', `${incident}/submit`);

test('a version is known by the SHA-256 of its canonical content, with the ids of entries', async () => {
  const shown = (await viewer.call('GET', `${incident}/versions/1`)).json as unknown as Version;
  assert.equal(shown.sha256, createHash('sha256').update(canonicalText(shown.content)).digest('hex'));
  assert.deepEqual((shown.content.record['timeline'] as { id: string }[])[0]?.id, pager);
  assert.deepEqual([shown.content.template, shown.status, shown.by], ['small', 'inReview', `person:${ed.personId}`]);
  assert.match(shown.markdown, /Orders failed for an hour\./);
});

test('two versions are compared field by field, entry by entry and line by line', async () => {
  const diff = (await viewer.call('GET', `${incident}/diff?from=1&to=3`)).json as unknown as VersionDiff;
  assert.deepEqual(diff.record.fields, [
    { path: 'summary.text', before: 'Orders failed for an hour.', after: 'Two hours.' },
    { path: 'summary.what', before: null, after: 'Orders' },
  ]);
  assert.deepEqual(
    diff.record.entries.map(({ key, change }) => `${key} ${change}`),
    ['timeline removed', 'timeline changed', 'actions added'],
  );
  assert.match(diff.text, /^summary\.text: "Orders failed for an hour\." → "Two hours\."$/m);
  assert.match(diff.text, /^timeline\/\S+\.text: "pager" → "the pager rang"$/m);
  assert.match(diff.text, /^- timeline\/\S+: "fixed"$/m);
  assert.match(diff.text, /^\+ actions\/\S+: "add a test"$/m);
  assert.match(diff.text, /^-Orders failed for an hour\.\n\+Two hours\.$/m);
});

test('a version is compared with the present, and with itself differs in nothing', async () => {
  await ed.call('POST', `${incident}/timeline`, { entry: { text: 'one more thing' } });
  const present = (await viewer.call('GET', `${incident}/diff?from=3`)).json as unknown as VersionDiff;
  assert.equal(present.to.number, null);
  assert.match(present.text, /^\+ timeline\/\S+: "one more thing"$/m);
  const same = (await viewer.call('GET', `${incident}/diff?from=3&to=3`)).json as unknown as VersionDiff;
  assert.equal(same.text, 'Nothing differs.\n');
});

test('a version there is not, or of another incident, is not found', async () => {
  const other = await readyIncident(ed);
  assert.equal((await viewer.call('GET', `${incident}/versions/99`)).json['code'], 'version.not-found');
  assert.equal((await viewer.call('GET', `${other}/versions/1`)).json['code'], 'version.not-found');
  assert.equal((await viewer.call('GET', `${incident}/versions/0`)).json['code'], 'input.invalid');
  assert.equal((await viewer.call('GET', `${incident}/diff?from=x`)).json['code'], 'input.invalid');
});
