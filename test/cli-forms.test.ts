import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { example, hindcast, ownFolder, root } from './run-cli.ts';

const evidence = [path.join(path.dirname(example), 'alertmanager.json')];
const names = ['agent-ops', 'enterprise', 'invariants', 'slo-service', 'trading-desk'];

test('SARIF has the shape of version 2.1.0, with rules, help and regions', async () => {
  const { code, out } = await hindcast(['check', 'examples/checkout-outage/postmortem.md', '--format', 'sarif']);
  assert.equal(code, 1);
  const log = JSON.parse(out);
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  assert.equal(run.tool.driver.name, 'Hindcast');
  assert.match(run.tool.driver.semanticVersion, /^\d+\.\d+\.\d+/);
  for (const rule of run.tool.driver.rules) {
    assert.match(rule.helpUri, /^[a-z]+:/);
    assert.ok(rule.help.text.length > 0 && rule.shortDescription.text.length > 0, rule.id);
  }
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.ok(['error', 'warning', 'note'].includes(result.level));
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'examples/checkout-outage/postmortem.md');
    if (region !== undefined) assert.ok(region.startLine >= 1 && region.endColumn > region.startColumn);
  }
});

test('GitHub annotations name file, line and title, one line each', async () => {
  const { out } = await hindcast(['check', 'examples/checkout-outage/postmortem.md', '--format', 'github']);
  for (const line of out.trimEnd().split('\n')) {
    assert.match(
      line,
      /^::(?:error|warning|notice) file=examples\/checkout-outage\/postmortem\.md,(?:line=\d+,col=\d+,endColumn=\d+,)?title=[\w.-]+::./,
    );
  }
});

test('templates are listed and shown', async () => {
  const listed = JSON.parse((await hindcast(['templates', '--json'])).out);
  assert.deepEqual(listed.map(({ name }: { name: string }) => name).toSorted(), names);
  const shown = await hindcast(['template', 'show', 'enterprise']);
  assert.match(shown.out, /^---\nname: enterprise\n/);
});

test('the example is written in each template, and the result read again', async (context) => {
  const folder = ownFolder(context);
  for (const name of names) {
    const file = path.join(folder, `${name}.md`);
    const { code, err } = await hindcast(['write', example, '-t', name, '-o', file]);
    assert.equal(code, 0, err);
    const read = JSON.parse((await hindcast(['read', file, '--json'])).out);
    assert.equal(read.template.name, name);
    assert.equal(read.record.incident.id, 'INC-2026-118');
  }
});

test('the ending decides the format', async (context) => {
  const folder = ownFolder(context);
  for (const [ending, magic] of [
    ['html', '<!doctype html>'],
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const) {
    const file = path.join(folder, `a.${ending}`);
    const { code, err } = await hindcast(['write', example, '-t', 'enterprise', '-o', file]);
    assert.equal(code, 0, err);
    assert.equal(readFileSync(file).subarray(0, magic.length).toString('latin1').toLowerCase(), magic.toLowerCase());
  }
});

test('PDF and Word are laid out on A4, and on Letter when asked', async (context) => {
  const folder = ownFolder(context);
  const pdf = path.join(folder, 'a.pdf');
  const boxes: string[] = [];
  for (const more of [[], ['--paper', 'letter']]) {
    const { code, err } = await hindcast(['write', example, '-t', 'enterprise', '-o', pdf, ...more]);
    assert.equal(code, 0, err);
    boxes.push(/\/MediaBox ?\[([^\]]+)\]/.exec(readFileSync(pdf, 'latin1'))?.[1] ?? '');
  }
  assert.match(boxes[0] ?? '', /595\.\d+ 841\.\d+$/);
  assert.match(boxes[1] ?? '', /612 792$/);
  const word = await hindcast(['draft', ...evidence, '-t', 'enterprise', '--paper', 'letter', '-o', `${pdf}.docx`]);
  assert.equal(word.code, 0, word.err);
});

