import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { hindcast, ownFolder } from '../run-cli.ts';
import { recordingServer } from './recording-server.ts';
import { type Era, eras, recorded, startSession } from './session.ts';
import { until } from './until.ts';

const { agent, newIncident, shown, stepsOf, around, listen, portOf, allSent } = await recordingServer();

for (const era of Object.keys(eras) as Era[])
  test(`each tool call of a client of ${era} is a step as the template shows it`, async (context) => {
    const incident = await newIncident();
    const env = around(context);
    const { client, said } = await startSession(recorded(incident), { era, env });
    await client.listTools();
    await client.callTool({ name: 'scale', arguments: { deployment: 'checkout', replicas: 6 } });
    await client.callTool({ name: 'drop', arguments: { table: 'carts' } });
    await client.callTool({ name: 'fail', arguments: {} });
    await client.callTool({ name: 'nothing', arguments: {} }).catch(() => undefined);
    const cancel = new AbortController();
    const options = { signal: cancel.signal, onprogress: () => cancel.abort('too slow') };
    await client.callTool({ name: 'wait', arguments: { until: 'nobody' } }, options).catch(() => undefined);
    await client.callTool({ name: 'die', arguments: {} }).catch(() => undefined);
    // The server has ended, and so does the recorder, by itself.
    await until('it ended', () => /6 tool calls recorded/.test(said()));
    await client.close();
    await allSent(env);
    const steps = await stepsOf(incident);
    const [scaled, dropped] = steps;
    assert.equal(scaled?.['text'], 'Scale a deployment: deployment=checkout, replicas=6');
    assert.equal(scaled?.['tool'], 'scale (MCP, ops 1.2.0)');
    assert.equal(scaled?.['by'], 'agent desk 3.1');
    assert.deepEqual(JSON.parse(scaled?.['command'] ?? ''), {
      method: 'tools/call',
      params: { name: 'scale', arguments: { deployment: 'checkout', replicas: 6 } },
    });
    assert.match(scaled?.['result'] ?? '', /^ok after (?:under )?\d+ ms: scaled checkout to 6$/);
    assert.ok(Math.abs(Date.parse(scaled?.at.at ?? '') - Date.now()) < 60_000);
    assert.equal(dropped?.['override'], 'a person confirmed: Drop carts?');
    const results = steps.map((step) => `${step['text']}: ${step['result']?.replace(/ after [^:]*/, '')}`);
    assert.deepEqual(results.slice(1), [
      'drop: table=carts: ok: dropped carts',
      'fail: tool error: no such pod',
      `nothing: ${results[3]?.split(': ')[1]}: ${results[3]?.split(': ').slice(2).join(': ')}`,
      'wait: until=nobody: cancelled: too slow',
      'die: no answer: the tool ended',
    ]);
    assert.match(results[3] ?? '', /^nothing: (?:tool error|protocol error -32602): .*nothing/);
    const document = await agent.call('GET', `/incidents/${incident}/document?format=md`);
    assert.match(document.text, /\*\*Step 1\*\*: `Scale a deployment[\s\S]*"method": "tools\/call"/);
    const evidence = await agent.call('GET', `/incidents/${incident}/evidence`);
    assert.match(evidence.text, /"name":"recording-\w+-\w+\.jsonl"/);
    assert.deepEqual(readdirSync(env.HINDCAST_SPOOL), [], 'what the server has is not kept here');
  });

/** Everything that is on the disk in a folder. What goes while it is read is not there. */
function onDisk(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  return files.map(read).join('\n');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

test('a server that is away for the whole session gets everything later, once, in order, without the secrets', async (context) => {
  const incident = await newIncident();
  const away = await listen();
  const port = portOf(away);
  await new Promise((resolve) => away.close(resolve));
  // Everything that may be written lies in one folder: the spool, the home, what is temporary.
  const folder = ownFolder(context);
  const own = { HINDCAST_SPOOL: path.join(folder, 'spool'), HOME: folder, TMPDIR: folder };
  const env = { ...around(context, port), ...own };
  // Made here, so that nobody who scans the repository takes them for real.
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  const secrets = {
    github: `ghp_${random(18)}`,
    aws: `AKIA${random(8).toUpperCase()}`,
    jwt: `eyJ${random(12)}.eyJ${random(20)}.${random(20)}`,
    inUrl: random(10),
    byName: `${random(4)} ${random(4)}`,
    fromEnvironment: random(12),
  };
  const given = {
    note: `use ${secrets.github} or ${secrets.aws}`,
    nested: [{ header: `Authorization: Bearer ${secrets.jwt}` }, `postgres://ops:${secrets.inUrl}@db/x`],
    password: secrets.byName,
    dsn: `key ${secrets.fromEnvironment}`,
  };
  const { client } = await startSession(recorded(incident), {
    era: '2026',
    env: { ...env, PAGER_TOKEN: secrets.fromEnvironment },
  });
  for (let index = 0; index < 5; index += 1) await client.callTool({ name: 'echo', arguments: { index, ...given } });
  await until('all are on the disk', () => onDisk(folder).split('"name":"echo"').length > 5);
  await client.close();
  const spooled = onDisk(folder);
  for (const [what, secret] of Object.entries(secrets)) assert.ok(!spooled.includes(secret), `${what} is on the disk`);
  assert.deepEqual(await stepsOf(incident), []);
  const stays = await hindcast(['record', '--flush'], { env });
  assert.equal(stays.code, 2);
  assert.match(stays.out, /stays in .*cannot be reached/);
  const back = await listen(port);
  context.after(() => back.close());
  const flushed = await hindcast(['record', '--flush'], { env });
  assert.equal(flushed.out, `${incident}: 5 recorded, sent\n`, flushed.err);
  const steps = await stepsOf(incident);
  assert.deepEqual(
    steps.map(({ text }) => /index=(\d)/.exec(text ?? '')?.[1]),
    ['0', '1', '2', '3', '4'],
  );
  const evidence = await agent.call('GET', `/incidents/${incident}/evidence`);
  const { id } = (evidence.json as unknown as { items: { id: string }[] }).items[0] ?? {};
  const original = await agent.call('GET', `/incidents/${incident}/evidence/${id}/content`);
  assert.match(original.text, /"name":"echo"/);
  const told = JSON.stringify(await shown(incident)) + original.text;
  for (const [what, secret] of Object.entries(secrets)) assert.ok(!told.includes(secret), `${what} is in the record`);
  const again = await hindcast(['record', '--flush'], { env });
  assert.match(again.out, /^Nothing waits/);
});

