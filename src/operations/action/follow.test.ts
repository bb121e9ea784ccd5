import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyIncident, reviewServer, signAs, smallTemplate } from '../../../test/server/review.ts';
import type { Caller } from '../../../test/server/server.ts';
import type { ActionPage } from './list.ts';
import type { ActionShown } from './show.ts';

const table = `
## Actions

| ID | What | Owner | Due | Status |
|----|------|-------|-----|--------|
| {{actions.id}} | {{actions.text}} | {{actions.owner}} | {{actions.due}} | {{actions.status}} |

## Sign-off`;
const head = 'horizons: [{name: Now, within: 7d}]';
let now = '2026-11-21T08:00:00.000Z';
const server = await reviewServer(smallTemplate(head).replace('\n## Sign-off', table), { now: () => now });
const [ann, ed, eve] = [
  await server.person('approver', 'Ann'),
  await server.person('editor', 'Ed'),
  await server.person('viewer', 'Eve'),
];
const agent = await server.token('editor');

type Given = Record<string, unknown>;
async function withActions(actions: Given[]): Promise<{ incident: string; ids: string[] }> {
  const incident = await readyIncident(ed);
  const { json, text } = await ed.call('POST', `${incident}/actions/batch`, { entries: actions });
  assert.ok(json['ids'], text);
  return { incident, ids: json['ids'] as unknown as string[] };
}
const promised = { owner: 'Bob', due: '2026-12-01', verification: 'The alert fires in a drill.' };
const step = async (who: Caller, incident: string, id: string, verb: string, body: Given = {}) => {
  const { status, json, text } = await who.call('POST', `${incident}/actions/${id}/${verb}`, body);
  return { status, json: json as Given, text };
};
const shown = async (incident: string, id: string) =>
  (await eve.call('GET', `${incident}/actions/${id}`)).json as unknown as ActionShown;
const listed = async (incident: string) => {
  const key = (await ed.call('GET', incident)).json['key'];
  return ((await ed.call('GET', `/actions?incident=${key}`)).json as unknown as ActionPage).items;
};

test('an action goes from proposed to verified, and each step says who, when and with what', async () => {
  const { incident, ids } = await withActions([{ text: 'Alert on lag' }]);
  const [id = ''] = ids;
  const bare = await step(ed, incident, id, 'commit');
  assert.deepEqual(
    [bare.status, bare.json['code'], bare.json['data']],
    [409, 'action.incomplete', { missing: ['owner', 'due day', 'verification'] }],
  );
  const committed = await step(ed, incident, id, 'commit', promised);
  assert.deepEqual(committed.json, { id, label: 'AI-001', stage: 'committed', owner: 'Bob', due: '2026-12-01' });
  assert.equal((await step(ed, incident, 'ai-001', 'verify', { proof: { kind: 'note', text: 'x' } })).status, 409);
  assert.equal((await step(agent, incident, 'AI-001', 'finish', { note: 'Merged.' })).json['stage'], 'done');
  now = '2026-11-21T08:10:00.000Z';
  const proof = { kind: 'link', url: 'https://ci.example/7', text: 'The drill' };
  assert.equal((await step(ann, incident, 'AI-001', 'verify', { proof })).json['stage'], 'verified');
  const { stage, verification, steps, next, document } = await shown(incident, id);
  assert.deepEqual([stage, verification, next, document], ['verified', promised.verification, [], undefined]);
  assert.deepEqual(
    steps.map(({ step: name, from, to, by, said }) => [name, from, to, by.name, said]),
    [
      ['commit', 'proposed', 'committed', 'Ed', undefined],
      ['finish', 'committed', 'done', 'a token', 'Merged.'],
      ['verify', 'done', 'verified', 'Ann', undefined],
    ],
  );
  assert.deepEqual([steps[2]?.at, steps[2]?.proof], [now, proof]);
  const record = (await ed.call('GET', incident)).json['record'] as unknown as { actions: Given[] };
  assert.deepEqual(record.actions, [
    { id: 'AI-001', text: 'Alert on lag', owner: 'Bob', due: '2026-12-01', status: 'verified' },
  ]);
});

