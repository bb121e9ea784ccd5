import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { openModel } from '../../outbound/model/complete.ts';

type Asked = { authorization: string | undefined; model: string; messages: { content: string }[] };

const asked: Asked[] = [];
let answer = (_: IncomingMessage, response: ServerResponse) => void response.end();
const endpoint = createServer(async (request, response) => {
  const body = JSON.parse(await text(request)) as Asked;
  asked.push({ ...body, authorization: request.headers.authorization });
  answer(request, response);
});
await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
after(() => endpoint.close());
const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1/`;

const server = await testServer({ model: openModel({ url, name: 'local-1', key: 'k-123' }) });
const bare = await testServer({ database: server.around.database });
const ann = await server.person('editor', 'Ann');
const without = await bare.person('editor', 'Ben');

const says = (content: string) => {
  answer = (_, response) =>
    void response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
};
const moment = { precision: 'instant', zone: 'UTC' };
const record = {
  summary: { text: 'To be written.' },
  timeline: [
    { ...moment, at: '2026-10-14T14:07:10Z', text: 'Alert HighErrorRate fired: 23 % fail', source: 'alertmanager' },
    { ...moment, at: '2026-10-14T14:41:12Z', text: 'Rolled back to v2.40.3', source: 'slack' },
  ],
};
const newIncident = async (by = ann) =>
  `/incidents/${(await by.call('POST', '/incidents', { title: 'Checkout', record })).json['id']}`;
const summaryOf = async (incident: string) =>
  ((await ann.call('GET', incident)).json['record'] as unknown as typeof record).summary.text;

test('a text of a model waits as a proposal of the model, with its events cited, and is the record when a person accepts it', async () => {
  says('```json\n{"summary.text": "Requests failed [E1]. Everybody was angry. It was rolled back [E2]."}\n```');
  const incident = await newIncident();
  const done = await ann.call('POST', `${incident}/rewrite`, { sections: ['summary.text'] });
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(done.json['dropped'], [
    { section: 'summary.text', sentence: 'Everybody was angry.', why: 'no event' },
  ]);
  assert.equal(await summaryOf(incident), 'To be written.');
  const [proposal] = (await ann.call('GET', `${incident}/proposals`)).json['items'] as unknown as {
    id: string;
    why: string;
    author: { name: string; kind: string };
  }[];
  assert.deepEqual(proposal?.author, { id: 'model:local-1', name: 'local-1', kind: 'agent' });
  assert.match(proposal?.why ?? '', /1 sentence without support/);
  assert.equal((await ann.call('POST', `${incident}/proposals/${proposal?.id}/accept`)).status, 200);
  assert.equal(
    await summaryOf(incident),
    'Requests failed (2026-10-14 14:07 UTC, alertmanager). It was rolled back (2026-10-14 14:41 UTC, slack).',
  );
  const { authorization, model, messages } = asked.at(-1) as Asked;
  assert.deepEqual([authorization, model], ['Bearer k-123', 'local-1']);
  assert.match(messages[1]?.content ?? '', /\[E1\] 2026-10-14 14:07 UTC Alert HighErrorRate fired/);
});

test('a model that says nothing that can be cited changes nothing', async () => {
  says('{"summary.text": "All is well."}');
  const incident = await newIncident();
  const { json } = await ann.call('POST', `${incident}/rewrite`, {});
  assert.deepEqual(json['proposals'], []);
  says('I cannot help with that.');
  assert.deepEqual((await ann.call('POST', `${incident}/rewrite`, {})).json['proposals'], []);
});

test('an endpoint that refuses, talks nonsense, redirects or is away is named with the reason', async () => {
  const incident = await newIncident();
  const reasons: string[] = [];
  const failing: (typeof answer)[] = [
    (_, response) => void response.writeHead(401).end('{"error":"bad key"}'),
    (_, response) => void response.end('<html>'),
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    (_, response) => void response.end('x'.repeat(1_100_000)),
    (_, response) => void response.destroy(),
  ];
  for (const each of failing) {
    answer = each;
    const { status, json, text: body } = await ann.call('POST', `${incident}/rewrite`, {});
    assert.deepEqual([status, json['code']], [502, 'model.failed'], body);
    reasons.push(String(json['title']));
  }
  assert.match(reasons[0] ?? '', /401: \{"error":"bad key"\}/);
  assert.match(reasons[1] ?? '', /no chat completion/);
  assert.match(reasons[3] ?? '', /more than 1000000 bytes/);
});

test('without a configured model it is said, and who may not edit is refused before anything is asked', async () => {
  const incident = await newIncident();
  assert.equal((await without.call('POST', `${incident}/rewrite`, {})).json['code'], 'model.none');
  const count = asked.length;
  const viewer = await server.person('viewer', 'Vic');
  assert.equal((await viewer.call('POST', `${incident}/rewrite`, {})).status, 403);
  assert.equal(asked.length, count);
});
