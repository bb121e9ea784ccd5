import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const owner = await server.person('owner');
type Item = { name: string; value: unknown; fallback: unknown; version: number; schema: object };
const items = async () => ((await owner.call('GET', '/settings')).json as unknown as { items: Item[] }).items;
const change = (name: string, value: unknown, seen: number) =>
  owner.call('PATCH', `/settings/${name}`, { value, seen });

test('settings are listed with what they do, what they are and what they may be', async () => {
  const all = await items();
  assert.ok(all.length >= 5);
  for (const { name, value, fallback, version, schema } of all) {
    assert.match(name, /^[a-z]+\.[a-zA-Z]+$/);
    assert.deepEqual([value, version], [fallback, 0]);
    assert.ok(Object.keys(schema).length > 0, name);
  }
});

test('a setting is changed at the version seen, works from then on, and goes back by null', async () => {
  assert.equal((await change('documents.template', 'enterprise', 0)).json['version'], 1);
  const created = await owner.call('POST', '/incidents', { title: 'In the default form' });
  assert.equal(created.json['template'], 'enterprise');
  const late = await change('documents.template', 'invariants', 0);
  assert.deepEqual([late.status, late.json['code']], [409, 'record.conflict']);
  assert.equal((await change('documents.template', null, 1)).status, 200);
  assert.equal((await items()).find(({ name }) => name === 'documents.template')?.value, null);
});

test('values that do not fit, unknown settings and people who may not are refused', async () => {
  assert.equal((await change('evidence.mostBytes', '1 GB', 0)).json['code'], 'setting.invalid');
  assert.equal((await change('evidence.mostBytes', undefined, 0)).json['code'], 'input.invalid');
  assert.equal((await change('documents.zone', 'Mars/Base', 0)).json['code'], 'setting.invalid');
  assert.equal((await change('documents.template', 'none', 0)).json['code'], 'template.unknown');
  assert.equal((await change('__proto__', 1, 0)).json['code'], 'setting.unknown');
  const admin = await server.person('admin');
  assert.equal(
    (await admin.call('PATCH', '/settings/documents.zone', { value: 'UTC', seen: 0 })).json['code'],
    'access.denied',
  );
  assert.equal((await admin.call('GET', '/settings')).status, 200);
  assert.equal((await (await server.person('editor')).call('GET', '/settings')).json['code'], 'access.denied');
});