test('paper of another size, or for a form without pages, is wrong use', async (context) => {
  const out = path.join(ownFolder(context), 'a');
  const a5 = await hindcast(['write', example, '-t', 'enterprise', '-o', `${out}.pdf`, '--paper', 'a5']);
  assert.match(a5.err, /--paper is a4 or letter, not a5/);
  const page = await hindcast(['write', example, '-t', 'enterprise', '-o', `${out}.html`, '--paper', 'letter']);
  assert.equal(page.code, 2);
  assert.match(page.err, /OUT\.pdf or OUT\.docx/);
});

test('what read --json printed can be written', async () => {
  const read = await hindcast(['read', example, '--json']);
  const { code, out, err } = await hindcast(['write', '-', '-t', 'invariants'], { input: read.out });
  assert.equal(code, 0, err);
  assert.match(out, /INC-2026-118/);
  assert.equal((await hindcast(['write', '-', '-t', 'invariants'], { input: '{"timeline": 3}' })).code, 2);
});

test('patch changes one value in place and leaves every other byte', async (context) => {
  const file = path.join(ownFolder(context), 'a.md');
  await hindcast(['write', example, '-t', 'invariants', '-o', file]);
  const before = readFileSync(file, 'utf8');
  const { code, err } = await hindcast(['patch', file, '--set', 'incident.date=2026-10-15']);
  assert.equal(code, 0, err);
  assert.equal(readFileSync(file, 'utf8'), before.replace('2026-10-14', '2026-10-15'));
});

test('patch says when nothing had to change, and how many entries there are', async (context) => {
  const file = path.join(ownFolder(context), 'a.md');
  await hindcast(['write', example, '-t', 'invariants', '-o', file]);
  const { code, err } = await hindcast(['patch', file, '--set', 'incident.date=2026-10-14']);
  assert.equal(code, 0);
  assert.match(err, /^unchanged {2}/);
  const none = await hindcast(['patch', file, '--set', 'timeline[99].text=x']);
  assert.match(none.err, /no such entry: the document has \d+, counted from 0\.\n {2}help: .*timeline\[-\]/);
});

test('patch refuses what has no place and leaves the file alone', async (context) => {
  const file = path.join(ownFolder(context), 'a.md');
  await hindcast(['write', example, '-t', 'invariants', '-o', file]);
  const before = readFileSync(file, 'utf8');
  const { code, err } = await hindcast(['patch', file, '--set', 'no.such.path=x']);
  assert.equal(code, 2);
  assert.match(err, /patch\.refused/);
  assert.equal(readFileSync(file, 'utf8'), before);
});

test('patch names standard input in words, and what chooses the table of a new entry', async () => {
  const unknown = await hindcast(['patch', '-', '--set', 'incident.id=3'], { input: 'hello\n' });
  assert.match(unknown.err, /template\.none\] {2}standard input fits no known template/);
  const form = (await hindcast(['new', '-t', 'invariants'])).out;
  const added = await hindcast(['patch', '-', '--set', 'actions[-]={"text": "Add an alert"}'], { input: form });
  assert.equal(added.code, 2);
  assert.match(added.err, /by `horizon`\.\n {2}help: Add `"horizon": "Immediate"` or /);
});

test('new without a template lists the templates', async () => {
  const { code, err } = await hindcast(['new']);
  assert.equal(code, 2);
  for (const name of names) assert.match(err, new RegExp(`help: .*${name}`));
});

