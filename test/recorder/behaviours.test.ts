import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '@modelcontextprotocol/client';
import { ownFolder } from '../run-cli.ts';
import { type Era, eras, opsCommand, progressed, recorded, startSession } from './session.ts';
import { until } from './until.ts';

/** Everything a client can see of a server: each call with what came of it, in words that can be compared. */
async function seen(client: Client): Promise<object> {
  const outcome = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: Error & { code?: unknown }) => ({ error: error.message, code: error.code }));
  const call = (name: string, given: Record<string, unknown> = {}, options: object = {}) =>
    outcome(client.callTool({ name, arguments: given }, options));
  const cancel = new AbortController();
  const cancelled = call(
    'wait',
    { until: 'nobody' },
    { signal: cancel.signal, onprogress: () => cancel.abort('enough') },
  );
  return {
    cancelled: await cancelled,
    tools: await client.listTools(),
    structured: await call('scale', { deployment: 'checkout', replicas: 6 }),
    asked: await call('drop', { table: 'carts' }),
    toolError: await call('fail'),
    wrongInput: await call('scale', { deployment: 5 }),
    unknownTool: await call('nothing'),
    progressed: await progressed(client),
    many: await Promise.all(Array.from({ length: 20 }, (_, index) => call('echo', { index, text: 'ä €\u2028\n' }))),
    resources: await outcome(client.listResources()),
    resource: await outcome(client.readResource({ uri: 'ops://runbook' })),
    noResource: await outcome(client.readResource({ uri: 'ops://none' })),
    prompts: await outcome(client.listPrompts()),
    prompt: await outcome(client.getPrompt({ name: 'help' })),
  };
}

for (const era of Object.keys(eras) as Era[])
  for (const answer of ['accept', 'decline'] as const)
    test(`a client of the era of ${era} sees the same with a recorder in between, who ${answer}s questions`, async (context) => {
      const env = { HINDCAST_SPOOL: ownFolder(context), XDG_CONFIG_HOME: ownFolder(context) };
      const direct = await startSession(opsCommand, { era, answer });
      const expected = await seen(direct.client);
      await direct.client.close();
      const tapped = await startSession(recorded('INC-1'), { era, env, answer });
      const actual = await seen(tapped.client);
      await tapped.client.close();
      assert.deepEqual(actual, expected);
      await until('standard error passes', () => /^ops server is up$/m.test(tapped.said()));
      await until('the server sees the end of its input', () => /^standard input has ended$/m.test(tapped.said()));
    });
