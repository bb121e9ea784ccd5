import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedOperations } from '../operations/stored.ts';
import { Hono } from 'hono';
import { openApi, pathNames } from './openapi.ts';
import { addReference } from './reference.ts';

type Description = {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters?: { name: string; in: string }[]; requestBody?: object }>
  >;
};
const description = openApi(storedOperations, 'http://localhost', '1') as unknown as Description;
const all = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('every operation is described once, under its own name, and so is the feed', () => {
  const names = all.map(({ operation }) => operation.operationId);
  assert.deepEqual(names.toSorted(), [...storedOperations.map(({ name }) => name), 'feed'].toSorted());
});

test('the names in a path are parameters of it, and no input is lost', () => {
  for (const { path, operation, method } of all) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    assert.deepEqual(inPath.toSorted(), pathNames(path).toSorted(), `${method} ${path}`);
    assert.equal(operation.requestBody !== undefined, method !== 'get' && method !== 'delete', `${method} ${path}`);
  }
});

test('every reference in the description leads somewhere, and no type of another world is left in it', () => {
  const text = JSON.stringify(description);
  for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g))
    assert.equal(reference, '#/components/schemas/Problem');
  assert.doesNotMatch(text, /"\$schema"|undefined/);
});

test('operations have names of noun and verb, sentences that end, and routes of their own', () => {
  const routes = storedOperations.map(({ route }) => `${route.method} ${route.path.replaceAll(/\{\w+\}/g, '{}')}`);
  assert.equal(new Set(routes).size, routes.length, 'two operations share a route');
  for (const { name, sentence } of storedOperations) {
    assert.match(name, /^[a-z][A-Za-z]*\.[a-z][a-zA-Z-]*$/);
    assert.match(sentence, /^[A-Z].*\.$/s, name);
  }
});

test('the live feed is described as a stream of events, and stands in the reference for people', async () => {
  const { get } = description.paths['/feed'] as unknown as Record<
    string,
    { responses: object; parameters: { name: string }[] }
  >;
  assert.ok(JSON.stringify(get?.responses).includes('text/event-stream'));
  assert.deepEqual(
    get?.parameters.map(({ name }) => name),
    ['incident', 'after', 'Last-Event-ID'],
  );
  const app = new Hono();
  addReference(app, storedOperations, 'http://localhost', '1');
  assert.match(await (await app.request('/api/v1')).text(), /id="feed"[\s\S]*curl -N /);
});
