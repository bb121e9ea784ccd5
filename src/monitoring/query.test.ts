import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakePrometheus } from '../../test/server/prometheus.ts';
import { MonitoringError } from './monitoring-error.ts';
import { queryAt, queryRange } from './query.ts';

type Instead = NonNullable<NonNullable<Parameters<typeof fakePrometheus>[1]>['instead']>;

/** The code of what is thrown where a Prometheus answers in its own way. */
async function codeOf(instead: Instead): Promise<[string, string]> {
  const { url } = await fakePrometheus({}, { instead });
  try {
    await queryAt({ url, headers: {} }, 'up', 0);
  } catch (error) {
    assert.ok(error instanceof MonitoringError, String(error));
    return [error.code, error.message];
  }
  return ['none', ''];
}

test('samples come with the text they were written in; NaN and infinities are kept apart from numbers', async () => {
  const { url, asked } = await fakePrometheus({
    up: (at) => (at === 20 ? undefined : at === 10 ? Number.NaN : at / 1e9),
  });
  const prometheus = { url: `${url}/`, headers: { 'X-Scope-OrgID': 'a' } };
  const [series] = await queryRange(prometheus, 'up', { fromMs: 0, toMs: 30_000, stepSeconds: 10 });
  assert.deepEqual(
    series?.samples.map(({ ms, text }) => [ms, text]),
    [
      [0, '0'],
      [10_000, 'NaN'],
      [30_000, '3e-8'],
    ],
  );
  assert.ok(Number.isNaN(series?.samples[1]?.value));
  assert.equal(asked[0]?.path, '/api/v1/query_range');
  assert.equal(asked[0]?.headers['x-scope-orgid'], 'a');
  assert.deepEqual(await queryAt(prometheus, 'up', 20_000), []);
});

test('a redirect is not followed: what a header was given for would get it elsewhere', async () => {
  const elsewhere = await fakePrometheus({ up: () => 1 });
  const [code] = await codeOf((_, response) => {
    response.writeHead(302, { location: `${elsewhere.url}/api/v1/query` }).end();
    return true;
  });
  assert.equal(code, 'monitoring.redirected');
  assert.deepEqual(elsewhere.asked, []);
});

test('what cannot be asked says why, in the words of the server where it has some', async () => {
  const body =
    (status: number, text: string): Instead =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
      return true;
    };
  const wrong = { status: 'error', errorType: 'bad_data', error: '1:5: parse error: unexpected end of input' };
  assert.deepEqual(await codeOf(body(400, JSON.stringify(wrong))), [
    'monitoring.query',
    'bad_data: 1:5: parse error: unexpected end of input',
  ]);
  assert.equal((await codeOf(body(401, 'sign in')))[0], 'monitoring.refused');
  assert.equal((await codeOf(body(200, '<html>')))[0], 'monitoring.other');
  assert.equal(
    (await codeOf(body(200, '{"status":"success","data":{"resultType":"vector","result":7}}')))[0],
    'monitoring.other',
  );
  assert.equal(
    (await codeOf(body(200, '{"status":"success","data":{"resultType":"string","result":[1,"a"]}}')))[0],
    'monitoring.query',
  );
  const series = Array.from({ length: 101 }, (_, index) => ({ metric: { pod: String(index) }, value: [0, '1'] }));
  const many = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: series } });
  assert.equal((await codeOf(body(200, many)))[0], 'monitoring.too-large');
  await assert.rejects(queryAt({ url: 'http://127.0.0.1:59999', headers: {} }, 'up', 0), {
    code: 'monitoring.unreachable',
  });
});

test('an answer without end is given up', async () => {
  const [code] = await codeOf((_, response) => {
    const chunk = 'x'.repeat(1_000_000);
    const more = (): void => void (response.destroyed || response.write(chunk, more));
    more();
    return true;
  });
  assert.equal(code, 'monitoring.too-large');
});

test('a proxy that lets only GET through is asked by GET', async () => {
  const { url, asked } = await fakePrometheus(
    { up: () => 1 },
    {
      instead: (request, response) => {
        if (request.method === 'GET') return false;
        response.writeHead(405).end();
        return true;
      },
    },
  );
  const [series] = await queryAt({ url, headers: {} }, 'up', 1000);
  assert.equal(series?.samples[0]?.value, 1);
  assert.equal(asked.length, 2);
});
