import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { listeningServer } from '../../test/server/listening.ts';

const lines: { level: number; method?: string; status?: number }[] = [];
const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
const server = await listeningServer({ log });
const ann = await server.token('editor');

test('a request whose sender hangs up in the middle changes nothing, and is no failure of the server', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Cut off' });
  const incident = `/incidents/${json['id']}`;
  const socket = connect(Number(new URL(server.around.origin).port), '127.0.0.1');
  const heads = ['Host: x', 'Content-Type: application/json', 'Content-Length: 500'];
  const credentials = Object.entries(ann.credentials).map(([name, value]) => `${name}: ${value}`);
  const head = [`POST /api/v1${incident}/timeline HTTP/1.1`, ...heads, ...credentials].join('\r\n');
  socket.write(`${head}\r\n\r\n{"entry":{"text":"half"}}`);
  await sleep(100);
  lines.length = 0;
  socket.destroy();
  for (let tries = 0; lines.length === 0; tries += 1) {
    assert.ok(tries < 200, 'nobody noticed');
    await sleep(10);
  }
  assert.deepEqual(
    lines.map(({ level, status }) => [level, status]),
    [[30, 400]],
  );
  const { record } = (await ann.call('GET', incident)).json as unknown as { record: { timeline?: object[] } };
  assert.equal(record.timeline, undefined);
});
