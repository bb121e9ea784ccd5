import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { root } from '../run-cli.ts';
import { opsServer } from './ops-server.ts';
import { recordingServer } from './recording-server.ts';
import { type Era, eras, progressed } from './session.ts';
import { until } from './until.ts';

const { newIncident, stepsOf, around, allSent } = await recordingServer();

/** Starts an HTTP server for one test file, and gives its address. */
async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  after(() => (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const handler = createMcpHandler(opsServer);
const target = `${await serve(getRequestListener((incoming) => handler.fetch(incoming)))}/mcp`;

/** A recorder that listens, before a target; `stop` ends it and sends what it has. */
async function listening(context: TestContext, incident: string, before = target) {
  const env = around(context);
  const args = ['record', '-i', incident, '--listen', '0', '--target', before];
  const child = spawn(path.join(root, 'bin/hindcast'), args, { env: { ...process.env, ...env } });
  context.after(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  await until('it listens', () => /hindcast: (\S+) stands before/.test(said));
  const url = /hindcast: (\S+) stands before/.exec(said)?.[1] ?? '';
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await new Promise((resolve) => child.on('close', resolve));
    await allSent(env);
  };
  return { url, stop };
}

async function connected(url: string, era: Era): Promise<Client> {
  const client = new Client(
    { name: 'desk', version: '3.1' },
    { capabilities: { elicitation: {} }, versionNegotiation: { mode: eras[era] } },
  );
  client.setRequestHandler('elicitation/create', async () => ({ action: 'accept', content: { sure: true } }));
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  return client;
}

/** Everything a client can see of a server over HTTP. */
async function seen(client: Client): Promise<object> {
  const outcome = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: Error & { code?: unknown }) => ({ error: error.message, code: error.code }));
  return {
    structured: await outcome(client.callTool({ name: 'scale', arguments: { deployment: 'checkout', replicas: 6 } })),
    asked: await outcome(client.callTool({ name: 'drop', arguments: { table: 'carts' } })),
    toolError: await outcome(client.callTool({ name: 'fail', arguments: {} })),
    progressed: await progressed(client),
    resource: await outcome(client.readResource({ uri: 'ops://runbook' })),
    prompt: await outcome(client.getPrompt({ name: 'help' })),
  };
}

for (const era of Object.keys(eras) as Era[])
  test(`a client of ${era} over HTTP sees the same with a recorder before the server, and its calls are steps`, async (context) => {
    const incident = await newIncident();
    const direct = await connected(target, era);
    const expected = await seen(direct);
    await direct.close();
    const { url, stop } = await listening(context, incident);
    const client = await connected(url, era);
    assert.deepEqual(await seen(client), expected);
    await client.close();
    await stop();
    const steps = await stepsOf(incident);
    const outcomes = steps.map(({ text, result, override }) => [
      text?.split(':')[0],
      result?.split(' after')[0],
      override,
    ]);
    // The server of this test keeps no sessions, so that a client of 2025 cannot be asked anything.
    const drop = era === '2026' ? ['ok', 'a person confirmed: Drop carts?'] : ['tool error', undefined];
    // Which of the last two began first is a matter of less than a millisecond.
    assert.deepEqual(outcomes.slice(0, 3).concat(outcomes.slice(3).toSorted()), [
      ['scale', 'ok', undefined],
      ['drop', ...drop],
      ['fail', 'tool error', undefined],
      ['release', 'ok', undefined],
      ['wait', 'ok', undefined],
    ]);
    assert.equal(steps[0]?.['tool'], 'scale (MCP, ops 1.2.0)');
  });

const call = (id: number, name: string) =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: {} } });
const answer = (id: number, text: string) =>
  JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text }] } });
const json = { 'content-type': 'application/json' };

test('compressed answers pass as they are and are read; sessions and status codes are followed', async (context) => {
  const before = await serve((incoming, response) => {
    const name = incoming.url?.slice(1) ?? '';
    incoming.resume();
    if (name === 'gzip')
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(answer(1, 'small')));
    if (name === 'br')
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'br' })
        .end(brotliCompressSync(`: hi\r\nevent: message\r\ndata: ${answer(2, 'smaller')}\r\n\r\n`));
    if (name === 'locked') response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('who are you?');
    if (name === 'later') response.writeHead(202).end();
    if (name === 'stream')
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`data: ${answer(4, 'by the stream')}\n\n`);
  });
  const incident = await newIncident();
  const { url, stop } = await listening(context, incident, before);
  const post = (name: string, id: number, headers: Record<string, string> = {}) =>
    fetch(`${url}/${name}`, { method: 'POST', headers: { ...json, ...headers }, body: call(id, name) });
  assert.equal(await (await post('gzip', 1)).text(), answer(1, 'small'));
  assert.match(await (await post('br', 2)).text(), /smaller/);
  const locked = await post('locked', 3);
  assert.deepEqual([locked.status, locked.headers.get('www-authenticate')], [401, 'Bearer']);
  assert.equal((await post('later', 4, { 'mcp-session-id': 's1' })).status, 202);
  await (await fetch(`${url}/stream`, { headers: { 'mcp-session-id': 's1' } })).text();
  await stop();
  const results = (await stepsOf(incident)).map(({ text, result }) => `${text}: ${result?.replace(/after [^:]+/, '')}`);
  assert.deepEqual(results, [
    'gzip: ok : small',
    'br: ok : smaller',
    'locked: protocol error : HTTP status 401',
    'later: ok : by the stream',
  ]);
});

test('a client that goes away ends the call at the server, and a server that is away is said', async (context) => {
  let wentAway = false;
  const before = await serve((incoming, response) => {
    incoming.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': wait\n\n');
    response.on('close', () => (wentAway = true));
  });
  const incident = await newIncident();
  const { url, stop } = await listening(context, incident, before);
  const leaving = new AbortController();
  const response = await fetch(url, { method: 'POST', headers: json, body: call(1, 'slow'), signal: leaving.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  leaving.abort();
  await until('the server sees it', () => wentAway);
  await stop();
  const nobody = await listening(context, incident, 'http://127.0.0.1:9/mcp');
  const refused = await fetch(nobody.url, { method: 'POST', headers: json, body: call(2, 'nobody') });
  assert.equal(refused.status, 502);
  assert.match(await refused.text(), /127\.0\.0\.1:9 could not be reached/);
  await nobody.stop();
  const results = (await stepsOf(incident)).map(({ text, result }) => `${text}: ${result?.replace(/after [^:]+/, '')}`);
  assert.deepEqual(results, ['slow: cancelled : the client went away', 'nobody: protocol error : HTTP status 502']);
});

test('pages of other sites and other hosts get nothing, and nothing but the target can be reached', async (context) => {
  const { url, stop } = await listening(context, await newIncident());
  const { port } = new URL(url);
  const status = (headers: Record<string, string>, target = '/mcp') =>
    new Promise<number | undefined>((resolve, reject) => {
      const asking = request({
        host: '127.0.0.1',
        port,
        path: target,
        method: 'POST',
        headers: { ...json, ...headers },
      });
      asking.on('response', (response) => (response.resume(), resolve(response.statusCode))).on('error', reject);
      asking.end('{}');
    });
  assert.equal(await status({ host: 'evil.example' }), 403);
  assert.equal(await status({ host: `localhost:${port}`, origin: 'https://evil.example' }), 403);
  assert.equal(await status({ host: `localhost:${port}`, origin: 'null' }), 403);
  assert.equal(await status({}, 'http://evil.example/mcp'), 400);
  assert.notEqual(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` }), 403);
  await stop();
});