test('agents finish and hand on; they do not commit, verify or decline, and viewers do nothing', async () => {
  const { incident, ids } = await withActions([{ text: 'One', status: 'done' }]);
  const [id = ''] = ids;
  const proof = { kind: 'note', text: 'I looked.' };
  for (const [who, verb, body] of [
    [agent, 'verify', { proof }],
    [agent, 'decline', { reason: 'no' }],
    [agent, 'commit', promised],
    [eve, 'reopen', {}],
    [eve, 'finish', {}],
  ] as const)
    assert.equal((await step(who, incident, id, verb, body)).json['code'], 'access.denied', verb);
  assert.equal((await step(agent, incident, id, 'reopen')).json['stage'], 'proposed');
  assert.equal((await step(agent, incident, id, 'assign', { owner: 'Bob' })).json['owner'], 'Bob');
});

test('what was declined, done or verified is taken a step back, and says so', async () => {
  const { incident, ids } = await withActions([{ text: 'One' }, { text: 'Two' }]);
  const [one = '', two = ''] = ids;
  await step(ed, incident, one, 'decline', { reason: 'The service goes away.' });
  assert.deepEqual([(await shown(incident, one)).stage, (await listed(incident))[0]?.state], ['declined', 'dropped']);
  assert.equal((await step(ed, incident, one, 'finish')).json['code'], 'action.elsewhere');
  assert.equal((await step(ed, incident, one, 'reopen', { reason: 'It stays.' })).json['stage'], 'proposed');
  await step(ed, incident, two, 'commit', promised);
  await step(ed, incident, two, 'finish');
  assert.equal((await step(ed, incident, two, 'reopen')).json['stage'], 'committed');
  assert.equal((await step(ed, incident, two, 'reopen')).json['stage'], 'proposed');
  assert.deepEqual(
    (await shown(incident, one)).steps.map(({ said }) => said),
    ['The service goes away.', 'It stays.'],
  );
});

test('a committed action gets its day from its horizon, and a name that nobody else has', async () => {
  const { incident, ids } = await withActions([
    { text: 'One', horizon: 'Now' },
    { text: 'Two', horizon: 'Now' },
    { id: 'AI-001', text: 'Three', horizon: 'Now' },
  ]);
  assert.equal((await shown(incident, ids[0] ?? '')).suggestedDue, '2026-11-28');
  const taken = await Promise.all(
    ids.map((id) => step(ed, incident, id, 'commit', { owner: 'Bob', verification: 'A drill.' })),
  );
  assert.deepEqual(taken.map(({ json }) => json['label']).toSorted(), ['AI-001', 'AI-002', 'AI-003']);
  assert.deepEqual(new Set(taken.map(({ json }) => json['due'])), new Set(['2026-11-28']));
});

test('actions go on after approval and archiving; no signature ends by it, and the document stays as it was signed', async () => {
  const { incident, ids } = await withActions([{ text: 'One', owner: 'Bob', due: '2026-12-01', status: 'open' }]);
  const [id = ''] = ids;
  await ed.call('POST', `${incident}/submit`);
  await signAs(ed, incident, 'Author');
  await signAs(ann, incident, 'Approver');
  assert.equal((await ann.call('POST', `${incident}/approve`)).status, 200);
  const before = (await ed.call('GET', incident)).json;
  await step(ed, incident, id, 'commit', { verification: 'A drill.' });
  await step(ed, incident, 'AI-001', 'assign', { owner: 'Ann', due: '2026-12-24', reason: 'Bob is away.' });
  await step(ed, incident, 'AI-001', 'finish');
  const after = (await ed.call('GET', incident)).json;
  assert.deepEqual(
    [after['status'], after['sha256'], after['record']],
    ['approved', before['sha256'], before['record']],
  );
  assert.equal((await ann.call('POST', `${incident}/archive`)).status, 200);
  const figures = (await ed.call('GET', incident)).json['figures'] as unknown as Record<string, { value?: number }>;
  assert.deepEqual([figures['actionsOpen']?.value, figures['actionCompletion']?.value], [0, 100]);
  assert.equal((await step(ann, incident, id, 'verify', { proof: { kind: 'note', text: 'Seen.' } })).status, 200);
  const [item] = await listed(incident);
  assert.deepEqual(
    [item?.label, item?.stage, item?.state, item?.owner, item?.due],
    ['AI-001', 'verified', 'verified', 'Ann', '2026-12-24'],
  );
  assert.deepEqual((await ed.call('GET', incident)).json['followUp'], [
    { id, label: 'AI-001', stage: 'verified', today: { status: 'verified', owner: 'Ann', due: '2026-12-24' } },
  ]);
  assert.deepEqual((await shown(incident, id)).document, { status: 'open', owner: 'Bob', due: '2026-12-01' });
});