test('a recorder that is killed leaves what it wrote, and the next one sends it', async (context) => {
  const incident = await newIncident();
  const env = around(context);
  const away = { ...env, HINDCAST_URL: 'http://127.0.0.1:9' };
  const first = await startSession(recorded(incident), { era: '2025', env: away });
  await first.client.callTool({ name: 'echo', arguments: { before: 'the kill' } });
  await until('it is on the disk', () => onDisk(env.HINDCAST_SPOOL).includes('the kill'));
  process.kill(first.transport.pid ?? 0, 'SIGKILL');
  await until('the server sees the end of its input', () => first.said().includes('standard input has ended'));
  const second = await startSession(recorded(incident), { era: '2025', env });
  await second.client.callTool({ name: 'echo', arguments: { after: 'the kill' } });
  await until('it is kept', () => onDisk(env.HINDCAST_SPOOL).includes('after=the kill'));
  await second.client.close();
  await allSent(env);
  const texts = (await stepsOf(incident)).map(({ text }) => text);
  assert.deepEqual(texts, ['echo: before=the kill', 'echo: after=the kill']);
});

test('what the server refuses is kept, and can go to another incident', async (context) => {
  const incident = await newIncident();
  const env = around(context);
  const { client } = await startSession(recorded('INC-99999'), { era: '2025', env });
  await client.callTool({ name: 'fail', arguments: {} });
  await until('it is on the disk', () => onDisk(env.HINDCAST_SPOOL).includes('no such pod'));
  await client.close();
  const refused = await hindcast(['record', '--flush'], { env });
  assert.equal(refused.code, 2);
  assert.match(refused.out, /^INC-99999: stays in .*\.jsonl: there is no incident INC-99999/);
  const flushed = await hindcast(['record', '--flush', '--incident', incident], { env });
  assert.equal(flushed.code, 0, flushed.out);
  assert.equal((await stepsOf(incident)).length, 1);
});

test('exit codes and signals are those of the command, and a wrong use says how it is used', async (context) => {
  const env = around(context);
  const run = (...args: string[]) => hindcast(['record', ...args], { env });
  assert.equal((await run('-i', 'INC-1', '--', 'sh', '-c', 'exit 41')).code, 41);
  const killed = await run('-i', 'INC-1', '--', 'sh', '-c', 'kill -TERM $$');
  assert.equal(killed.code, null, 'it ended by a signal, too');
  assert.equal((await run('-i', 'INC-1', '--', 'cat')).code, 0);
  assert.match((await run('--', 'cat')).err, /--incident INC is needed/);
  assert.match((await run('-i', 'INC-1')).err, /a command is needed behind `--`/);
  const line = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"scale"}}\n';
  const away = { ...env, HINDCAST_URL: 'http://127.0.0.1:9' };
  const unsent = await hindcast(['record', '-i', 'INC-1', '--', 'cat'], { env: away, input: line });
  assert.equal(unsent.out, line);
  assert.match(unsent.err, /1 tool call recorded, not yet sent: .*could not be reached .* hindcast record --flush/);
  const seen = await run('-i', 'INC-1', '--', 'sh', '-c', 'echo "${HINDCAST_TOKEN-none} $HINDCAST_URL"');
  assert.equal(seen.out, `none ${env.HINDCAST_URL}\n`, 'the token is not for the tool');
  const missing = await run('-i', 'INC-1', '--', '/no/such/command');
  assert.match(missing.err, /error\[record\.no-command\] {2}\/no\/such\/command could not be started/);
  assert.equal(missing.code, 2);
});
