import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { testServer } from '../../../test/server/server.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';

type Change = { path: string; old?: unknown; new: unknown };
type Item = {
  seq: number;
  actor: { name: string };
  proposedBy?: { name: string };
  operation: string;
  erased: boolean;
  changes: Change[];
};

const server = await testServer();
const { database } = server.around;
const sequencer = startSequencer(database, { everyMs: 5, log: pino({ level: 'silent' }) });
after(() => sequencer.stop());
const ann = await server.person('editor', 'Ann');
const owner = await server.person('owner', 'Olga');
const viewer = await server.person('viewer');

async function history(incident: string, query = ''): Promise<{ items: Item[]; next?: number }> {
  const text = 'select 1 from entry where seq is null limit 1';
  while ((await database.query({ text, values: [] })).count > 0) await sleep(5);
  const answer = await viewer.call('GET', `/incidents/${incident}/history${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json as unknown as { items: Item[]; next?: number };
}
async function incident(record: object = {}): Promise<string> {
  const made = await ann.call('POST', '/incidents', { record: { incident: { title: 'Down' }, ...record } });
  assert.equal(made.status, 201, made.text);
  return String(made.json['id']);
}
async function set(id: string, part: string, fields: object, seen: number): Promise<void> {
  const answer = await ann.call('PATCH', `/incidents/${id}/record/${part}`, { set: fields, seen });
  assert.equal(answer.status, 200, answer.text);
}

test('each change is told with who, when and what, from what to what, the latest first', async () => {
  const id = await incident({ summary: { what: 'before' } });
  await set(id, 'summary', { what: 'after', impact: 'some' }, 1);
  await set(id, 'summary', { what: null }, 2);
  const { items } = await history(id);
  assert.deepEqual(
    items.map(({ operation, actor, changes }) => [operation, actor.name, changes]),
    [
      ['record.set', 'Ann', [{ path: 'summary.what', old: 'after', new: null }]],
      [
        'record.set',
        'Ann',
        [
          { path: 'summary.impact', old: null, new: 'some' },
          { path: 'summary.what', old: 'before', new: 'after' },
        ],
      ],
      ['incident.create', 'Ann', []],
    ],
  );
});

test('an entry of a list is followed from its beginning to its end', async () => {
  const id = await incident();
  const entry = { at: '2026-01-01T10:00Z', precision: 'instant', text: 'one' };
  const { id: event } = (await ann.call('POST', `/incidents/${id}/timeline`, { entry })).json;
  await ann.call('PATCH', `/incidents/${id}/timeline/${event}`, { set: { text: 'two' }, seen: 1 });
  await ann.call('DELETE', `/incidents/${id}/timeline/${event}?seen=2`);
  const { items } = await history(id);
  assert.deepEqual(
    items.slice(0, 3).map(({ changes }) => changes),
    [
      [{ path: `timeline/${event}`, old: { ...entry, text: 'two' }, new: null }],
      [{ path: `timeline/${event}.text`, old: 'one', new: 'two' }],
      [{ path: `timeline/${event}`, old: null, new: entry }],
    ],
  );
});

test('what the ledger does not hold is not made up: after a batch or an erasure the old value is absent', async () => {
  const id = await incident();
  const entries = [{ at: '2026-01-01T10:00Z', precision: 'instant', text: 'one' }];
  const { ids } = (await ann.call('POST', `/incidents/${id}/timeline/batch`, { entries })).json as unknown as {
    ids: string[];
  };
  await ann.call('PATCH', `/incidents/${id}/timeline/${ids[0]}`, { set: { text: 'two' }, seen: 1 });
  await set(id, 'summary', { what: 'a name' }, 0);
  const { items: before } = await history(id);
  assert.deepEqual(before[1]?.changes, [{ path: `timeline/${ids[0]}.text`, new: 'two' }]);
  await owner.call('POST', `/ledger/entries/${before[0]?.seq}/erase`, { reason: 'asked for' });
  await set(id, 'summary', { what: 'no name' }, 1);
  const { items } = await history(id);
  assert.deepEqual(
    items.slice(0, 3).map(({ operation, erased, changes }) => [operation, erased, changes]),
    [
      ['record.set', false, [{ path: 'summary.what', new: 'no name' }]],
      ['ledger.erase', false, []],
      ['record.set', true, []],
    ],
  );
});

test('pages go back to the beginning without a gap', async () => {
  const id = await incident();
  for (let seen = 0; seen < 6; seen += 1) await set(id, 'summary', { what: `version ${seen}` }, seen);
  const all = (await history(id)).items;
  const paged: Item[] = [];
  for (let before = ''; ;) {
    const { items, next } = await history(id, `?limit=2${before}`);
    paged.push(...items);
    if (next === undefined) break;
    before = `&before=${next}`;
  }
  assert.deepEqual(paged, all);
  assert.equal(all.length, 7);
});

test('one field is followed through all that happened to it: creation, edits, its part taken away', async () => {
  const id = await incident({ summary: { what: 'first', impact: 'some' } });
  await set(id, 'summary', { impact: 'more' }, 1);
  await set(id, 'summary', { what: 'second' }, 2);
  await set(id, 'incident', { severity: 'S1' }, 1);
  await set(id, 'summary', { what: null }, 3);
  const changes = async (path: string) =>
    (await history(id, `?path=${encodeURIComponent(path)}`)).items.map((item) => [item.operation, ...item.changes]);
  assert.deepEqual(await changes('summary.what'), [
    ['record.set', { path: 'summary.what', old: 'second', new: null }],
    ['record.set', { path: 'summary.what', old: 'first', new: 'second' }],
    ['incident.create', { path: 'summary.what', old: null, new: 'first' }],
  ]);
  assert.deepEqual(await changes('incident.severity'), [
    ['record.set', { path: 'incident.severity', old: null, new: 'S1' }],
  ]);
  assert.equal((await changes('summary')).length, 4);
  assert.deepEqual(await changes('summary.nothing'), []);
});

test('a field of an entry begins and ends with its entry; other entries and fields of like names are left out', async () => {
  const id = await incident();
  const entry = { at: '2026-01-01T10:00Z', precision: 'instant', text: 'one' };
  const { id: event } = (await ann.call('POST', `/incidents/${id}/timeline`, { entry })).json;
  await ann.call('POST', `/incidents/${id}/timeline`, { entry: { ...entry, text: 'other' } });
  await ann.call('PATCH', `/incidents/${id}/timeline/${event}`, { set: { text: 'two', notes: 'n' }, seen: 1 });
  await ann.call('DELETE', `/incidents/${id}/timeline/${event}?seen=2`);
  const path = `timeline/${event}.text`;
  const { items } = await history(id, `?path=${encodeURIComponent(path)}`);
  assert.deepEqual(
    items.flatMap(({ changes }) => changes),
    [
      { path, old: 'two', new: null },
      { path, old: 'one', new: 'two' },
      { path, old: null, new: 'one' },
    ],
  );
  assert.equal((await history(id, '?path=timeline')).items.length, 4);
});

test('an erased entry of the field is told as such, and pages of a field have no gap', async () => {
  const id = await incident();
  for (let seen = 0; seen < 5; seen += 1) {
    await set(id, 'summary', { what: `version ${seen}` }, seen);
    await set(id, 'incident', { severity: `S${seen}` }, seen + 1);
  }
  const all = (await history(id, '?path=summary.what')).items;
  assert.equal(all.length, 5);
  const first = await history(id, '?path=summary.what&limit=3');
  assert.equal(first.items.length, 3);
  const rest = await history(id, `?path=summary.what&limit=3&before=${first.next}`);
  assert.deepEqual([...first.items, ...rest.items], all);
  assert.equal(rest.next, undefined);
  await owner.call('POST', `/ledger/entries/${all[4]?.seq}/erase`, { reason: 'asked for' });
  const after = (await history(id, '?path=summary.what')).items;
  assert.deepEqual([after[4]?.erased, after[4]?.changes], [true, []]);
});

test('what was proposed by an agent and accepted by a person names both', async () => {
  const id = await incident({ summary: { what: 'before' } });
  const agent = await server.token('editor', ['incident.see', 'incident.propose']);
  const input = { part: 'summary', set: { what: 'after' }, seen: 1 };
  const made = await agent.call('POST', `/incidents/${id}/proposals`, { operation: 'record.set', input, why: 'So.' });
  await ann.call('POST', `/incidents/${id}/proposals/${String(made.json['id'])}/accept`);
  const { items } = await history(id);
  assert.deepEqual(
    items
      .slice(0, 2)
      .map(({ operation, actor, proposedBy, changes }) => [operation, actor.name, proposedBy?.name, changes]),
    [
      ['record.set', 'Ann', 'a token', [{ path: 'summary.what', old: 'before', new: 'after' }]],
      ['proposal.make', 'a token', undefined, []],
    ],
  );
});
