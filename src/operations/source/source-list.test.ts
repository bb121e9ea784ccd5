import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import type { ListedSource } from './list.ts';
import { setUpIn } from './set-up.ts';

const server = await testServer();
const admin = await server.person('admin');
const { status, json } = await admin.call('GET', '/sources');
const items = json['items'] as unknown as ListedSource[];

test('every source delivers, says where its address is entered and leads to no page that a screen lacks', () => {
  assert.equal(status, 200);
  assert.deepEqual(
    items.flatMap(({ name, delivers }) => (delivers ? [] : [name])),
    [],
    'these come as files only',
  );
  assert.deepEqual(
    items.flatMap(({ name, setUp }) => (setUp?.includes(`https://HOST/hooks/${name}/TOKEN`) ? [] : [name])),
    [],
  );
  assert.deepEqual(
    items.flatMap(({ name, setUp }) => (/\]\(\.|^# |^## What is read/m.test(setUp ?? '') ? [name] : [])),
    [],
  );
});

test('a source says what its sender calls the secret, and whether it has to be there', () => {
  const slack = items.find(({ name }) => name === 'slack');
  assert.deepEqual(slack?.secret, { name: 'Signing Secret', isRequired: true });
  const kubernetes = items.find(({ name }) => name === 'kubernetes');
  assert.deepEqual(kubernetes?.secret, { name: 'bearer token', isRequired: false });
  assert.equal(items.find(({ name }) => name === 'git')?.secret, null);
});

test('of a page its title, what is read and links within the documentation are left out', () => {
  const page = '# X\n\nReads [y](../y/README.md).\n\n## Set up\n\n1. Go.\n\n## What is read\n\n| a |\n';
  assert.equal(setUpIn(page), 'Reads y.\n\n## Set up\n\n1. Go.');
});
