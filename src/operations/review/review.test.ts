import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';
import { builtinTemplates } from '../../templates/index.ts';
import type { Home } from '../home/show.ts';
import type { Look } from './look.ts';
import type { ReviewPage } from './list.ts';
import { planReviews } from './plan-changed.ts';
import type { Ladder } from './show.ts';
import { workingDays } from './working-day.ts';

let now = '2027-03-01T09:00:00.000Z';
const server = await testServer({ now: () => now });
const { database } = server.around;
const settled = indexing(database);
const ann = await server.person('editor', 'Ann');
const vic = await server.person('viewer', 'Vic');

const planning = { templates: builtinTemplates(), ...(await workingDays(server.around)) };
const planned = async () => {
  await settled();
  while (await planReviews(database, planning));
};

type Made = { start: string; end: string; factor?: string; services?: string; actions?: object[]; criteria?: object[] };

async function made({ start, end, factor, services = 'checkout', actions = [], criteria = [] }: Made): Promise<string> {
  const { json } = await ann.call('POST', '/incidents', { title: `Since ${start}`, template: 'agent-ops' });
  const { id, number } = json as unknown as { id: string; number: number };
  const at = `/incidents/${id}`;
  await ann.call('PATCH', `${at}/record/incident`, { set: { services, date: start.slice(0, 10) }, seen: 1 });
  const event = (time: string, milestone: string) => ({ text: milestone, at: time, precision: 'instant', milestone });
  const detected = new Date(Date.parse(start) + 600_000).toISOString();
  const entries = [event(start, 'impactStarted'), event(detected, 'detected'), event(end, 'resolved')];
  assert.equal((await ann.call('POST', `${at}/timeline/batch`, { entries })).status, 200);
  if (factor !== undefined) await ann.call('POST', `${at}/factors`, { entry: { kind: factor, text: 'x' } });
  if (actions.length > 0) await ann.call('POST', `${at}/actions/batch`, { entries: actions });
  if (criteria.length > 0) await ann.call('POST', `${at}/criteria/batch`, { entries: criteria });
  return `INC-${number}`;
}

const ladder = async (key: string) =>
  ((await ann.call('GET', `/incidents/${key}/looks-back`)).json as unknown as Ladder).items;
const look = async (key: string, rung: string) =>
  ((await ann.call('GET', `/incidents/${key}/looks-back/${rung}`)).json as unknown as Look).facts;
const list = async (query = '', by = ann) =>
  (await by.call('GET', `/looks-back${query}`)).json as unknown as ReviewPage;
const answers = { verdict: 'worked', decision: 'Keep the alert.', attendees: 'Ann, Vic' };
const hold = (key: string, rung: string, more: object = {}) =>
  ann.call('POST', `/incidents/${key}/looks-back/${rung}/hold`, { answers, ...more });

const first = await made({
  start: '2027-02-01T10:00:00Z',
  end: '2027-02-01T11:00:00Z',
  factor: 'Configuration',
  actions: [
    { id: 'AI-001', text: 'Check the config', owner: 'Ann', due: '2027-02-08', horizon: 'Immediate', status: 'done' },
    { id: 'AI-002', text: 'Canary', owner: 'Bob', due: '2027-02-20', horizon: 'Short-term', status: 'open' },
  ],
  criteria: [{ text: 'All immediate actions completed' }, { text: 'No similar incidents occurred' }],
});

test('an incident has the ladder of its template, counted in calendar months and on working days', async () => {
  assert.deepEqual(
    (await ladder(first)).map(({ rung, day, state }) => [rung, day, state]),
    [
      ['1w', '2027-02-08', 'late'],
      ['1mo', '2027-03-01', 'due'],
      // 1 May and 1 August are days on which nobody works.
      ['3mo', '2027-05-03', 'coming'],
      ['6mo', '2027-08-02', 'coming'],
    ],
  );
});

