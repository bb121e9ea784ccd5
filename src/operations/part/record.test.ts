import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const ben = await server.token('editor');
const created = await ann.call('POST', '/incidents', { title: 'Checkout down' });
const incident = `/incidents/${created.json['id']}`;

const onset = { at: '2026-01-01T10:00Z', precision: 'instant', text: 'orders fail', milestone: 'impactStarted' };

test('two people who set different fields of one part both succeed with the version they saw', async () => {
  assert.equal((await ann.call('PATCH', `${incident}/record/summary`, { set: { what: 'a' }, seen: 0 })).status, 200);
  assert.equal((await ben.call('PATCH', `${incident}/record/summary`, { set: { impact: 'b' }, seen: 0 })).status, 200);
  const shown = await ann.call('GET', incident);
  assert.deepEqual((shown.json['record'] as unknown as { summary: unknown }).summary, { what: 'a', impact: 'b' });
});

test('two people who set the same field: the second gets both values and changes nothing', async () => {
  await ann.call('PATCH', `${incident}/record/rootCause`, { set: { primary: 'mine' }, seen: 0 });
  const refused = await ben.call('PATCH', `${incident}/record/rootCause`, { set: { primary: 'his' }, seen: 0 });
  assert.equal(refused.status, 409);
  assert.equal(refused.json['code'], 'record.conflict');
  assert.deepEqual(refused.json['data'], { path: 'primary', yours: 'his', theirs: 'mine', version: 1 });
  const decided = await ben.call('PATCH', `${incident}/record/rootCause`, { set: { primary: 'his' }, seen: 1 });
  assert.equal(decided.status, 200);
});

