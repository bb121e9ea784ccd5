import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing } from '../browse.ts';
import { keyboard } from './hands.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;

const actions = [
  {
    text: 'Add an index',
    owner: 'Bob Stone',
    due: '2999-01-01',
    status: 'open',
    priority: 'high',
    verification: 'The plan uses it.',
  },
  { text: 'Write the runbook', owner: 'Ann Example' },
  { text: 'Page on lag', status: 'done', done: true },
];

/** The board in the browser of somebody who has no mouse. */
async function board(view: 'board' | 'table') {
  if ('reason' in found) throw new Error(found.reason);
  const { server, origin, as } = found;
  const ann = await server.person('owner', 'Ann Example');
  const title = `Checkout ${view}`;
  const { json } = await ann.call('POST', '/incidents', {
    template: 'enterprise',
    record: { incident: { title }, actions },
  });
  const { page } = await as(ann);
  page.setDefaultTimeout(30_000);
  const hand = await keyboard(page);
  await page.goto(`${origin}/actions?view=${view}&incident=${json['key']}`);
  const states = async () => {
    const items = (await ann.call('GET', `/actions?incident=${json['key']}`)).json['items'];
    return (items as unknown as Record<string, string>[]).map(({ text, state, owner }) => [text, state, owner]);
  };
  return { page, hand, states };
}

test(
  'what is dragged on the board goes the same way by keys, there and back, and the focus goes with it',
  { skip },
  async () => {
    const { page, hand, states } = await board('board');
    const card = (column: string) =>
      page.getByRole('region', { name: new RegExp(`^${column}`) }).getByRole('listitem', { name: 'Add an index' });
    await hand.reach(card('Proposed'));
    for (const [key, column] of [
      ['Shift+ArrowRight', 'Committed'],
      ['Shift+ArrowLeft', 'Proposed'],
    ] as const) {
      await hand.keys(key);
      await card(column).and(page.locator(':focus')).waitFor();
    }
    await hand.reach(card('Proposed').getByRole('combobox'));
    // Its first letter is that of another stage as well: nothing is sent before it is chosen.
    await hand.type('Declined');
    await hand.keys('Enter');
    const dialog = page.getByRole('dialog', { name: 'Action: AI-001 Add an index' });
    await hand.reach(dialog.getByRole('textbox', { name: 'Reason' }));
    await hand.type('The table goes away.');
    // Where the network is slow, the list behind is read again only after the dialog was left.
    await page.route('**/api/v1/actions?*', async (route) => {
      await page.waitForTimeout(1000);
      await route.continue();
    });
    await hand.press(dialog.getByRole('button', { name: 'Decline' }));
    await dialog.getByText('declined it').waitFor();
    await hand.keys('Escape');
    await card('Declined').and(page.locator(':focus')).waitFor();
    assert.deepEqual((await states()).find(([text]) => text === 'Add an index')?.slice(1), ['dropped', 'Bob Stone']);
    await hand.done();
  },
);

test('one action is changed in the table and several at once, by keyboard alone', { skip }, async () => {
  const { page, hand, states } = await board('table');
  await hand.press(page.getByRole('button', { name: /^Owner of “Write the runbook”/ }));
  await hand.keys('ControlOrMeta+a');
  await hand.type('Bob Stone');
  await hand.keys('Enter');
  await page.getByText('Owner of “Write the runbook” is saved.').waitFor();
  for (const text of ['Add an index', 'Write the runbook']) {
    await hand.reach(page.getByRole('checkbox', { name: `Select: ${text}` }));
    await hand.keys('Space');
  }
  await page.getByText('2 selected').waitFor();
  await hand.choose(page.getByRole('combobox', { name: 'New value' }), 'Decline');
  await hand.reach(page.getByRole('textbox', { name: 'Reason' }));
  await hand.type('Not worth it.');
  await hand.press(page.getByRole('button', { name: 'Change 2 actions' }));
  await page.getByText('2 actions are changed').waitFor();
  assert.deepEqual(
    (await states()).toSorted(([one = ''], [two = '']) => one.localeCompare(two)),
    [
      ['Add an index', 'dropped', 'Bob Stone'],
      ['Page on lag', 'done', ''],
      ['Write the runbook', 'dropped', 'Bob Stone'],
    ],
  );
  await hand.done();
});