test('what it has to answer is computed: what came back, times, actions and criteria, each with what it rests on', async () => {
  const again = await made({ start: '2027-02-20T10:00:00Z', end: '2027-02-20T10:30:00Z', factor: 'configuration' });
  await made({ start: '2027-02-21T10:00:00Z', end: '2027-02-21T10:30:00Z', factor: 'load' });
  await made({
    start: '2027-02-22T10:00:00Z',
    end: '2027-02-22T10:30:00Z',
    factor: 'configuration',
    services: 'search',
  });
  const earlier = await made({ start: '2026-12-01T10:00:00Z', end: '2026-12-01T13:00:00Z', factor: 'configuration' });
  const secret = await made({ start: '2027-02-23T10:00:00Z', end: '2027-02-23T10:30:00Z', factor: 'configuration' });
  await database.query({
    text: `update incident set visibility = 'restricted' where number = $1`,
    values: [secret.slice(4)],
  });
  await planned();
  const facts = await look(first, '1mo');
  assert.deepEqual(
    facts.similar.map(({ key, causes, services }) => [key, causes, services]),
    [[again, ['configuration'], ['checkout']]],
  );
  assert.deepEqual(facts.recover.before.dots, [
    { key: first, seconds: 3600 },
    { key: earlier, seconds: 10_800 },
  ]);
  assert.deepEqual(facts.recover.after.dots.length, 2);
  assert.equal(facts.recover.changePercent, null);
  assert.deepEqual(
    facts.actions.map(({ label, state, overdue }) => [label, state, overdue]),
    [
      ['AI-001', 'done', false],
      ['AI-002', 'open', true],
    ],
  );
  assert.deepEqual(
    facts.criteria.map(({ computed, cites }) => [computed, cites]),
    [
      ['met', ['AI-001']],
      ['missed', [again]],
    ],
  );
});

test('what is late and due stands in one list, and is gone from it once it is held', async () => {
  await planned();
  const of = ({ items }: ReviewPage) =>
    items.filter(({ incident }) => incident.key === first).map(({ rung, state }) => `${rung} ${state}`);
  assert.deepEqual(of(await list('?limit=200')), ['1w late', '1mo due', '3mo coming', '6mo coming']);
  assert.deepEqual(of(await list('?state=late&limit=200')), ['1w late']);
  const late = await hold(first, '1w');
  assert.deepEqual([late.status, late.json['code']], [400, 'input.invalid']);
  assert.match(late.text, /says why it is held after its day/);
  assert.equal((await hold(first, '1w', { answers: { ...answers, late: 'Ann was away.' } })).status, 200);
  assert.deepEqual(of(await list('?limit=200')), ['1mo due', '3mo coming', '6mo coming']);
  await planned();
  assert.deepEqual(of(await list('?limit=200')), ['1mo due', '3mo coming', '6mo coming']);
  const [held] = (await list('?state=held')).items;
  assert.deepEqual([held?.incident.key, held?.rung, held?.verdict, held?.day], [first, '1w', 'worked', '2027-02-08']);
  const [shown] = await ladder(first);
  assert.deepEqual(
    [shown?.state, shown?.held?.lateDays, shown?.held?.by.name, shown?.basis],
    ['held', 21, 'Ann', 'template'],
  );
});

test('the first screen says which of your reviews are due, and that they are late', async () => {
  await planned();
  const { waiting } = (await ann.call('GET', '/home')).json as unknown as Home;
  const looks = waiting.items
    .filter(({ kind }) => kind === 'look')
    .map(({ key, interval, until }) => [key, interval, until]);
  assert.ok(
    looks.some(([key, interval, until]) => key === first && interval === '1mo' && until === '2027-03-01T23:59:59Z'),
    JSON.stringify(looks),
  );
  const other = (await vic.call('GET', '/home')).json as unknown as Home;
  assert.ok(other.waiting.items.every(({ kind }) => kind !== 'look'));
});

