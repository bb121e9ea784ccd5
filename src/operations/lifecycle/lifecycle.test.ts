import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs } from '../../../test/server/review.ts';

const server = await reviewServer();
const owner = await server.person('owner', 'Olga');
const approver = await server.person('approver', 'Ann');
const editor = await server.person('editor', 'Ed');
const token = await server.token('admin');

type Gate = {
  status: string;
  steps: { operation: string; permitted: boolean; blockers: { code: string; role?: string }[] }[];
};
const gateOf = async (incident: string) => (await editor.call('GET', `${incident}/gate`)).json as unknown as Gate;
const statusOf = async (incident: string) => (await editor.call('GET', incident)).json['status'];

test('a document goes from draft to archived, and each step keeps a version', async () => {
  const incident = await readyIncident(editor);
  assert.equal((await editor.call('POST', `${incident}/submit`)).json['status'], 'inReview');
  assert.equal((await signAs(editor, incident, 'Author')).status, 200);
  assert.equal((await signAs(approver, incident, 'Approver')).status, 200);
  const gate = await gateOf(incident);
  assert.deepEqual(
    gate.steps.map(({ operation }) => operation),
    ['lifecycle.return', 'lifecycle.approve', 'lifecycle.archive'],
  );
  assert.deepEqual(
    gate.steps.map(({ permitted }) => permitted),
    [true, false, false],
  );
  assert.equal((await approver.call('POST', `${incident}/approve`)).json['status'], 'approved');
  assert.equal((await approver.call('POST', `${incident}/archive`)).json['status'], 'archived');
  const { items } = (await editor.call('GET', `${incident}/versions`)).json as unknown as {
    items: { status: string; sha256: string }[];
  };
  assert.deepEqual(
    items.map(({ status }) => status),
    ['archived', 'approved', 'inReview'],
  );
  assert.equal(new Set(items.map(({ sha256 }) => sha256)).size, 1);
  const approved = await editor.call('GET', `${incident}/versions/2`);
  assert.match(String(approved.json['markdown']), /\| Author \| Ed \| server key, SHA-256 [0-9a-f]{12}… \|/);
  assert.equal(
    (await editor.call('PATCH', `${incident}/record/summary`, { set: { text: 'x' }, seen: 1 })).json['code'],
    'access.denied',
  );
  assert.equal(
    (await approver.call('POST', `${incident}/reopen`, { reason: 'more came up' })).json['code'],
    'access.denied',
  );
  assert.equal((await owner.call('POST', `${incident}/reopen`)).json['code'], 'input.invalid');
  assert.equal((await owner.call('POST', `${incident}/reopen`, { reason: 'more came up' })).json['status'], 'draft');
});

test('a blocked step is refused with all that blocks it', async () => {
  const created = await editor.call('POST', '/incidents', { title: 'Nothing yet', template: 'small' });
  const incident = `/incidents/${created.json['id']}`;
  const refused = await editor.call('POST', `${incident}/submit`);
  assert.equal(refused.status, 409);
  assert.equal(refused.json['code'], 'lifecycle.blocked');
  const { blockers } = refused.json['data'] as unknown as {
    blockers: { code: string; path: string; remedy: string }[];
  };
  assert.deepEqual(
    blockers.map(({ code, path }) => [code, path]),
    [['missing.part', 'summary.text']],
  );
  assert.equal(await statusOf(incident), 'draft');
  assert.deepEqual(
    (await gateOf(incident)).steps[0]?.blockers.map(({ code }) => code),
    ['missing.part'],
  );
});

test('an error finding blocks, and an approval needs every role', async () => {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  const missing = async () =>
    (await gateOf(incident)).steps.find(({ operation }) => operation === 'lifecycle.approve')?.blockers ?? [];
  assert.deepEqual(
    (await missing()).map(({ code, role }) => `${code} ${role}`),
    ['signoff.missing Author', 'signoff.missing Approver'],
  );
  const times = [
    { at: '2026-01-01T11:00Z', precision: 'instant', text: 'impact starts', milestone: 'impactStarted' },
    { at: '2026-01-01T10:00Z', precision: 'instant', text: 'all is well', milestone: 'resolved' },
  ];
  await editor.call('POST', `${incident}/timeline/batch`, { entries: times });
  const codes = (await missing()).map(({ code }) => code);
  assert.ok(
    codes.some((code) => code.startsWith('order.')),
    codes.join(),
  );
});

test('a step from elsewhere, without a reason or without the right is refused', async () => {
  const incident = await readyIncident(editor);
  assert.equal((await approver.call('POST', `${incident}/approve`)).json['code'], 'lifecycle.elsewhere');
  await editor.call('POST', `${incident}/submit`);
  assert.equal((await editor.call('POST', `${incident}/return`)).json['code'], 'input.invalid');
  assert.equal((await editor.call('POST', `${incident}/approve`)).status, 403);
  assert.equal((await token.call('POST', `${incident}/approve`)).status, 403);
  assert.equal((await editor.call('POST', `${incident}/return`, { reason: 'not yet' })).json['status'], 'draft');
});

test('two who submit at once move it once', async () => {
  const incident = await readyIncident(editor);
  const answers = await Promise.all([1, 2, 3, 4].map(() => editor.call('POST', `${incident}/submit`)));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409]);
  const { items } = (await editor.call('GET', `${incident}/versions`)).json as unknown as { items: object[] };
  assert.equal(items.length, 1);
});

test('an edit after the approval ends it in the same statement, in the list too', async () => {
  for (const edit of [
    ['PATCH', '/record/summary', { set: { text: 'Orders failed for two hours.' }, seen: 1 }],
    ['POST', '/timeline', { entry: { text: 'found it' } }],
    ['POST', '/timeline/batch', { entries: [{ text: 'found it' }] }],
  ] as const) {
    const incident = await readyIncident(editor);
    await editor.call('POST', `${incident}/submit`);
    await signAs(editor, incident, 'Author');
    await signAs(approver, incident, 'Approver');
    assert.equal((await approver.call('POST', `${incident}/approve`)).status, 200);
    const [method, path, body] = edit;
    assert.equal((await editor.call(method, incident + path, body)).status, 200);
    assert.equal(await statusOf(incident), 'inReview');
    const { items } = (await editor.call('GET', '/incidents?status=approved')).json as unknown as {
      items: { id: string }[];
    };
    assert.ok(!items.some(({ id }) => incident.endsWith(id)));
  }
});

test('an approval that an edit overtook unseen does not count', async () => {
  const incident = await readyIncident(editor);
  await editor.call('POST', `${incident}/submit`);
  await signAs(editor, incident, 'Author');
  await signAs(approver, incident, 'Approver');
  await approver.call('POST', `${incident}/approve`);
  const text = `update kept_part set value = '{"text": "changed"}' where incident_id = $1 and key = 'summary'`;
  await server.around.database.query({ text, values: [incident.split('/').at(-1)] });
  assert.equal(await statusOf(incident), 'inReview');
  assert.equal((await gateOf(incident)).status, 'inReview');
});
