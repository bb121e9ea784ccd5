import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { commands } from '../src/cli/command-list.ts';
import { example, hindcast, ownFolder, root } from './run-cli.ts';

test('--help lists every command; each explains itself with an example', async () => {
  const { code, out } = await hindcast(['--help']);
  assert.equal(code, 0);
  for (const command of commands) {
    assert.ok(out.includes(command.name), command.name);
    const help = await hindcast([...command.name.split(' '), '--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /Usage[^]*Options[^]*--json[^]*Examples\n {2}hindcast /);
  }
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  assert.equal((await hindcast(['--version'])).out, `hindcast ${version}\n`);
});

test('wrong use ends with 2 and says what to do', async () => {
  for (const [args, pattern] of [
    [['chekc'], /command\.unknown.*did you mean check\?/],
    [['check'], /usage.*check needs FILE/],
    [['check', example, '--format', 'xml'], /--format is one of terminal, json, sarif, github/],
    [['check', example, '--nonsense'], /there is no option --nonsense/],
    [['check', example, '--min-severity', 'high'], /error, warning or note/],
    [['read', 'gone.md'], /input\.not-found.*gone\.md/],
    [['read', example, '--template', 'gone'], /template\.unknown.*known:/],
    [['write', example, '-t', 'enterprise', '-o', 'out/x.odt'], /output\.format/],
    [['patch', example], /--set PATH=VALUE/],
    [['explain', 'gone.code'], /finding\.unknown/],
  ] as const) {
    const { code, err, out } = await hindcast([...args]);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, pattern);
    assert.match(err, /help:/);
    assert.equal(out, '');
  }
});

test('with --json an error is JSON too', async () => {
  const { code, err } = await hindcast(['read', 'gone.md', '--json']);
  assert.equal(code, 2);
  assert.deepEqual(Object.keys(JSON.parse(err).error), ['code', 'message', 'remedy']);
});

test('check of the example ends with 1 and quotes the offending lines', async () => {
  const { code, out } = await hindcast(['check', example]);
  assert.equal(code, 1);
  assert.match(out, /postmortem\.md:6:\d+ {2}error\[contradiction\.duration\]/);
  assert.match(out, /6 \| - \*\*Duration:\*\* 45 minutes\n +\| +\^+/);
  assert.match(out, /= help: /);
  assert.match(out, /1 document: \d+ errors?/);
});

test('check finds each mistake planted in the example', async () => {
  const { out } = await hindcast(['check', example, '--json']);
  const [file] = JSON.parse(out).files;
  const lines = new Set(file.findings.map((finding: { line?: number }) => finding.line));
  const text = readFileSync(example, 'utf8').split('\n');
  const lineOf = (words: string) => text.findIndex((line) => line.includes(words)) + 1;
  for (const words of ['Duration:', 'Time to detect:', 'SLA breach:', '**Total**', '2025-10-28', 'Page on exhausted']) {
    assert.ok(lines.has(lineOf(words)), `no finding on the line of ${words}`);
  }
});

test('a document is read from standard input', async () => {
  const { code, out } = await hindcast(['check', '-'], { input: readFileSync(example) });
  assert.equal(code, 1);
  assert.match(out, /^stdin:\d+:\d+ {2}error/m);
});

test('a clean document ends with 0, and --min-severity decides what counts', async () => {
  const { code, out } = await hindcast(['check', '-'], { input: '# Notes\n\nNothing happened.\n' });
  const strict = await hindcast(['check', '-', '--min-severity', 'error'], { input: '# Notes\n\nNothing happened.\n' });
  assert.equal(strict.code, 0, strict.out);
  assert.ok(code === 0 || /warning|note/.test(out));
});

test('read --json holds the promised keys', async () => {
  const { code, out } = await hindcast(['read', example, '--json']);
  assert.equal(code, 1);
  const result = JSON.parse(out);
  for (const key of ['template', 'encoding', 'record', 'figures', 'claims', 'findings', 'custom']) {
    assert.ok(key in result, key);
  }
  assert.deepEqual(Object.keys(result.template), ['name', 'confidence']);
  assert.equal(result.encoding.damaged, false);
  assert.equal(result.encoding.repaired, false);
  const resolved = result.record.timeline.find((event: { milestone?: string }) => event.milestone === 'resolved');
  assert.equal(resolved.at, '2026-10-14T15:04Z');
  assert.equal(resolved.precision, 'instant');
  for (const name of ['duration', 'timeToDetect', 'timeToDeclare', 'timeToAcknowledge', 'timeToMitigate']) {
    assert.ok(name in result.figures, name);
  }
  assert.ok('timeToRepair' in result.figures && 'timeToResolve' in result.figures);
  assert.equal(result.figures.duration.status, 'known');
  assert.equal(result.figures.duration.seconds, 62 * 60);
  assert.equal(result.figures.timeToDetect.seconds, 5 * 60);
  assert.ok(
    result.claims.some(
      (claim: { figure: string; value: number }) => claim.figure === 'duration' && claim.value === 2700,
    ),
  );
});

test('read prints record, figures and findings for people', async () => {
  const { out } = await hindcast(['read', example]);
  assert.match(out, /timeline \(\d+\)/);
  assert.match(out, /duration +1h 2m +known +✗ “45 minutes”/);
});

test('a folder is walked; what cannot be read is said, and the rest still checked', async (context) => {
  const folder = ownFolder(context);
  mkdirSync(path.join(folder, 'deep/node_modules'), { recursive: true });
  writeFileSync(path.join(folder, 'deep/a.md'), '# A\n');
  writeFileSync(path.join(folder, 'deep/node_modules/b.md'), '# B\n');
  writeFileSync(path.join(folder, 'c.txt'), '%PDF-1.7');
  writeFileSync(path.join(folder, 'd.png'), 'x');
  const { code, out, err } = await hindcast(['check', folder, '--json']);
  assert.equal(code, 2);
  const { files, summary } = JSON.parse(out);
  assert.deepEqual(
    files.map((file: { file: string }) => path.basename(file.file)),
    ['a.md'],
  );
  assert.equal(summary.unread, 1);
  assert.match(err, /input\.not-text.*a PDF/);
});

test('UTF-16 and invalid UTF-8 are read, with a note', async (context) => {
  const folder = ownFolder(context);
  const utf16 = path.join(folder, 'a.md');
  writeFileSync(utf16, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Ausfall ü\n', 'utf16le')]));
  const latin = path.join(folder, 'b.md');
  writeFileSync(latin, Buffer.from('# Ausfall \xfc\n', 'latin1'));
  const { err } = await hindcast(['check', utf16, latin]);
  assert.match(err, /a\.md was read as utf-16le/);
  assert.match(err, /b\.md was read as utf-8 with invalid bytes/);
  assert.equal((await hindcast(['patch', latin, '--set', 'incident.title=x'])).code, 2);
});

test('hindcast.yaml silences a finding; a mistake in it names its line', async (context) => {
  const folder = ownFolder(context);
  const file = path.join(folder, 'postmortem.md');
  writeFileSync(file, readFileSync(example));
  writeFileSync(
    path.join(folder, 'hindcast.yaml'),
    'silence:\n  - {code: contradiction.duration, file: "*.md", reason: test}\n',
  );
  const { out } = await hindcast(['check', file]);
  assert.doesNotMatch(out, /contradiction\.duration\]/);
  assert.match(out, /\d silenced/);
  writeFileSync(path.join(folder, 'hindcast.yaml'), 'zone: UTC\nsilense: []\n');
  const broken = await hindcast(['check', file]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /hindcast\.yaml:2: unknown key "silense"/);
});

test('a reader that goes away early ends the program quietly', () => {
  const script = `./bin/hindcast check ${Array.from({ length: 40 }, () => `'${example}'`).join(' ')} 2>&1 | head -1`;
  const out = execFileSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
  assert.equal(out.split('\n').length, 2);
  assert.doesNotMatch(out, /EPIPE/);
});

test('Ctrl-C stops between two documents and prints what was found', async (context) => {
  const folder = ownFolder(context);
  const source = readFileSync(example, 'utf8');
  for (let index = 0; index < 3000; index += 1) writeFileSync(path.join(folder, `${index}.md`), source);
  const { code, out } = await hindcast(['check', folder], { signalAfterMs: 1500 });
  if (code === 1) return context.skip('the machine checked 3000 documents before the signal came');
  assert.equal(code, 130);
  assert.match(out, /stopped after \d+ of 3000\n$/);
});

test('help on a command that does not exist says so, and a family of commands is told apart', async () => {
  const help = await hindcast(['help', 'nonsense']);
  assert.equal(help.code, 2);
  assert.match(help.err, /command\.unknown\] {2}there is no command nonsense/);
  assert.match(
    (await hindcast(['template'])).err,
    /there is template .*template show, template layout, template learn/,
  );
});

test('what the system says of a file is told without its codes and calls', async () => {
  const { err } = await hindcast(['new', '-t', 'enterprise', '-o', '/proc/x.md']);
  assert.match(err, /^error\[output\.unwritable\] {2}\/proc\/x\.md cannot be written: [a-z -]+$/m);
});