test('the later word holds: what the document says after a step is what counts', async () => {
  const { incident, ids } = await withActions([{ text: 'One', owner: 'Bob', due: '2026-12-01', status: 'open' }]);
  const [id = ''] = ids;
  await step(ed, incident, id, 'finish');
  const [{ version } = { version: 0 }] = await listed(incident);
  const set = { status: 'inProgress', owner: 'Cy' };
  assert.equal((await ed.call('PATCH', `${incident}/actions/${id}`, { set, seen: version })).status, 200);
  assert.deepEqual([(await listed(incident))[0]?.stage, (await listed(incident))[0]?.owner], ['committed', 'Cy']);
});

test('two who take the same step at once take it once', async () => {
  const { incident, ids } = await withActions([{ text: 'One' }]);
  const [id = ''] = ids;
  const tries = await Promise.all(Array.from({ length: 6 }, () => step(ed, incident, id, 'finish')));
  assert.deepEqual(tries.map(({ status }) => status).toSorted(), [200, 409, 409, 409, 409, 409]);
  assert.equal((await shown(incident, id)).steps.length, 1);
});

test('a proof by evidence names evidence of that incident', async () => {
  const { incident, ids } = await withActions([{ text: 'One', status: 'done' }]);
  const added = await ed.call('POST', `${incident}/evidence?name=drill.txt`, 'the drill went well', {
    'content-type': 'application/octet-stream',
  });
  const evidence = added.json['id'];
  const other = await readyIncident(ed);
  assert.ok(evidence, added.text);
  const strange = { kind: 'evidence', evidence: '00000000-0000-4000-8000-000000000000' };
  const [id = ''] = ids;
  assert.equal((await step(ed, incident, id, 'verify', { proof: strange })).json['code'], 'evidence.not-found');
  assert.equal((await step(ed, other, id, 'finish')).json['code'], 'record.entry-not-found');
  const script = { kind: 'link', url: 'javascript:alert(1)' };
  assert.equal((await step(ed, incident, id, 'verify', { proof: script })).json['code'], 'input.invalid');
  assert.equal((await step(ed, incident, id, 'verify', { proof: { kind: 'evidence', evidence } })).status, 200);
});

test('who is given an action is told so, once, and not by themselves', async () => {
  const { incident, ids } = await withActions([{ text: 'One' }, { text: 'Two' }]);
  const [one = '', two = ''] = ids;
  await step(ed, incident, one, 'assign', { owner: 'Ann', due: '2026-12-01' });
  await step(ed, incident, one, 'assign', { due: '2026-12-02' });
  await step(ann, incident, two, 'assign', { owner: 'Ann' });
  const kept = server.around.database.kysely.selectFrom('notice').select(['person_id', 'payload']);
  const told = await kept.where('kind', '=', 'action.assigned').where('person_id', '=', ann.personId).execute();
  const ofThese = told.filter(({ payload }) => ids.includes((payload as { values: { action: string } }).values.action));
  assert.equal(ofThese.length, 1);
});
