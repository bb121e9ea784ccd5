import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import type { Home } from './show.ts';
import type { Trend } from './trend.ts';

const now = '2026-11-21T08:00:00Z';
const server = await testServer({ now: () => now });
const [ann, bob, eve] = [
  await server.person('approver', 'Ann Example'),
  await server.person('editor', 'Bob Stone'),
  await server.person('viewer', 'Eve Looker'),
];
type Caller = typeof ann;
const home = async (caller: Caller) => (await caller.call('GET', '/home')).json as unknown as Home;
const of = ({ waiting }: Home, key: string) => waiting.items.filter((item) => item.key === key).map(({ kind }) => kind);

const event = (at: string, milestone: string, more = {}) => ({
  at,
  precision: 'instant',
  zone: 'UTC',
  milestone,
  text: 'It was so.',
  ...more,
});
const make = async (caller: Caller, title: string, record: Record<string, unknown>, more = {}) => {
  const { json, text } = await caller.call('POST', '/incidents', {
    template: 'enterprise',
    record: { incident: { title }, ...record },
    ...more,
  });
  assert.ok(json['key'], text);
  return json['key'] as string;
};

test('before the first incident nothing waits', async () => {
  const { waiting, clocks, actions, incidents } = await home(ann);
  assert.deepEqual([waiting.total, clocks.total, actions.total, incidents], [0, 0, 0, 'none']);
});

test('a draft without a summary waits to be written, by whoever sees it; one with a summary waits for its author', async () => {
  const bare = await make(ann, 'Bare', { timeline: [event('2026-11-20T10:00', 'detected')] });
  const begun = await make(ann, 'Begun', { summary: { text: 'It began.' } });
  const [forAnn, forBob] = [await home(ann), await home(bob)];
  assert.deepEqual([of(forAnn, bare), of(forAnn, begun)], [['write'], ['draft']]);
  assert.deepEqual([of(forBob, bare), of(forBob, begun)], [['write'], []]);
  assert.equal(forAnn.waiting.items.find(({ key }) => key === bare)?.count, 1);
});

test('suggested milestones wait to be confirmed', async () => {
  const key = await make(bob, 'Guessed', {
    summary: { text: 'It began.' },
    timeline: [event('2026-11-20T10:00', 'detected', { inferred: true, inferredFrom: 'wording' })],
  });
  assert.deepEqual(of(await home(ann), key), ['confirm']);
});

test('the deadlines of the template and stated obligations are clocks, from the moment they count from', async () => {
  const key = await make(ann, 'Clocks', {
    summary: { text: 'It began.' },
    obligations: [
      { regime: 'GDPR', required: 'YES - within 72h' },
      { regime: 'PCI', required: 'NO' },
    ],
    timeline: [event('2026-11-20T10:00', 'detected'), event('2026-11-20T12:00', 'resolved')],
  });
  const clocks = (await home(ann)).clocks.items.filter((clock) => clock.key === key);
  assert.deepEqual(
    clocks.map(({ what, from, until }) => [what, from, until]),
    [
      ['written', 'resolved', '2026-11-22T12:00:00.000Z'],
      ['obligation', 'detected', '2026-11-23T10:00:00.000Z'],
      ['meeting', 'resolved', '2026-11-27T12:00:00.000Z'],
    ],
  );
});

test('a clock that was met, or that ran out long ago, is not shown', async () => {
  const met = await make(ann, 'Met', {
    document: { completedOn: '2026-11-20' },
    meeting: { date: '2026-11-20' },
    timeline: [event('2026-11-20T12:00', 'resolved')],
  });
  const old = await make(ann, 'Old', { timeline: [event('2024-11-20T12:00', 'resolved')] });
  const { clocks } = await home(ann);
  assert.deepEqual(
    clocks.items.filter(({ key }) => key === met || key === old),
    [],
  );
});

test('open actions are shown to their owner, overdue ones to everybody, done ones to nobody', async () => {
  const key = await make(bob, 'Work', {
    summary: { text: 'It began.' },
    actions: [
      { id: 'A1', text: 'Later', owner: '@ann-example', due: '2026-12-24' },
      { id: 'A2', text: 'Late', owner: 'Somebody Else', due: '2026-11-01' },
      { id: 'A3', text: 'Done', owner: 'Ann Example', due: '2026-11-01', status: 'Done' },
      { id: 'A4', text: 'Today', owner: 'Ann Example', due: '2026-11-21' },
      { id: 'A5', text: 'Another’s', owner: 'Somebody Else', due: '2026-12-01' },
    ],
  });
  const shown = async (caller: Caller) =>
    (await home(caller)).actions.items
      .filter((action) => action.key === key)
      .map(({ id, mineBy, overdue }) => [id, mineBy, overdue]);
  assert.deepEqual(await shown(ann), [
    ['A4', 'name', false],
    ['A1', 'handle', false],
    ['A2', undefined, true],
  ]);
  assert.deepEqual(await shown(bob), [['A2', undefined, true]]);
});

