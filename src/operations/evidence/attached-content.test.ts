import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');

test('evidence is part of what is signed: attaching some ends an approval and voids its signatures', async () => {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  assert.equal((await approver.call('POST', `${incident}/approve`)).json['status'], 'approved');
  const before = (await editor.call('GET', incident)).json['sha256'];
  await editor.call('POST', `${incident}/evidence?name=late.log`, 'found later');
  const after = await editor.call('GET', incident);
  assert.notEqual(after.json['sha256'], before);
  assert.equal(after.json['status'], 'inReview');
  const { items } = (await editor.call('GET', `${incident}/signoffs`)).json as unknown as {
    items: { voided?: { sentence: string } }[];
  };
  assert.ok(items.every(({ voided }) => voided !== undefined));
  assert.match(items[0]?.voided?.sentence ?? '', /late\.log|evidence/);
});

test('longer retention changes nothing that was signed', async () => {
  const incident = await readyIncident(editor);
  const { json } = await editor.call('POST', `${incident}/evidence?name=kept.log`, 'kept');
  const before = (await editor.call('GET', incident)).json['sha256'];
  await editor.call('POST', `${incident}/evidence/${json['id']}/retain`, { until: '2050-01-01' });
  assert.equal((await editor.call('GET', incident)).json['sha256'], before);
});
