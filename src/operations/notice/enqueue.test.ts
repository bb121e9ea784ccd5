import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { systemActor } from '../access/actor.ts';
import { storedContext } from '../../http/stored-context.ts';
import { save } from '../save.ts';
import { plainStatement } from '../../store/plain-statement.ts';
import { enqueueAlone, enqueueNotices, type NewNotice } from './enqueue.ts';

const { around, person } = await testServer();
const { database } = around;
const context = await storedContext(around, systemActor, '2026-11-22T08:00:00.000Z');
const one = await person('editor');
const two = await person('editor');

const overdue = (key: string, people: string[]): NewNotice => ({
  key,
  kind: 'action.overdue',
  values: {
    action: randomUUID(),
    label: 'AI-001',
    text: 'Alert on the backlog',
    owner: 'Ana',
    due: '2026-11-20',
    days: 2,
  },
  people,
});
const told = (key: string) =>
  database.kysely.selectFrom('notice').selectAll().where('key', 'like', `${key}/%`).orderBy('number').execute();

test('an occasion is told once, whoever enqueues it again and however many do so at once', async () => {
  const notice = overdue('action:1:overdue', [one.personId, two.personId]);
  const counts = await Promise.all(Array.from({ length: 8 }, () => enqueueAlone(database, context, [notice])));
  assert.equal(
    counts.reduce((sum, count) => sum + count),
    3,
  );
  const rows = await told('action:1:overdue');
  assert.deepEqual(
    rows.map(({ key, person_id: id, state }) => [key, id, state]),
    [
      [`action:1:overdue/person:${one.personId}`, one.personId, 'new'],
      [`action:1:overdue/person:${two.personId}`, two.personId, 'new'],
      ['action:1:overdue/channels', null, 'new'],
    ],
  );
});

test('a long text goes to many receivers in one statement that holds it once', async () => {
  const text = { kind: 'document.approved', toChannels: false } as const;
  const long = 'x'.repeat(10_000);
  const outside = Array.from({ length: 2000 }, (_, index) => ({ name: `n${index}`, email: `n${index}@example.org` }));
  const notices = [
    { ...text, key: 'short', values: { by: 'Ana' }, people: [one.personId] },
    { ...text, key: 'long', values: { by: long }, outside },
  ];
  const { parameters } = plainStatement(database, enqueueNotices(context, notices).statement);
  assert.ok(JSON.stringify(parameters).length < 1_000_000);
  assert.equal(await enqueueAlone(database, context, notices), 2001);
  assert.deepEqual(
    (await told('short')).map(({ payload }) => payload),
    [{ values: { by: 'Ana' } }],
  );
  assert.ok((await told('long')).every(({ payload }) => JSON.stringify(payload) === `{"values":{"by":"${long}"}}`));
});

test('what is told stands or falls with the change that is the reason for it', async () => {
  const change = enqueueNotices(context, [overdue('action:2:overdue', [one.personId])]);
  const decision = { operation: 'test.change', subject: 'test/1', payload: {}, result: {} };
  const nothing = { statement: enqueueNotices(context, []).statement, rows: 1 };
  await assert.rejects(save(context, { ...decision, changes: [change, nothing] }));
  assert.equal((await told('action:2:overdue')).length, 0);
  await save(context, { ...decision, changes: [change] });
  assert.equal((await told('action:2:overdue')).length, 2);
});
