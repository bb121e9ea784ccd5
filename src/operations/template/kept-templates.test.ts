import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const admin = await server.person('admin');
const ann = await server.person('editor');
const sourceOf = (name: string, heading = 'What happened') =>
  `---\nname: ${name}\ntitle: Ours\n---\n# Review: {{incident.title}}\n\n## ${heading}\n\n{{summary.text}}\n`;
const names = async () =>
  ((await ann.call('GET', '/templates')).json as unknown as { name: string }[]).map(({ name }) => name);
const document = async (incident: unknown) => (await ann.call('GET', `/incidents/${incident}/document`)).text;

test('a template of the team is added, offered first, changed, and incidents in it follow', async () => {
  assert.deepEqual((await admin.call('POST', '/templates', { source: sourceOf('ours') })).json, {
    name: 'ours',
    version: 1,
    archived: false,
  });
  assert.equal((await names())[0], 'ours');
  const { json } = await ann.call('POST', '/incidents', { title: 'Disk full', template: 'ours' });
  assert.match(await document(json['id']), /^# Review: Disk full\n\n## What happened/);
  const source = sourceOf('ours', 'The story');
  assert.equal((await admin.call('PATCH', '/templates/ours', { source, seen: 1 })).json['version'], 2);
  assert.match(await document(json['id']), /## The story/);
  assert.deepEqual((await ann.call('GET', '/templates/ours')).json, {
    name: 'ours',
    source,
    version: 2,
    archived: false,
  });
});

test('an archived template is no longer offered, and incidents that have it keep it', async () => {
  await admin.call('POST', '/templates', { source: sourceOf('retiring') });
  const { json } = await ann.call('POST', '/incidents', { title: 'Old form', template: 'retiring' });
  assert.equal((await admin.call('POST', '/templates/retiring/archive', { seen: 1 })).json['archived'], true);
  assert.ok(!(await names()).includes('retiring'));
  assert.match(await document(json['id']), /# Review: Old form/);
  const refused = await ann.call('POST', '/incidents', { title: 'New', template: 'retiring' });
  assert.equal(refused.json['code'], 'template.archived');
  const back = await admin.call('POST', '/templates', { source: sourceOf('retiring', 'Again') });
  assert.equal(back.json['version'], 3);
  assert.ok((await names()).includes('retiring'));
});

test('a template with the name of a built-in one takes its place, until it is archived', async () => {
  const builtin = (await ann.call('GET', '/templates/invariants')).json['source'];
  await admin.call('POST', '/templates', { source: sourceOf('invariants') });
  assert.equal((await names()).filter((name) => name === 'invariants').length, 1);
  assert.notEqual((await ann.call('GET', '/templates/invariants')).json['source'], builtin);
  await admin.call('POST', '/templates/invariants/archive', { seen: 1 });
  assert.equal((await ann.call('GET', '/templates/invariants')).json['source'], builtin);
});

test('what cannot be done with a template is said by code, with the line where it is in the text', async () => {
  const broken = '---\nname: broken\n---\n# {{incident.tittle}}\n';
  const refused = await admin.call('POST', '/templates', { source: broken });
  assert.deepEqual(
    [refused.status, refused.json['code'], refused.json['data']],
    [400, 'template.invalid', { line: 4 }],
  );
  const code = async (method: string, path: string, body: unknown) =>
    (await admin.call(method, path, body)).json['code'];
  assert.equal(await code('POST', '/templates', { source: sourceOf('ours') }), 'template.taken');
  assert.equal(await code('PATCH', '/templates/ours', { source: sourceOf('other'), seen: 2 }), 'template.renamed');
  assert.equal(await code('PATCH', '/templates/ours', { source: sourceOf('ours'), seen: 1 }), 'record.conflict');
  assert.equal(
    await code('PATCH', '/templates/enterprise', { source: sourceOf('enterprise'), seen: 1 }),
    'template.builtin',
  );
  assert.equal(await code('POST', '/templates/none/archive', { seen: 1 }), 'template.unknown');
  const editor = await ann.call('POST', '/templates', { source: sourceOf('mine') });
  assert.equal(editor.json['code'], 'access.denied');
});

test('of many who change a template at once, one wins and the others see a conflict', async () => {
  await admin.call('POST', '/templates', { source: sourceOf('contested') });
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((number) =>
      admin.call('PATCH', '/templates/contested', { source: sourceOf('contested', `Part ${number}`), seen: 1 }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ json }) => json['code'] === 'record.conflict').length, 4);
});
