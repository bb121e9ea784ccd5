import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';
import type { ActionPage } from './list.ts';

const now = '2026-11-21T08:00:00Z';
const server = await testServer({ now: () => now });
const [ann, bob, eve] = [
  await server.person('editor', 'Ann Example'),
  await server.person('editor', 'Bob Stone'),
  await server.person('viewer', 'Eve Looker'),
];

type Action = Record<string, unknown>;
async function make(title: string, actions: Action[], more = {}): Promise<{ key: string; id: string }> {
  const body = { template: 'enterprise', record: { incident: { title }, actions }, ...more };
  const { json, text } = await ann.call('POST', '/incidents', body);
  assert.ok(json['key'], text);
  return json as unknown as { key: string; id: string };
}
async function listed(who: Caller, query = ''): Promise<ActionPage> {
  const { status, json, text } = await who.call('GET', `/actions?${query}`);
  assert.equal(status, 200, text);
  return json as unknown as ActionPage;
}
const texts = async (who: Caller, query: string) => (await listed(who, query)).items.map(({ text }) => text);

const first = await make('First', [
  { id: 'A1', text: 'Add an index', owner: '@ann-example', due: '2026-11-10', priority: 'high', status: 'open' },
  { id: 'A2', text: 'Write the runbook', owner: 'Bob Stone', due: '2026-12-10', status: 'inProgress' },
  { text: 'Alert on lag', due: '2026-11-21', status: 'done' },
]);
await make('Second', [
  { text: 'Buy a pager', owner: 'Ann Example, Bob Stone', horizon: 'Long-term' },
  { text: 'Old and dropped', due: '2026-01-01', status: "won't do" },
  { text: 'Ticked', due: '2026-01-02', done: true },
]);

test('actions of all incidents come by their day, those without one last', async () => {
  const { items, next } = await listed(ann);
  assert.equal(next, undefined);
  assert.deepEqual(
    items.map(({ text, state, overdue, mine, incident }) => [text, state, overdue, mine, incident.title]),
    [
      ['Old and dropped', 'dropped', false, false, 'Second'],
      ['Ticked', 'done', false, false, 'Second'],
      ['Add an index', 'open', true, true, 'First'],
      ['Alert on lag', 'done', false, false, 'First'],
      ['Write the runbook', 'open', false, false, 'First'],
      ['Buy a pager', 'open', false, true, 'Second'],
    ],
  );
});

for (const [query, expected] of [
  ['state=open', ['Add an index', 'Write the runbook', 'Buy a pager']],
  ['state=done', ['Ticked', 'Alert on lag']],
  ['overdue=true', ['Add an index']],
  ['overdue=true&state=done', ['Ticked']],
  ['mine=true', ['Add an index', 'Buy a pager']],
  ['owner=stone', ['Write the runbook', 'Buy a pager']],
  ['priority=high', ['Add an index']],
  ['horizon=Long-term', ['Buy a pager']],
  ['dueBefore=2026-01-02', ['Old and dropped']],
  [`incident=${first.key}`, ['Add an index', 'Alert on lag', 'Write the runbook']],
  ['words=RUN the', ['Write the runbook']],
] as const)
  test(`only what is asked for: ${query}`, async () => assert.deepEqual(await texts(ann, query), expected));

for (const sort of ['due', 'owner', 'priority', 'status', 'incident'])
  for (const order of ['asc', 'desc'])
    test(`pages by ${sort}, ${order}, hold every action once`, async () => {
      const whole = await texts(ann, `sort=${sort}&order=${order}`);
      const found: string[] = [];
      for (let cursor = ''; ;) {
        const page = await listed(ann, `sort=${sort}&order=${order}&limit=1${cursor}`);
        found.push(...page.items.map(({ text }) => text));
        if (page.next === undefined) break;
        cursor = `&cursor=${page.next}`;
      }
      assert.deepEqual([found, found.length], [whole, 6]);
    });

test('a cursor that no list has given is refused', async () => {
  for (const parts of [['due', 'a\0', '1', 'x'], ['due', '1'], ['owner', 'a', '1', 'x'], ['due', 'a', 'b', 'c'], 7]) {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const { status, json } = await ann.call('GET', `/actions?cursor=${cursor}`);
    assert.deepEqual([status, json['code']], [400, 'page.cursor'], JSON.stringify(parts));
  }
});

test('the list says at once what became of an action that came together with others, of a new one, and of one that is gone', async () => {
  const { key, id } = await make('Third', [{ text: 'one' }, { text: 'two' }, { text: 'three' }]);
  const of = () => listed(ann, `incident=${key}`);
  const two = (await of()).items.find(({ text }) => text === 'two');
  assert.equal(two?.version, 1);
  const place = `/incidents/${id}/actions/${two?.id}`;
  const changed = await ann.call('PATCH', place, { set: { status: 'done', owner: 'Ann Example' }, seen: 1 });
  assert.equal(changed.status, 200, changed.text);
  await ann.call('POST', `/incidents/${id}/actions`, { entry: { text: 'four' } });
  assert.deepEqual(
    (await of()).items.map(({ text, state, version, mine }) => [text, state, version, mine]).toSorted(),
    [
      ['four', 'open', 1, false],
      ['one', 'open', 1, false],
      ['three', 'open', 1, false],
      ['two', 'done', 2, true],
    ],
  );
  const removed = await ann.call('DELETE', `${place}?seen=2`);
  assert.equal(removed.status, 200, removed.text);
  assert.deepEqual((await texts(ann, `incident=${key}`)).toSorted(), ['four', 'one', 'three']);
});

test('a word of a template for a status means in its documents what the template says', async () => {
  const source = `---\nname: own-words\nstatuses: {Parkiert: dropped}\n---\n# {{incident.title}}\n\n## Actions\n\n- {{actions.text}}\n`;
  const admin = await server.person('admin');
  const added = await admin.call('POST', '/templates', { source });
  assert.equal(added.status, 200, added.text);
  const actions = [{ text: 'Parked', status: 'Parkiert' }];
  await make('Own', actions, { template: 'own-words' });
  await make('Other', actions);
  const of = async (state: string) =>
    (await listed(ann, `state=${state}&words=parked`)).items.map((one) => one.incident.title);
  assert.deepEqual([await of('dropped'), await of('open')], [['Own'], ['Other']]);
});

test('what is restricted is shown to its members only', async () => {
  await make('Secret', [{ text: 'Hush' }], { visibility: 'restricted' });
  assert.deepEqual(
    [await texts(ann, 'words=hush'), await texts(bob, 'words=hush'), await texts(eve, 'words=hush')],
    [['Hush'], [], []],
  );
});

test('text with a NUL is refused or kept, and the list goes on', async () => {
  const { status } = await ann.call('POST', `/incidents/${first.id}/actions`, { entry: { text: 'a\0b' } });
  assert.ok(status < 500, String(status));
  assert.equal((await listed(ann, 'limit=1')).items.length, 1);
});

test('a state that no action is in has none, whatever else is asked for', async () => {
  assert.deepEqual(await texts(ann, 'state=verified&priority=high&words=index'), []);
});
