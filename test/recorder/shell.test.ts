import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ownFolder, root } from '../run-cli.ts';
import { recordingServer } from './recording-server.ts';

const { agent, newIncident, shown, around, allSent } = await recordingServer();

/** A terminal of our own, by util-linux; other systems have another `script`. */
const noTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')
  ? false
  : 'script of util-linux is not here, which makes a terminal';
const noZsh = spawnSync('zsh', ['--version']).status === 0 ? noTerminal : 'zsh is not here';

/** Types lines into a command at a terminal, and gives what was shown there. */
function typed(
  command: string,
  lines: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string }> {
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, ...env } });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stdin.end(`${lines.join('\n')}\n`);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

const lines = (marker: string) => [
  `echo "$${marker}"`,
  'false',
  ' echo private',
  '(exit 3); (exit 4)',
  'echo again',
  'echo again',
  'echo "two',
  'lines"',
  'mysql --password=hunter2hunter2 || sleep 0.2',
  'exit 5',
];

/** Runs a shell under the recorder, with start-up files of its person, and gives the log of its commands. */
async function logOf(shell: string, startUp: Record<string, string>, env: ReturnType<typeof around>, home: string) {
  const incident = await newIncident();
  for (const [name, text] of Object.entries(startUp)) writeFileSync(path.join(home, name), text);
  const command = `${path.join(root, 'bin/hindcast')} record -i ${incident} -- ${shell}`;
  const { code, out } = await typed(command, lines('MARK'), { ...env, HOME: home, ZDOTDIR: undefined });
  assert.equal(code, 5, 'the exit code of the shell');
  assert.match(out, new RegExp(`what you run here is recorded in ${incident}`));
  assert.match(out, /^mine\r$/m, "the person's own start-up file was read");
  assert.match(out, /7 commands recorded/);
  await allSent(env);
  const { record } = await shown(incident);
  assert.equal(record.appendices?.length, 1);
  assert.equal(record.appendices?.[0]?.['title'], 'Commands and Logs');
  const document = await agent.call('GET', `/incidents/${incident}/document?format=md`);
  assert.match(document.text, /### Commands and Logs\s+```bash\n# \d{4}-/);
  assert.deepEqual(readdirSync(env.HINDCAST_SPOOL), []);
  return record.appendices?.[0]?.['text'] ?? '';
}

const expected = [
  '```bash',
  '# exit 0',
  'echo "$MARK"',
  '# exit 1',
  'false',
  '# exit 4',
  '(exit 3); (exit 4)',
  '# exit 0',
  'echo again',
  '# exit 0',
  'echo again',
  '# exit 0',
  'echo "two',
  'lines"',
  '# exit 0',
  'mysql --password=(masked: password) || sleep 0.2',
  '```',
];

/** The log without times, which differ from run to run; each command has one, and the last took as long as it slept. */
function withoutTimes(log: string): string[] {
  assert.match(log, /, [2-9]\d\d ms\nmysql|, \d\.\d s\nmysql/);
  const shape = /^# \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, (exit \d+), .+$/;
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(shape, '# $1'));
}

test(
  'a bash at a terminal is as ever, and its commands are the commands and logs',
  { skip: noTerminal },
  async (context) => {
    const startUp = { '.bashrc': 'MARK=mine HISTCONTROL=ignoreboth; PROMPT_COMMAND="true"\n' };
    const log = await logOf('bash', startUp, around(context), ownFolder(context));
    assert.deepEqual(withoutTimes(log), expected);
  },
);

test('a zsh at a terminal is as ever, and its commands are the commands and logs', { skip: noZsh }, async (context) => {
  const startUp = { '.zshrc': 'MARK=mine; setopt histignorespace; precmd() { true }\n' };
  const log = await logOf('zsh', startUp, around(context), ownFolder(context));
  assert.deepEqual(withoutTimes(log), expected);
});

test('what a shell records is masked before it is on the disk', { skip: noTerminal }, async (context) => {
  const env = { ...around(context), HINDCAST_URL: 'http://127.0.0.1:9', HOME: ownFolder(context) };
  const secret = ['AKIA', 'Z7QK2M4X', 'P9TB3W6Y'].join('');
  const command = `${path.join(root, 'bin/hindcast')} record -i INC-1 -- bash`;
  await typed(command, [`export AWS_KEY=${secret}`, `echo ${secret} | wc -c`, 'exit'], env);
  const [file = ''] = readdirSync(env.HINDCAST_SPOOL).filter((name) => name.endsWith('.jsonl'));
  const spool = readFileSync(path.join(env.HINDCAST_SPOOL, file), 'utf8');
  assert.match(spool, /wc -c/);
  assert.ok(!spool.includes(secret));
});

test('with --output what commands say is kept, without colours and secrets', { skip: noTerminal }, async (context) => {
  const incident = await newIncident();
  const env = { ...around(context), HOME: ownFolder(context) };
  const secret = ['AKIA', 'Z7QK2M4X', 'P9TB3W6Y'].join('');
  const command = `${path.join(root, 'bin/hindcast')} record -i ${incident} --output -- bash`;
  const words = [
    `echo ${secret.slice(0, 10)}""${secret.slice(10)}`,
    "printf '\\033[31mred\\033[0m\\n' >&2; false",
    'exit 3',
  ];
  const { code, out } = await typed(command, words, env);
  assert.equal(code, 3);
  assert.match(out, /recorded in INC-\d+, with what it says/);
  await allSent(env);
  const { record } = await shown(incident);
  const log = record.appendices?.[0]?.['text'] ?? '';
  assert.match(log, /, exit 1, [^\n]+\nprintf [^\n]+\n {2}red\n```$/);
  assert.match(log, /^ {2}\(masked: /m);
  assert.ok(!log.includes(secret));
});
