import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { example, hindcast, ownFolder } from './run-cli.ts';
import { testServer } from './server/server.ts';

const server = await testServer();
const listener = createServer(getRequestListener(server.app.fetch));
await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
after(() => listener.close());
const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
const editor = await server.token('editor');
const token = (editor.credentials['authorization'] ?? '').replace('Bearer ', '');
const env = { HINDCAST_URL: url, HINDCAST_TOKEN: token };

const run = (args: string[], more: NodeJS.ProcessEnv = {}, input = '') =>
  hindcast(args, { env: { ...env, ...more }, input });

/** An editor that runs a sed script on the file. */
function editorOf(context: TestContext, script: string): string {
  const file = path.join(ownFolder(context), 'editor.sh');
  writeFileSync(file, `#!/bin/sh\nsed -i '${script}' "$1"\n`);
  chmodSync(file, 0o755);
  return file;
}

async function create(): Promise<string> {
  const made = await run(['incident', 'create', '--markdown', `@${example}`, '--template', 'enterprise', '--json']);
  assert.equal(made.code, 0, made.err);
  return `INC-${(JSON.parse(made.out) as { number: number }).number}`;
}

test('operations are commands: create, list, add, change, with their own help', async () => {
  const incident = await create();
  const list = await run(['incident', 'list', '--status', 'draft']);
  assert.match(list.out, new RegExp(`${incident}\\b`));
  const added = await run([
    'timeline',
    'add',
    incident,
    '--text',
    'Called the bank',
    '--at',
    '2026-10-14T15:00Z',
    '--precision',
    'instant',
    '--json',
  ]);
  assert.equal(added.code, 0, added.err);
  const { id } = JSON.parse(added.out) as { id: string };
  const changed = await run([
    'call',
    'timeline.change',
    incident,
    id,
    '--set',
    'text=Called both banks',
    '--seen',
    '1',
    '--json',
  ]);
  assert.deepEqual(JSON.parse(changed.out), { version: 2, changed: ['text'] }, changed.err);
  const help = await run(['service-levels', 'add', '--help']);
  assert.match(help.out, /Usage {2}hindcast service-levels add INCIDENT/);
  const all = await run(['call']);
  assert.match(all.out, /incident create/);
});

test('evidence is sent from a file and fetched into one', async (context) => {
  const incident = await create();
  const file = path.join(ownFolder(context), 'alert.json');
  writeFileSync(file, '{"alert": "down"}');
  const added = await run(['evidence', 'add', incident, file, '--name', 'alert.json', '--json']);
  assert.equal(added.code, 0, added.err);
  const { id } = JSON.parse(added.out) as { id: string };
  const fetched = await run(['evidence', 'download', incident, id, '-o', `${file}.fetched`]);
  assert.equal(fetched.code, 0, fetched.err);
  assert.equal(readFileSync(`${file}.fetched`, 'utf8'), '{"alert": "down"}');
  const missing = await run(['evidence', 'add', incident, `${file}.none`, '--name', 'x']);
  assert.match(missing.err, /error\[input\.not-found\]/);
});

test('the same key does a thing once', async () => {
  const once = ['incident', 'create', '--title', 'Only once', '--key', 'a-key-of-the-test', '--json'];
  const [first, second] = [await run(once), await run(once)];
  assert.equal(first.out, second.out);
});

test('what the server refuses is said with its code, and as JSON for programs', async () => {
  const missing = await run(['incident', 'show', 'INC-999999']);
  assert.equal(missing.code, 2);
  assert.match(missing.err, /error\[incident\.not-found\]/);
  const json = await run(['timeline', 'add', 'INC-999999', '--text', 'x', '--json']);
  assert.equal((JSON.parse(json.err) as { error: { code: string } }).error.code, 'incident.not-found');
  const away = await run(['incident', 'list'], { HINDCAST_URL: 'http://127.0.0.1:1' });
  assert.match(away.err, /error\[client\.unreachable\]/);
  const nobody = await run(['incident', 'list'], { HINDCAST_TOKEN: 'hct_wrong_wrong' });
  assert.match(nobody.err, /error\[access\.unknown\]/);
  const wrong = await run(['incident', 'list', '--limit', 'many']);
  assert.match(wrong.err, /--limit is a number, not many/);
});

test('show prints the document byte for byte when piped', async () => {
  const incident = await create();
  const { text } = await editor.call('GET', `/incidents/${incident}/document`);
  const shown = await run(['show', incident]);
  assert.equal(shown.out, text);
});

