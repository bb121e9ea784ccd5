import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs, smallTemplate } from '../../../test/server/review.ts';
import { compileTemplate } from '../../templates/index.ts';

const server = await reviewServer();
const admin = await server.person('admin', 'Ada');
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');

const sources = ['One', 'Two', 'Three'].map((title) => smallTemplate(`title: ${title}`));
const [first = '', second = '', third = ''] = sources;
await admin.call('POST', '/templates', { source: first });

type Shown = { status: string; signoffs: { valid: boolean; voided?: { field: string; sentence: string } }[] };
const shown = async (incident: string) => (await editor.call('GET', incident)).json as unknown as Shown;
const listed = async (status: string) =>
  (await editor.call('GET', `/incidents?status=${status}`)).json as unknown as { items: { id: string }[] };
const change = async (source: string) => {
  const seen = (await admin.call('GET', '/templates/small')).json['version'];
  assert.equal((await admin.call('PATCH', '/templates/small', { source, seen })).status, 200);
};

async function approved(): Promise<string> {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  assert.equal((await approver.call('POST', `${incident}/approve`)).status, 200);
  return incident;
}

test('a change of the template voids signatures and ends the approval, and says so; changed back, they hold again', async () => {
  const incident = await approved();
  await change(second);
  const { status, signoffs } = await shown(incident);
  assert.equal(status, 'inReview');
  assert.deepEqual(
    signoffs.map(({ valid }) => valid),
    [false, false],
  );
  assert.match(signoffs[0]?.voided?.sentence ?? '', /^void: the template small changed at \d{4}-.*Z by Ada$/);
  assert.equal(signoffs[0]?.voided?.field, 'template/small');
  const { items } = await listed('approved');
  assert.ok(!items.some(({ id }) => incident.endsWith(id)), 'the list says approved');
  assert.equal((await approver.call('POST', `${incident}/approve`)).json['code'], 'lifecycle.blocked');
  const { json } = await editor.call('GET', `${incident}/diff?from=2`);
  const { fields } = json['record'] as unknown as { fields: { path: string }[] };
  assert.deepEqual(
    fields.map(({ path }) => path),
    ['templateSha256'],
  );
  await change(first);
  assert.ok((await shown(incident)).signoffs.every(({ valid }) => valid));
  assert.equal((await approver.call('POST', `${incident}/approve`)).json['status'], 'approved');
});

test('of an edit and a change of the template the earlier ended the signature', async () => {
  const incident = await approved();
  await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'Worse.' }, seen: 1 });
  await change(third);
  assert.match(
    (await shown(incident)).signoffs[0]?.voided?.sentence ?? '',
    /^voided by the change of summary\.text at/,
  );
  await change(first);
});

test('a statement that was prepared under the old template cannot be signed', async () => {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  const prepared = await editor.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' });
  await change(second);
  const refused = await editor.call('POST', `${incident}/signoffs`, { statement: prepared.json['statement'] });
  assert.equal(refused.json['code'], 'signoff.stale');
  await change(first);
});

test('a template that somebody puts in the place of one in a file, or takes away again, changes it, too', async () => {
  const plain = await reviewServer();
  const [ed, ann, ada] = [await plain.person('editor'), await plain.person('approver'), await plain.person('admin')];
  const incident = await readyIncident(ed);
  await ed.call('POST', `${incident}/submit`);
  await signAs(ed, incident, 'Author');
  await signAs(ann, incident, 'Approver');
  await ann.call('POST', `${incident}/approve`);
  await ada.call('POST', '/templates', { source: first });
  const row = await plain.around.database.kysely.selectFrom('incident').select('status').executeTakeFirstOrThrow();
  assert.equal(row.status, 'inReview');
  await ada.call('POST', '/templates/small/archive', { seen: 1 });
  assert.ok(((await ed.call('GET', incident)).json as unknown as Shown).signoffs.every(({ valid }) => valid));
});

test('a template that changed in its file voids signatures without anybody to name', async () => {
  const filed = await reviewServer();
  const ed = await filed.person('editor');
  const incident = await readyIncident(ed);
  await ed.call('POST', `${incident}/submit`);
  await signAs(ed, incident, 'Author');
  const template = compileTemplate(second);
  filed.around.templates = async () => [template];
  const [signoff] = ((await ed.call('GET', incident)).json as unknown as Shown).signoffs;
  assert.deepEqual(signoff?.voided, { field: 'template/small', sentence: 'void: the template small changed' });
});
