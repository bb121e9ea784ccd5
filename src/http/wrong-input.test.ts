import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestFor } from '../../test/server/matrix-requests.ts';
import { contentOf } from '../../test/server/table-dump.ts';
import { type Answer, testServer } from '../../test/server/server.ts';
import { storedOperations } from '../operations/stored.ts';
import { defaultAccess } from './access-settings.ts';
import { isInQuery } from '../operations/is-in-query.ts';
import { inputParts, pathNames } from './openapi.ts';

const server = await testServer({ access: { ...defaultAccess, requestsPerMinute: 100_000_000 } });
const { database } = server.around;
const owner = await server.person('owner');
const one = String((await owner.call('POST', '/incidents', { title: 'Hostile' })).json['id']);
const [withBody, withQuery] = [
  storedOperations.filter((operation) => !isInQuery(operation)),
  storedOperations.filter(({ route }) => route.method === 'GET'),
];

/** Asserts that an answer is a problem of the closed list and shows nothing of the machine. */
function isProblem(answer: Answer, told: string): void {
  const words = `${told}: ${answer.status} ${answer.text.slice(0, 300)}`;
  assert.ok(answer.status >= 400 && answer.status < 500, words);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', words);
  assert.doesNotMatch(answer.text, /node_modules|\.ts:\d|at async|select |insert |syntax error|\/tmp\//, words);
}

/** Makes calls of which none may change anything, and compares every row of every table. */
async function changesNothing(calls: () => Promise<void>): Promise<void> {
  const before = await contentOf(database);
  await calls();
  assert.deepEqual(await contentOf(database), before);
}

test('a field that an operation does not have, or that has another type, is refused, whatever the operation', () =>
  changesNothing(async () => {
    for (const operation of withBody) {
      const { method, path, body = {} } = requestFor(operation, one);
      isProblem(await owner.call(method, path, { ...body, surprise: 1 }), `${operation.name} with an unknown field`);
      for (const [name, schema] of Object.entries(inputParts(operation).rest)) {
        const { type, maxLength = 1e9 } = schema as { type?: string; maxLength?: number };
        if (Object.keys(schema as object).length === 0) continue;
        const tooLong = type === 'string' && maxLength > 70_000 ? [] : ['x'.repeat(70_000)];
        for (const value of [7.5, [[]], { a: { b: 1 } }, -1e300, ...tooLong]) {
          const answer = await owner.call(method, path, { ...body, [name]: value });
          if (answer.status < 300 && operation.effect === 'read') continue;
          isProblem(answer, `${operation.name} with ${name} = ${JSON.stringify(value).slice(0, 40)}`);
        }
      }
    }
  }));

test('keys of the prototype are fields like any other: unknown', () =>
  changesNothing(async () => {
    for (const operation of withBody) {
      const { method, path, body = {} } = requestFor(operation, one);
      for (const key of ['__proto__', 'constructor']) {
        const text = `{"${key}": {"role": "owner"}, ${JSON.stringify(body).slice(1)}`.replace(/, \}$/, '}');
        isProblem(await owner.call(method, path, text), `${operation.name} with ${key}`);
      }
    }
    assert.equal(({} as Record<string, unknown>)['role'], undefined);
  }));

test('a body that says it is something else than JSON is refused', () =>
  changesNothing(async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json5',
    ])
      for (const operation of withBody) {
        const { method, path } = requestFor(operation, one);
        const answer = await owner.call(method, path, '{"title":"x"}', { 'content-type': type });
        isProblem(answer, `${operation.name} as ${type}`);
      }
  }));

test('reading with ids, cursors, numbers and fields that are none is refused or empty, and never breaks', () =>
  changesNothing(async () => {
    const ids = [
      'INC-999999999',
      '..%2F..%2Fetc%2Fpasswd',
      'a'.repeat(4000),
      "';drop table incident;--",
      '%00',
      '%ff',
      '%F0%9F%92%A9',
    ];
    for (const operation of withQuery) {
      const { path } = requestFor(operation, one);
      isProblem(await owner.call('GET', `${path.split('?')[0]}?surprise=1`), `${operation.name} with an unknown field`);
      for (const name of Object.keys(inputParts(operation).rest))
        for (const value of ['%00', '-1', '1e999', 'NaN', '%7B%7D', 'x'.repeat(5000), '9'.repeat(30)]) {
          const answer = await owner.call('GET', `${path.split('?')[0]}?${name}=${value}`);
          if (answer.status !== 200) isProblem(answer, `${operation.name} with ${name}=${value.slice(0, 20)}`);
        }
      for (const place of pathNames(operation.route.path))
        for (const id of ids) {
          const hostile = operation.route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
            name === place ? id : name === 'incident' ? one : '1',
          );
          isProblem(await owner.call('GET', hostile), `${operation.name} with ${place} ${id.slice(0, 30)}`);
        }
    }
  }));