test('a template named by its file may have any ending, and one that is not there is called that', async (context) => {
  const file = path.join(ownFolder(context), 'ours.txt');
  writeFileSync(file, '---\nname: ours\n---\n# Report {{incident.id}}\n');
  assert.match((await hindcast(['new', '-t', file])).out, /^# Report/);
  assert.match((await hindcast(['new', '-t', 'no/such.md'])).err, /no\/such\.md: no such file/);
});

test('a mistyped finding is answered with its neighbours', async () => {
  const { code, err } = await hindcast(['explain', 'contradiction.durations']);
  assert.equal(code, 2);
  assert.match(err, /did you mean contradiction\.duration\?/);
});

test('new writes an empty form that reads as empty', async (context) => {
  const file = path.join(ownFolder(context), 'a.md');
  assert.equal((await hindcast(['new', '-t', 'slo-service', '-o', file])).code, 0);
  const read = JSON.parse((await hindcast(['read', file, '--json'])).out);
  assert.deepEqual(read.record.timeline ?? [], []);
  assert.deepEqual(read.claims, []);
});

test('learn proposes a template that can be used at once', async (context) => {
  const folder = ownFolder(context);
  const form = path.join(folder, 'form.md');
  writeFileSync(
    form,
    '# Postmortem: [Title]\n\n**Date:** YYYY-MM-DD\n**Severity:** [S1/S2]\n\n## Root cause\n\n[What broke]\n',
  );
  const learned = path.join(folder, 'ours.md');
  const { code, err } = await hindcast(['template', 'learn', form, '-o', learned]);
  assert.equal(code, 0, err);
  assert.ok(existsSync(path.join(folder, 'ours.blank.md')));
  const written = await hindcast(['write', example, '-t', learned]);
  assert.equal(written.code, 0, written.err);
  assert.match(written.out, /2026-10-14/);
});

test('the tour shows findings and writes all five templates', async (context) => {
  const folder = ownFolder(context);
  const { code, out, err } = await hindcast(['tour', '-o', folder], { cwd: root });
  assert.equal(code, 0, err);
  assert.match(out, /contradiction\.duration/);
  for (const name of names) assert.ok(readFileSync(path.join(folder, `${name}.md`)).length > 0);
});

test("a team's own template is used through hindcast.yaml, and a mistake in it names file and line", async (context) => {
  const folder = ownFolder(context);
  const team = path.join(folder, 'templates');
  mkdirSync(team);
  writeFileSync(path.join(folder, 'hindcast.yaml'), 'templates: [templates]\ntemplate: ours\n');
  const own = '---\nname: ours\n---\n# Report {{incident.id}}\n\n**Day:** {{incident.date}}\n';
  writeFileSync(path.join(team, 'ours.md'), own);
  const document = path.join(folder, 'a.md');
  writeFileSync(document, readFileSync(example));
  const written = await hindcast(['write', document]);
  assert.equal(written.code, 0, written.err);
  assert.match(written.out, /^# Report INC-2026-118\n\n\*\*Day:\*\* 2026-10-14\n/);
  writeFileSync(path.join(team, 'ours.md'), own.replace('incident.date', 'incident.dat'));
  const broken = await hindcast(['write', document]);
  assert.equal(broken.code, 2);
  assert.match(broken.err, /template\.invalid.*ours\.md:6:/);
});

test('a file name with terminal escapes is printed harmless', async (context) => {
  const out = path.join(ownFolder(context), 'a\u001b[31mb.md');
  const { err } = await hindcast(['new', '--template', 'enterprise', '-o', out]);
  assert.match(err, /^wrote {2}.{1,400}\u241b\[31mb\.md$/m);
});

test('a folder where one document is wanted is called that', async () => {
  const { code, err } = await hindcast(['read', 'examples']);
  assert.equal(code, 2);
  assert.match(err, /input\.folder.{1,80}is a folder[^]{1,80}check/);
});

test('a record with a value of the wrong kind is refused by its file and path', async (context) => {
  const file = path.join(ownFolder(context), 'record.json');
  writeFileSync(file, '{"incident": {"title": 5}}');
  const { code, err } = await hindcast(['write', file, '-t', 'enterprise']);
  assert.equal(code, 2);
  assert.match(err, /record\.invalid.{1,400}record\.json is no record: incident\.title: /);
});

test('JSON that holds nothing of a record is refused, not written as an empty document', async () => {
  const { code, err } = await hindcast([
    'write',
    path.join(path.dirname(example), 'alertmanager.json'),
    '-t',
    'enterprise',
  ]);
  assert.equal(code, 2);
  assert.match(err, /record\.invalid/);
});
