import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { example, hindcast, ownFolder } from './run-cli.ts';

const evidence = ['alertmanager.json', 'slack', 'kubectl-events.json'].map((name) =>
  path.join(path.dirname(example), name),
);

test('draft makes a first document from three kinds of evidence', async (context) => {
  const file = path.join(ownFolder(context), 'draft.md');
  const { code, err } = await hindcast(['draft', ...evidence, '-t', 'enterprise', '-o', file]);
  assert.equal(code, 0, err);
  assert.match(err, /alertmanager.*\d+ events/);
  const read = JSON.parse((await hindcast(['read', file, '--json'])).out);
  assert.equal(read.template.name, 'enterprise');
  assert.ok(read.record.timeline.length >= 10);
});

test('draft refuses what no source knows', async (context) => {
  const file = path.join(ownFolder(context), 'x.json');
  writeFileSync(file, '{"hello": "world"}');
  const { code, err } = await hindcast(['draft', file, '-t', 'enterprise']);
  assert.equal(code, 2);
  assert.match(err, /evidence\.unreadable/);
});

test('draft refuses evidence whose events were all refused, says why, and writes nothing', async (context) => {
  const folder = ownFolder(context);
  const file = path.join(folder, 'alerts.json');
  const out = path.join(folder, 'draft.md');
  writeFileSync(file, readFileSync(evidence[0] ?? '', 'utf8').replace(/"(startsAt|endsAt)": "[^"]+"/g, '"$1": "soon"'));
  const { code, err } = await hindcast(['draft', file, '-t', 'enterprise', '-o', out]);
  assert.equal(code, 2);
  assert.match(err, /evidence\.no-events\].*alerts\.json: an alert: startsAt is no time: soon \(\d+ times\)/);
  assert.ok(!existsSync(out));
  const beside = await hindcast(['draft', file, evidence[2] ?? '', '-t', 'enterprise', '-o', out]);
  assert.equal(beside.code, 0, beside.err);
  assert.match(beside.err, /left out {2}an alert: startsAt is no time: soon \(\d+ times\)/);
});

test('evidence that is not there is called that', async () => {
  const { code, err } = await hindcast(['draft', 'nowhere.json', '-t', 'enterprise']);
  assert.equal(code, 2);
  assert.match(err, /nowhere\.json cannot be read as evidence: there is no such file or folder/);
});
