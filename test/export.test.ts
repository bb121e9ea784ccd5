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
  const ann = { kind: 'person', email: 'Ann@example.org', name: 'Ann there' };
  const said = {
    id: '6f2c1b3e-0000-4000-8000-000000000001',
    thread: '6f2c1b3e-0000-4000-8000-000000000001',
    place: { path: 'timeline[1].text', quote: { text: 'it', before: 'a', after: 'b', from: 1 } },
    text: 'Was it so, @Ann?',
    replacement: 'that',
    author: { kind: 'token', email: null, name: 'An agent there' },
    at: '2026-01-02T03:04:05.678+00:00',
    editedAt: null,
    removedAt: null,
    state: 'declined',
    settledBy: ann,
    settledAt: '2026-01-03T00:00:00+00:00',
  };
  const answered = {
    ...said,
    id: '6f2c1b3e-0000-4000-8000-000000000002',
    place: null,
    text: 'It was.',
    replacement: null,
    author: ann,
    at: '2026-01-02T04:00:00+00:00',
    state: 'open',
    settledBy: null,
    settledAt: null,
  };
  writeFileSync(at('x/incidents/INC-1/comments.json'), JSON.stringify([said, answered]));
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
  const [one, two] = json(at('y/incidents/INC-1/comments.json')) as unknown as [typeof said, typeof said];
  const here = { ...ann, email: 'ann@example.org', name: 'Ann' };
  assert.deepEqual(one, { ...said, id: one.id, thread: one.id, settledBy: here });
  assert.deepEqual(two, { ...answered, id: two.id, thread: one.id, author: here });

  writeFileSync(at('x/incidents/INC-1/incident.json'), '{');
  const broken = await runIn('b', 'import', at('x'));
  assert.match(broken.err, /error\[import\.invalid\].*incident\.json/);
  assert.equal(broken.code, 2);
});

test('import names members who are there, and says what it leaves out', async (context) => {
  const folder = passableFolder(context);
  const at = (name: string) => `${folder}/${name}`;
  const runIn = (data: string, ...args: string[]) => hindcast(args, { env: { HINDCAST_DATA: at(data) } });
  await runIn('a', 'import', example);
  await runIn('a', 'export', at('x'));
  const people = [
    { id: 'p1', email: 'ann@example.org', name: 'Ann', role: 'editor', disabled: false },
    { id: 'p2', email: 'gone@example.org', name: 'Gone', role: 'editor', disabled: true },
  ];
  writeFileSync(at('x/people.json'), JSON.stringify(people));
  const file = at('x/incidents/INC-1/incident.json');
  const members = ['Ann@example.org', 'gone@example.org'];
  writeFileSync(file, JSON.stringify({ ...json(file), visibility: 'restricted', members }));

  const imported = await runIn('b', 'import', at('x'));
  assert.equal(imported.code, 0, imported.err);
  for (const said of [
    /skipped +people\.json: gone@example\.org is shut out there/,
    /skipped +incidents\/INC-1: gone@example\.org has no account here/,
    /skipped +settings: /,
  ])
    assert.match(imported.err, said);
  assert.equal((await runIn('b', 'import', at('x'))).code, 0);
  await runIn('b', 'export', at('y'));
  const back = json(at('y/incidents/INC-1/incident.json'));
  assert.deepEqual([back['visibility'], back['members']], ['restricted', ['ann@example.org']]);
});