const complete = {
  incident: { id: 'X-1', title: 'Signed', date: '2026-11-20', severity: 'High' },
  summary: { text: 'It began.' },
  rootCause: { primary: 'A missing index.' },
};

test('the next signature waits for whom the document names, and for anybody who may sign when it names nobody', async () => {
  const key = await make(ann, 'Signed', { ...complete, roles: [{ role: 'Incident Commander', name: 'Bob Stone' }] });
  const submitted = await ann.call('POST', `/incidents/${key}/submit`, {});
  assert.equal(submitted.status, 200, submitted.text);
  assert.deepEqual([of(await home(bob), key), of(await home(ann), key), of(await home(eve), key)], [['sign'], [], []]);
  const open = await make(ann, 'Open', complete);
  await ann.call('POST', `/incidents/${open}/submit`, {});
  assert.deepEqual(
    [of(await home(bob), open), of(await home(ann), open), of(await home(eve), open)],
    [['sign'], ['sign'], []],
  );
});

test('entries that came together and one by one are the same to it; a timeline without end is counted only', async () => {
  const { database } = server.around;
  const key = await make(bob, 'Long', { timeline: [event('2026-11-20T10:00', 'detected')] });
  await bob.call('POST', `/incidents/${key}/timeline`, { entry: event('2026-11-20T12:00', 'resolved') });
  const clocks = async () =>
    (await home(bob)).clocks.items.filter((clock) => clock.key === key).map(({ what }) => what);
  assert.deepEqual(await clocks(), ['written', 'meeting']);
  await database.query({
    text: `insert into kept_part (incident_id, key, id, value, count)
      select id, 'timeline', id::text || 'x', (select json_agg(json_build_object('text', 'More.')) from generate_series(1, 6000)), 6000
      from incident where 'INC-' || number = $1`,
    values: [key],
  });
  assert.deepEqual(await clocks(), []);
  assert.equal((await home(bob)).waiting.items.find((item) => item.key === key)?.count, 6002);
});

test('what is restricted is shown to nobody but its members', async () => {
  const key = await make(ann, 'Secret', {}, { visibility: 'restricted' });
  assert.deepEqual([of(await home(ann), key), of(await home(bob), key)], [['write'], []]);
});

test('the trend has four quarters up to the present one, with what is known exactly and its median', async () => {
  for (const minutes of ['20', '40'])
    await make(ann, minutes, {
      timeline: [event('2026-08-03T10:00', 'impactStarted'), event(`2026-08-03T10:${minutes}`, 'mitigated')],
    });
  await make(ann, 'guess', {
    timeline: [
      event('2026-08-03T10:00', 'impactStarted'),
      event('2026-08-03T11:00', 'mitigated', { inferred: true, inferredFrom: 'wording' }),
    ],
  });
  const { quarters, unknown } = (await bob.call('GET', '/home/trend')).json as unknown as Trend;
  assert.deepEqual(
    quarters.map(({ from, median, dots }) => [from.slice(0, 7), median, dots.length]),
    [
      ['2026-01', null, 0],
      ['2026-04', null, 0],
      ['2026-07', 1800, 2],
      ['2026-10', null, 0],
    ],
  );
  assert.ok(unknown >= 1);
});

test('a comment that names somebody waits for them until they answer or it is resolved', async () => {
  const key = await make(ann, 'Asked', { summary: { text: 'It began.' } });
  const say = async (by: Caller, path: string, text: string) => {
    const { json, text: said } = await by.call('POST', `/incidents/${key}/comments${path}`, { text });
    assert.ok(json['id'], said);
    return json['id'] as string;
  };
  const asked = async (by: Caller) =>
    (await home(by)).waiting.items
      .filter((one) => one.kind === 'answer' && one.key === key)
      .map(({ by, said }) => [by, said]);
  const thread = await say(bob, '', 'Was it paged, @Eve Looker?');
  assert.deepEqual([await asked(eve), await asked(ann)], [[['Bob Stone', 'Was it paged, @Eve Looker?']], []]);
  await say(eve, `/${thread}/replies`, 'No, @Bob Stone.');
  assert.deepEqual([await asked(eve), await asked(bob)], [[], [['Eve Looker', 'No, @Bob Stone.']]]);
  await bob.call('POST', `/incidents/${key}/comments/${thread}/resolve`);
  assert.deepEqual(await asked(bob), []);
});

test('what agents propose waits to be decided, by those who may', async () => {
  const key = await make(ann, 'Proposed', { summary: { text: 'It began.' } });
  const agent = await server.token('editor', ['incident.see', 'incident.propose']);
  for (const text of ['One', 'Two']) {
    const input = { entry: { text } };
    const asked = { operation: 'lessons.add', input, why: 'It follows.' };
    assert.equal((await agent.call('POST', `/incidents/${key}/proposals`, asked)).status, 200);
  }
  assert.deepEqual(of(await home(bob), key), ['decide']);
  const item = (await home(bob)).waiting.items.find((one) => one.key === key);
  assert.deepEqual([item?.count, item?.by], [2, 'a token']);
  assert.deepEqual(of(await home(eve), key), []);
});