test('seven people who set seven fields of one part at once lose nothing', async () => {
  const fields = [
    'financial',
    'revenueLoss',
    'lostTransactions',
    'cancellations',
    'refunds',
    'slaBreach',
    'slaCredits',
  ];
  const answers = await Promise.all(
    fields.map((field) =>
      ann.call('PATCH', `${incident}/record/impact`, { set: { [`business.${field}`]: field }, seen: 0 }),
    ),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const { record } = (await ann.call('GET', incident)).json as unknown as { record: { impact: { business: object } } };
  assert.deepEqual(Object.keys(record.impact.business).toSorted(), fields.toSorted());
});

test('the quick way in one statement and the long one agree: null removes, the same value again is no change', async () => {
  const part = `${incident}/record/detection`;
  const set = async (fields: object, seen: number) => (await ann.call('PATCH', part, { set: fields, seen })).json;
  assert.deepEqual(await set({ method: 'alert', sooner: 'yes' }, 0), { version: 1, changed: ['method', 'sooner'] });
  assert.deepEqual(await set({ method: null, monitored: 'no' }, 1), { version: 2, changed: ['method', 'monitored'] });
  assert.deepEqual(await set({ monitored: 'no' }, 2), { version: 2, changed: [] });
  assert.deepEqual(await set({ method: null }, 2), { version: 2, changed: [] });
  const { record } = (await ann.call('GET', incident)).json as unknown as { record: { detection: object } };
  assert.deepEqual(record.detection, { sooner: 'yes', monitored: 'no' });
});

test('a request repeated with its key is done once and answered the same', async () => {
  const key = { 'idempotency-key': 'key-of-this-request' };
  const first = await ben.call('POST', `${incident}/timeline`, { entry: onset }, key);
  const [again, third] = await Promise.all([
    ben.call('POST', `${incident}/timeline`, { entry: onset }, key),
    ben.call('POST', `${incident}/timeline`, { entry: onset }, key),
  ]);
  assert.equal(first.status, 200);
  assert.equal(again?.text, first.text);
  assert.equal(third?.text, first.text);
  const { record } = (await ann.call('GET', incident)).json as unknown as { record: { timeline: object[] } };
  assert.equal(record.timeline.length, 1);
  const other = await ben.call('POST', `${incident}/actions`, { entry: { text: 'x' } }, key);
  assert.equal(other.json['code'], 'key.reused');
});

test('a batch is one ledger entry; figures are computed from what was added', async () => {
  const count = async () => (await server.around.database.kysely.selectFrom('entry').select('id').execute()).length;
  const entries = await count();
  const later = [
    { at: '2026-01-01T10:05Z', precision: 'instant', text: 'alert', milestone: 'detected' },
    { at: '2026-01-01T11:00Z', precision: 'instant', text: 'fixed', milestone: 'resolved' },
  ];
  assert.equal((await ann.call('POST', `${incident}/timeline/batch`, { entries: later })).status, 200);
  assert.equal((await count()) - entries, 1);
  const { figures } = (await ann.call('GET', incident)).json as unknown as {
    figures: Record<string, { status: string; seconds: number }>;
  };
  assert.deepEqual([figures['timeToDetect']?.status, figures['timeToDetect']?.seconds], ['known', 300]);
  assert.equal(figures['duration']?.seconds, 3600);
});

test('what does not fit the record is refused by name, and nothing changes', async () => {
  const { versions } = (await ann.call('GET', incident)).json;
  const tries: [string, string, unknown, string][] = [
    ['PATCH', '/record/summary', { set: { whot: 'x' }, seen: 0 }, 'record.unknown-field'],
    ['PATCH', '/record/summary', { set: { __proto__x: 'x', constructor: 'y' }, seen: 0 }, 'record.unknown-field'],
    ['PATCH', '/record/summary', { set: { what: 7 }, seen: 9 }, 'record.invalid-value'],
    ['PATCH', '/record/summary', { set: { what: '' }, seen: 1 }, 'record.invalid-value'],
    ['PATCH', '/record/timeline', { set: { text: 'x' }, seen: 0 }, 'input.invalid'],
    ['PATCH', '/record/nothing', { set: { text: 'x' }, seen: 0 }, 'input.invalid'],
    ['POST', '/timeline', { entry: { ...onset, precission: 'day' } }, 'input.invalid'],
    ['POST', '/timeline', { entry: onset, more: 1 }, 'input.invalid'],
    ['PATCH', '/timeline/none', { set: { text: 'x' }, seen: 1 }, 'record.entry-not-found'],
    ['POST', '/timeline', '{"entry":', 'body.invalid'],
    ['POST', '/timeline', '[]', 'body.invalid'],
  ];
  for (const [method, path, body, code] of tries) {
    const answer = await ann.call(method, incident + path, body);
    assert.equal(answer.json['code'], code, `${method} ${path} ${JSON.stringify(body)}: ${answer.text}`);
    assert.doesNotMatch(answer.text, /\bat .*\.ts:/);
  }
  assert.deepEqual((await ann.call('GET', incident)).json['versions'], versions);
});

test('an incident made from a document shows the record that was read, and is written again in its template', async () => {
  const markdown = '# Incident Postmortem: INC-9\n\n## Summary\n\nIt broke.\n';
  const created = await ann.call('POST', '/incidents', { markdown, template: 'invariants' });
  const document = await ann.call('GET', `/incidents/${created.json['id']}/document`);
  assert.equal(document.headers.get('content-type'), 'text/markdown; charset=utf-8');
  assert.match(document.text, /It broke\./);
});

test('a list gives every incident once, page by page, in each order', async () => {
  for (let index = 0; index < 7; index += 1) await ann.call('POST', '/incidents', { title: `Paging ${index % 3}` });
  for (const sort of ['created', 'number', 'title', 'severity'])
    for (const order of ['asc', 'desc']) {
      const seen: number[] = [];
      let cursor = '';
      for (let page = 0; page < 20; page += 1) {
        const path = `/incidents?title=paging&limit=2&sort=${sort}&order=${order}${cursor}`;
        const { items, next } = (await ben.call('GET', path)).json as unknown as {
          items: { number: number }[];
          next?: string;
        };
        seen.push(...items.map(({ number }) => number));
        if (next === undefined) break;
        cursor = `&cursor=${next}`;
      }
      assert.equal(seen.length, 7, `${sort} ${order}`);
      assert.equal(new Set(seen).size, 7, `${sort} ${order}`);
    }
  assert.equal((await ben.call('GET', '/incidents?cursor=zzz')).json['code'], 'page.cursor');
});

test('a field that is a group takes none that the record has not, by the quick way, too', async () => {
  const record = { incident: { title: 'Slow', start: { written: '2026-01-01 10:00' } } };
  const made = await ann.call('POST', '/incidents', { record });
  const set = { start: { written: '10:05', misspelt: 1 } };
  const refused = await ann.call('PATCH', `/incidents/${made.json['id']}/record/incident`, { set, seen: 1 });
  assert.deepEqual([refused.status, refused.json['code']], [400, 'record.invalid-value']);
});

test('a version that nobody can have seen is a conflict, or no version at all', async () => {
  const { json } = await ann.call('POST', '/incidents', { record: { summary: { what: 'kept' } } });
  const path = `/incidents/${json['id']}/record/summary`;
  const future = await ben.call('PATCH', path, { set: { what: 'lost' }, seen: 7 });
  assert.deepEqual([future.status, future.json['code']], [409, 'record.conflict']);
  const beyond = await ben.call('PATCH', path, { set: { what: 'lost' }, seen: 3_000_000_000 });
  assert.deepEqual([beyond.status, beyond.json['code']], [400, 'input.invalid']);
});

test('a text is set, set to nothing, and set again', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Text' });
  const path = `/incidents/${json['id']}/record/criteriaText`;
  for (const [value, seen] of [
    ['a', 0],
    [null, 1],
    ['b', 0],
    ['c', 1],
  ] as const)
    assert.equal((await ann.call('PATCH', path, { set: { '': value }, seen })).status, 200, `${value}`);
});
