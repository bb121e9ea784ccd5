import { getRequestListener } from '@hono/node-server';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../run-cli.ts';
import { testServer } from '../server/server.ts';
import { tokenOf } from './connect.ts';

// The conformance run knows no tokens, so each request is given one. All else is the server as it is.
const http = createServer();
http.listen(0, '127.0.0.1');
await once(http, 'listening');
after(() => {
  http.close();
  http.closeAllConnections();
});
const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
const server = await testServer({ origin });
const token = tokenOf(await server.token('editor'));
const listener = getRequestListener(server.app.fetch);
http.on('request', (request, response) => {
  request.headers.authorization = `Bearer ${token}`;
  request.rawHeaders.push('Authorization', `Bearer ${token}`);
  void listener(request, response);
});

/**
 * The scenarios that hold for any server. The others call tools, prompts and resources with names of their own (`test_simple_text`), or
 * want sampling, elicitation or logging, which Hindcast does not use.
 */
const scenarios = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'completion-complete',
  'server-sse-polling',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
];

type Ran = { code: number | null; output: string };

const run = (scenario: string): Promise<Ran> =>
  new Promise((resolve) => {
    const program = path.join(root, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
    const args = [program, 'server', '--url', `${origin}/mcp`, '--scenario', scenario];
    const child = execFile(process.execPath, args, { cwd: root }, (_error, out, err) =>
      resolve({ code: child.exitCode, output: out + err }),
    );
  });

for (const scenario of scenarios)
  test(`the official conformance run passes ${scenario}`, async () => {
    const { code, output } = await run(scenario);
    assert.equal(code, 0, output);
    assert.match(output, /0 failed/, output);
  });
