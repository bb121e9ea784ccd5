import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';

const server = await testServer();
const editor = await server.person('editor', 'Ann Editor');
const viewer = await server.person('viewer');
const agent = await server.token('editor', ['incident.see', 'incident.propose']);

type Shown = {
  record: { summary?: { text?: string }; timeline?: { text: string }[] };
  versions: { summary?: number };
  status: string;
};
type Item = { id: string; state: string; author: { kind: string; name: string }; settled: { reason: string } | null };

async function incident(): Promise<string> {
  const { json } = await editor.call('POST', '/incidents', {
    title: 'Proposed',
    record: { summary: { text: 'Old.' } },
  });
  return String(json['id']);
}
const shown = async (id: string) => (await editor.call('GET', `/incidents/${id}`)).json as unknown as Shown;
const propose = (by: Caller, id: string, operation: string, input: object) =>
  by.call('POST', `/incidents/${id}/proposals`, { operation, input, why: 'The pager log says so.' });
const list = async (id: string, state = 'open') =>
  (await viewer.call('GET', `/incidents/${id}/proposals?state=${state}`)).json['items'] as unknown as Item[];
const decide = (by: Caller, id: string, proposal: string, verb: string, body: object = {}) =>
  by.call('POST', `/incidents/${id}/proposals/${proposal}/${verb}`, body);

const event = { at: '2026-01-01T10:00Z', precision: 'instant', text: 'Paged Ben' };

test('a token that may only propose writes nothing; what it wants is done when a person accepts, in one entry that names both', async () => {
  const id = await incident();
  assert.equal((await agent.call('POST', `/incidents/${id}/timeline`, { entry: event })).json['code'], 'access.denied');
  const made = await propose(agent, id, 'timeline.add', { entry: event });
  assert.equal(made.status, 200, made.text);
  assert.equal((await shown(id)).record.timeline, undefined);
  const [waiting] = await list(id);
  assert.deepEqual([waiting?.author.kind, waiting?.state], ['agent', 'open']);
  const accepted = await decide(editor, id, String(made.json['id']), 'accept');
  assert.deepEqual(accepted.json, { id: made.json['id'], state: 'accepted' });
  assert.deepEqual(
    (await shown(id)).record.timeline?.map(({ text }) => text),
    ['Paged Ben'],
  );
  assert.deepEqual(await list(id), []);
  const { rows } = await server.around.database.query<{ operation: string; actor: string; payload: string }>({
    text: `select operation, actor, payload from entry where incident_id = $1 and operation <> 'incident.create' order by at, operation`,
    values: [id],
  });
  assert.deepEqual(
    rows.map(({ operation }) => operation),
    ['proposal.make', 'timeline.add'],
  );
  assert.equal(rows[1]?.actor, `person:${editor.personId}`);
  assert.match(
    rows[1]?.payload ?? '',
    new RegExp(`"proposal":\\{"by":"token:[\\w-]+","id":"${String(made.json['id'])}"`),
  );
  const again = await decide(editor, id, String(made.json['id']), 'accept');
  assert.equal(again.json['state'], 'accepted');
  assert.equal((await shown(id)).record.timeline?.length, 1);
});

test('what was changed meanwhile is a conflict with both values, and the proposal waits on', async () => {
  const id = await incident();
  const seen = (await shown(id)).versions.summary ?? 0;
  const made = await propose(agent, id, 'record.set', { part: 'summary', set: { text: 'The agent’s.' }, seen });
  const path = `/incidents/${id}/record/summary`;
  assert.equal((await editor.call('PATCH', path, { set: { text: 'Ann’s.' }, seen })).status, 200);
  const refused = await decide(editor, id, String(made.json['id']), 'accept');
  assert.equal(refused.json['code'], 'record.conflict');
  assert.match(refused.text, /Ann’s.*|The agent’s/);
  assert.equal((await list(id)).length, 1);
  assert.equal((await shown(id)).record.summary?.text, 'Ann’s.');
});

test('a refused proposal keeps its reason, and is accepted no more', async () => {
  const id = await incident();
  const made = String((await propose(agent, id, 'timeline.add', { entry: event })).json['id']);
  assert.equal((await decide(editor, id, made, 'refuse', { reason: 'That was Cleo.' })).json['state'], 'refused');
  assert.equal((await decide(editor, id, made, 'refuse')).json['state'], 'refused');
  assert.equal((await decide(editor, id, made, 'accept')).json['code'], 'proposal.settled');
  const [settled] = await list(id, 'settled');
  assert.deepEqual([settled?.state, settled?.settled?.reason], ['refused', 'That was Cleo.']);
});

test('two who accept at once add it once', async () => {
  const id = await incident();
  const made = String((await propose(agent, id, 'timeline.add', { entry: event })).json['id']);
  const both = await Promise.all([decide(editor, id, made, 'accept'), decide(editor, id, made, 'accept')]);
  for (const { json } of both) assert.ok(json['state'] === 'accepted' || json['code'] === 'proposal.settled');
  assert.equal((await shown(id)).record.timeline?.length, 1);
});

test('a proposal that is true already is settled without a change', async () => {
  const id = await incident();
  const seen = (await shown(id)).versions.summary ?? 0;
  const made = String(
    (await propose(agent, id, 'record.set', { part: 'summary', set: { text: 'Old.' }, seen })).json['id'],
  );
  assert.equal((await decide(editor, id, made, 'accept')).json['state'], 'accepted');
  assert.deepEqual(await list(id), []);
});

test('only changes of the record can be proposed, and only with input that could be done', async () => {
  const id = await incident();
  const codes = [
    await propose(agent, id, 'lifecycle.approve', {}),
    await propose(agent, id, 'signoff.sign', { statement: '{}' }),
    await propose(agent, id, 'timeline.add', { entry: { at: 5 } }),
    await propose(agent, id, '__proto__', {}),
  ].map(({ json }) => json['code']);
  assert.deepEqual(
    codes,
    codes.map(() => 'input.invalid'),
  );
  assert.deepEqual(await list(id), []);
});

test('what waits in an incident stays small enough to be listed, however large each proposal is', async () => {
  const id = await incident();
  const large = { part: 'summary', set: { text: 'x'.repeat(900_000) }, seen: 1 };
  const codes: unknown[] = [];
  for (let sent = 0; sent < 6; sent += 1) codes.push((await propose(agent, id, 'record.set', large)).json['code']);
  assert.deepEqual(codes, [...Array.from({ length: 5 }, () => undefined), 'input.invalid']);
  assert.equal((await list(id)).length, 5);
});

test('people below editors and all tokens decide nothing', async () => {
  const id = await incident();
  const made = String((await propose(agent, id, 'timeline.add', { entry: event })).json['id']);
  for (const by of [viewer, agent, await server.token('admin')])
    for (const verb of ['accept', 'refuse'])
      assert.equal((await decide(by, id, made, verb)).json['code'], 'access.denied', verb);
  assert.equal((await decide(editor, id, '00000000-0000-4000-8000-000000000000', 'accept')).status, 404);
  const other = await incident();
  assert.equal((await decide(editor, other, made, 'accept')).json['code'], 'proposal.not-found');
});