test('login keeps the token readable by this user only, and commands need nothing else', async (context) => {
  const home = { XDG_CONFIG_HOME: ownFolder(context), HINDCAST_URL: '', HINDCAST_TOKEN: '' };
  assert.match((await run(['incident', 'list'], home)).err, /error\[client\.unset\]/);
  assert.match((await run(['login', url], home, 'hct_not_a_token\n')).err, /error\[access\.unknown\]/);
  const login = await run(['login', `${url}/`], home, `${token}\n`);
  assert.equal(login.code, 0, login.err);
  assert.equal((await run(['incident', 'list'], home)).code, 0);
});

test('edit applies what was changed, and nothing when nothing was', async (context) => {
  const incident = await create();
  const edited = await run(['edit', incident], {
    EDITOR: editorOf(context, 's/from 6 to 12 pods/from 6 to 24 pods/'),
    VISUAL: '',
  });
  assert.equal(edited.code, 0, edited.err);
  assert.match(edited.out, /^changed {2}timeline\/\S+\.text\n$/);
  assert.match((await run(['show', incident])).out, /from 6 to 24 pods/);
  const same = await run(['edit', incident], { EDITOR: 'true', VISUAL: '' });
  assert.match(same.err, /Nothing was changed/);
});

test('edit keeps the text when the editor fails or nothing can be applied, and takes it up again after a conflict', async (context) => {
  const incident = await create();
  const failed = await run(['edit', incident], { EDITOR: 'false', VISUAL: '' });
  assert.match(failed.err, /error\[edit\.unfinished\].*false ended with 1/);
  const shown = (await editor.call('GET', `/incidents/${incident}`)).json as unknown as {
    versions: { timeline: { id: string }[] };
    record: { timeline: { text: string }[] };
  };
  const index = shown.record.timeline.findIndex(({ text }) => text.startsWith('Scaled out'));
  const place = `/api/v1/incidents/${incident}/timeline/${shown.versions.timeline[index]?.id}`;
  const body = JSON.stringify({ set: { text: 'Scaled out by Ben' }, seen: 1 });
  const rival = `curl -sf -X PATCH -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}' ${url}${place} >&2`;
  const script = path.join(ownFolder(context), 'editor.sh');
  writeFileSync(script, `#!/bin/sh\nsed -i 's/from 6 to 12 pods/from 6 to 24 pods/' "$1"\n${rival}\n`);
  chmodSync(script, 0o755);
  const conflict = await run(['edit', incident], { EDITOR: script, VISUAL: '' });
  assert.equal(conflict.code, 2);
  assert.match(conflict.err, /yours: {2}Scaled out from 6 to 24 pods/);
  assert.match(conflict.err, /theirs: Scaled out by Ben/);
  const kept = /kept in (\S+)\. /.exec(conflict.err)?.[1] ?? '';
  assert.match(readFileSync(kept, 'utf8'), /from 6 to 24 pods/);
  const again = await run(['edit', incident, '--from', kept], { EDITOR: 'true', VISUAL: '' });
  assert.equal(again.code, 0, again.err);
  assert.match((await run(['show', incident])).out, /from 6 to 24 pods/);
});

test('a list leaves out what a key says already, and columns that are empty; short nested values are shown', async () => {
  const incident = await create();
  const { out } = await run(['incident', 'list']);
  assert.match(
    out.split('\n')[0] ?? '',
    /^ {2}key +title +severity +services +date +status +visibility +template +createdAt$/,
  );
  assert.doesNotMatch(out, /\.\d{3}Z/);
  const shown = await run(['incident', 'show', incident]);
  assert.match(shown.out, /^versions:\n {2}incident: 1$/m);
});

test('a mistyped verb is answered with those there are', async () => {
  const { err, code } = await run(['incident', 'creat']);
  assert.equal(code, 2);
  assert.match(err, /there is (?:incident \S+, )*incident create, incident list/);
});

test('the help of an operation says what each value may be', async () => {
  const { out } = await run(['incident', 'list', '--help']);
  assert.match(out, /--limit N +whole number, 1 to 200; 50 without/);
  assert.doesNotMatch(out, /Examples/);
});

test('evidence is called as its file is, unless it is told', async (context) => {
  const incident = await create();
  const file = path.join(ownFolder(context), 'alerts.log');
  writeFileSync(file, 'it burns\n');
  const added = await run(['evidence', 'add', incident, file, '--json']);
  assert.equal((JSON.parse(added.out) as { name: string }).name, 'alerts.log', added.err);
  const named = await run(['evidence', 'add', incident, file, '--name', 'other.log', '--json']);
  assert.equal(named.code, 0, named.err);
});

test('an emptied document changes nothing', async (context) => {
  const incident = await create();
  const before = (await run(['show', incident])).out;
  const { code, err } = await run(['edit', incident], { EDITOR: editorOf(context, 'd') });
  assert.equal(code, 0);
  assert.match(err, /came back empty, so nothing was changed/);
  assert.equal((await run(['show', incident])).out, before);
});