test('pages of the list give every look back once, in the order of their days', async () => {
  await planned();
  const whole = (await list('?limit=200')).items.map(({ incident, rung }) => `${incident.key} ${rung}`);
  const paged: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const got: ReviewPage = await list(`?limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    paged.push(...got.items.map(({ incident, rung }) => `${incident.key} ${rung}`));
    cursor = got.next;
  }
  assert.deepEqual(paged, whole);
  assert.ok(whole.length > 9);
  assert.equal((await ann.call('GET', '/looks-back?cursor=x')).json['code'], 'input.invalid');
});

test('what was found stays as it was, and a look back is held once', async () => {
  const held = await hold(first, '1mo', { next: '2027-04-01' });
  assert.equal(held.status, 200, held.text);
  await made({ start: '2027-02-25T10:00:00Z', end: '2027-02-25T10:30:00Z', factor: 'configuration' });
  await planned();
  assert.equal((await look(first, '1mo')).similar.length, 1);
  assert.equal((await look(first, '3mo')).similar.length, 2);
  assert.equal((await hold(first, '1mo')).json['code'], 'review.held');
  const agreed = (await ladder(first)).find(({ rung }) => rung === 'on:2027-04-01');
  assert.deepEqual([agreed?.basis, agreed?.state], ['agreed', 'coming']);
});

test('what a held look back found is not shown of incidents that became restricted since', async () => {
  const kept = async () => [
    (await look(first, '1mo')).similar.length,
    (await ladder(first)).find(({ rung }) => rung === '1mo')?.held?.facts.similar.length,
  ];
  assert.deepEqual(await kept(), [1, 1]);
  const number = (await look(first, '1mo')).similar[0]?.key.slice(4);
  const become = (visibility: string) =>
    database.query({ text: 'update incident set visibility = $2 where number = $1', values: [number, visibility] });
  const before = await database.query<{ visibility: string }>({
    text: 'select visibility from incident where number = $1',
    values: [number],
  });
  await become('restricted');
  await settled();
  assert.deepEqual(await kept(), [0, 0]);
  await become(String(before.rows[0]?.visibility));
  await settled();
  assert.deepEqual(await kept(), [1, 1]);
});

test('a look back is moved with a reason, by who saw how it stands', async () => {
  const move = (body: object) => ann.call('POST', `/incidents/${first}/looks-back/3mo/move`, body);
  assert.equal((await move({ day: '2027-05-20', reason: '', seen: 0 })).status, 400);
  assert.equal((await move({ day: '2027-05-20', reason: 'Bob is away until then.', seen: 0 })).status, 200);
  assert.equal((await move({ day: '2027-05-21', reason: 'Again.', seen: 0 })).json['code'], 'record.conflict');
  await planned();
  const moved = (await list('?limit=200')).items.find(({ incident, rung }) => incident.key === first && rung === '3mo');
  assert.equal(moved?.day, '2027-05-20');
  assert.equal(
    (await ann.call('POST', `/incidents/${first}/looks-back/2mo/move`, { day: '2027-05-20', reason: 'x', seen: 0 }))
      .json['code'],
    'review.not-found',
  );
});

test('looking back at an archived document is possible, and changes nothing that was signed', async () => {
  const sha = async () => ((await ann.call('GET', `/incidents/${first}`)).json as unknown as { sha256: string }).sha256;
  const before = await sha();
  await database.query({ text: `update incident set status = 'archived' where number = $1`, values: [first.slice(4)] });
  now = '2027-05-19T09:00:00.000Z';
  await database.query({
    text: `update session set expires_at = '2028-01-01', last_seen_at = '2027-05-19'`,
    values: [],
  });
  assert.equal((await hold(first, '3mo')).status, 200);
  assert.equal(await sha(), before);
  const refused = await vic.call('POST', `/incidents/${first}/looks-back/6mo/hold`, { answers });
  assert.equal(refused.json['code'], 'access.denied');
});

test('a look back without a day cannot be held, and says what is missing', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Still open', template: 'agent-ops' });
  const key = `INC-${(json as unknown as { number: number }).number}`;
  assert.equal((await ladder(key))[0]?.state, 'planned');
  assert.equal((await hold(key, '1w')).json['code'], 'review.early');
});
