import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { example, hindcast } from './run-cli.ts';
import { passableFolder } from './server/start-server.ts';

const json = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

test('what is exported can be imported elsewhere: the same records, documents, people and evidence, and nothing twice', async (context) => {
  const folder = passableFolder(context);
  const at = (name: string) => `${folder}/${name}`;
  const runIn = (data: string, ...args: string[]) => hindcast(args, { env: { HINDCAST_DATA: at(data) } });

  const first = await runIn('a', 'import', example);
  assert.match(first.out, /postmortem\.md {2}INC-1\n1 incident,/, first.err);
  const exported = await runIn('a', 'export', at('x'));
  assert.equal(exported.code, 0, exported.err);
  assert.match((await runIn('a', 'export', at('x'))).err, /error\[export\.not-empty\]/);
  assert.deepEqual(readdirSync(at('x')), [
    'checkpoint.txt',
    'evidence',
    'hindcast.json',
    'incidents',
    'ledger.jsonl',
    'people.json',
    'templates',
  ]);

  const bytes = 'an original\n';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(at(`x/evidence/${sha256}`), bytes);
  const incident = json(at('x/incidents/INC-1/incident.json'));
  const item = { sha256, name: 'original.txt', note: 'seen', retainUntil: null };
  writeFileSync(at('x/incidents/INC-1/incident.json'), JSON.stringify({ ...incident, evidence: [item] }));
  const person = { id: 'p1', email: 'ann@example.org', name: 'Ann', role: 'editor', disabled: false };
  // The first owner of a server has no real address, and is left out.
  const placeholder = { id: 'p0', email: 'owner@localhost', name: 'Owner', role: 'owner', disabled: false };
  writeFileSync(at('x/people.json'), JSON.stringify([placeholder, person]));

  const imported = await runIn('b', 'import', at('x'));
  assert.equal(imported.code, 0, imported.err);
  assert.match(imported.out, /INC-1 {2}INC-1\n1 incident, 1 person, 1 piece of evidence/);
  const again = await runIn('b', 'import', at('x'));
  assert.match(again.out, /INC-1 {2}INC-1\n1 incident, 0 people/, again.err);
  const second = await runIn('b', 'export', at('y'));
  assert.equal(second.code, 0, second.err);
  assert.deepEqual(readdirSync(at('y/incidents')), ['INC-1']);
  for (const name of ['record.json', 'postmortem.md'])
    assert.equal(
      readFileSync(at(`y/incidents/INC-1/${name}`), 'utf8'),
      readFileSync(at(`x/incidents/INC-1/${name}`), 'utf8'),
    );
  assert.equal(readFileSync(at(`y/evidence/${sha256}`), 'utf8'), bytes);
  assert.deepEqual((json(at('y/incidents/INC-1/incident.json'))['evidence'] as object[]).length, 1);
  assert.match(readFileSync(at('y/people.json'), 'utf8'), /ann@example\.org/);

  writeFileSync(at('x/incidents/INC-1/incident.json'), '{');
  const broken = await runIn('b', 'import', at('x'));
  assert.match(broken.err, /error\[import\.invalid\].*incident\.json/);
  assert.equal(broken.code, 2);
});
