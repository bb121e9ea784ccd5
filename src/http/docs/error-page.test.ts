import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { type ErrorCode, errorList, HindcastError } from '../../operations/errors.ts';
import { problemOf } from '../problem.ts';

const { app } = await testServer();
const page = await app.request('/docs/errors');
const text = await page.text();

test('the type of every problem leads to its section on a page that anybody may read', () => {
  assert.equal(page.status, 200);
  const types = (Object.keys(errorList) as ErrorCode[]).map((code) => problemOf(new HindcastError(code)).type);
  assert.equal(new Set(types).size, types.length);
  for (const type of types) {
    const [path, anchor = ''] = type.split('#');
    assert.equal(path, '/docs/errors');
    assert.equal(text.split(` id="${anchor}"`).length, 2, type);
  }
});

test('the page has no script, and no link to a document that is not served', () => {
  assert.doesNotMatch(text, /<script/);
  const links = [...text.matchAll(/href="([^"#][^"]*)"/g)].map((match) => match[1] ?? '');
  assert.deepEqual(
    links.filter((link) => !/^(?:\/$|\/static\/|data:|https:)/.test(link)),
    [],
  );
  assert.match(text, /The command line lists what it may hold/);
});

test('what a problem says of its way out stays in its detail', async () => {
  const refused = await app.request('/api/v1/incidents');
  const { type, detail } = (await refused.json()) as { type: string; detail: string };
  assert.equal(type, '/docs/errors#accessunknown');
  assert.match(detail, /\w/);
});
