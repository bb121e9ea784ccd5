import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from 'playwright-core';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const started = await browsing();
if ('reason' in started) test('the board of actions', { skip: started.reason }, () => undefined);
else {
  const { server, origin, as } = started;
  const ann = await server.person('owner', 'Ann Example');
  const eve = await server.person('viewer', 'Eve Looker');
  const make = async (title: string, actions: object[]) =>
    (await ann.call('POST', '/incidents', { template: 'enterprise', record: { incident: { title }, actions } })).json;
  const first = await make('Checkout slow', [
    { id: 'A1', text: 'Add an index', owner: 'Bob Stone', due: '2026-01-10', status: 'open', priority: 'high' },
    { text: 'Write the runbook', owner: 'Ann Example', due: '2999-01-10' },
    { text: 'Page on lag', status: 'done', done: true },
  ]);
  await make('Login outage', [{ text: 'Rotate the keys', priority: 'low' }]);
  const action = async (text: string) => {
    const { json } = await ann.call('GET', `/actions?words=${encodeURIComponent(text)}`);
    return (json['items'] as unknown as Record<string, unknown>[])[0];
  };

  test('an action is found by words that stand in the address, and changed where it stands, by keyboard alone', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/actions`);
    await page.getByRole('row', { name: /Rotate the keys/ }).waitFor();
    assert.equal(await page.getByText(/days overdue/).count(), 1);
    await page.keyboard.press('/');
    await page.keyboard.type('runbook');
    await page.waitForURL(/words=runbook/);
    await page.getByRole('row', { name: /Rotate the keys/ }).waitFor({ state: 'detached' });
    const owner = page.getByRole('button', { name: /^Owner of “Write the runbook”/ });
    await owner.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Bob Stone');
    await page.keyboard.press('Enter');
    await page.getByText('Owner of “Write the runbook” is saved.').waitFor();
    assert.equal((await action('runbook'))?.['owner'], 'Bob Stone');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Owner of') === true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Owner of “Write the runbook”: Ann Example/ }).waitFor();
    await page.reload();
    await page.getByRole('row', { name: /Write the runbook/ }).waitFor();
    assert.equal(await page.getByRole('row').count(), 2);
    await context.close();
  });

  test('several are changed at once, and what could not be changed is named with the reason and stays selected', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/actions`);
    await page.getByRole('checkbox', { name: 'Select: Add an index' }).check();
    await page.getByRole('checkbox', { name: 'Select: Rotate the keys' }).check();
    const rotated = await action('rotate');
    // Somebody else changes the same field while the change is on its way: earlier, and the page might know it.
    const { incident, id, version } = rotated as { incident: { id: string }; id: string; version: number };
    const theirs = { set: { priority: 'critical' }, seen: version };
    const first = async (route: Route) => {
      await ann.call('PATCH', `/incidents/${incident.id}/actions/${id}`, theirs);
      await route.continue();
    };
    await page.route(`**/actions/${id}`, first, { times: 1 });
    await page.getByRole('combobox', { name: 'What to change' }).selectOption('priority');
    await page.getByRole('combobox', { name: 'New value' }).selectOption('medium');
    await page.getByRole('button', { name: 'Change 2 actions' }).click();
    const report = page.getByRole('dialog', { name: 'Not everything could be changed' });
    await report.getByText('INC-2 Rotate the keys').waitFor();
    await report.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('1 selected').waitFor();
    assert.deepEqual(
      [(await action('index'))?.['priority'], (await action('rotate'))?.['priority']],
      ['medium', 'critical'],
    );
    await page.keyboard.press('Control+z');
    await page.getByText('Taken back: the change of several actions.').waitFor();
    assert.notEqual((await action('index'))?.['priority'], 'medium');
    await context.close();
  });

  test('on the board a card goes to another stage by keyboard, by choice and by drag, and keeps the focus', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/actions?view=board`);
    const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
    const card = (text: string) => page.getByRole('listitem', { name: text });
    await card('Add an index').focus();
    // What is missing for it is asked for.
    await page.keyboard.press('Shift+ArrowRight');
    const dialog = page.getByRole('dialog', { name: 'Action: A1 Add an index' });
    await dialog.getByLabel('How it will be seen that it worked').fill('The slow query is gone.');
    await dialog.getByLabel('Due').fill('2999-02-01');
    await dialog.getByRole('button', { name: 'Commit' }).click();
    await dialog.getByText('Ann Example committed to it').waitFor();
    await page.keyboard.press('Escape');
    await column('Committed').getByRole('listitem', { name: 'Add an index' }).waitFor();
    await card('Add an index').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await column('Done').getByRole('listitem', { name: 'Add an index' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Add an index');
    // To verify it asks what shows that it worked.
    await card('Add an index').getByRole('combobox').selectOption('verified');
    await dialog.getByLabel('What was seen').fill('p99 is 40 ms.');
    await dialog.getByRole('button', { name: 'Verify' }).click();
    await dialog.getByText('verified it').waitFor();
    await page.keyboard.press('Escape');
    await column('Verified').getByRole('listitem', { name: 'Add an index' }).waitFor();
    await card('Page on lag').dragTo(column('Proposed'));
    await column('Proposed').getByRole('listitem', { name: 'Page on lag' }).waitFor();
    const reopened = await action('lag');
    assert.deepEqual([reopened?.['status'], reopened?.['done'], reopened?.['state']], ['open', false, 'open']);
    await context.close();
  });

  test('an action is opened from its row and by its address, declined with a reason, and taken up again', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/actions?words=rotate`);
    await page.getByRole('button', { name: 'Rotate the keys', exact: true }).click();
    await page.waitForURL(/action=INC-2/);
    await page.reload();
    const dialog = page.getByRole('dialog', { name: 'Action: Rotate the keys' });
    await dialog.getByRole('button', { name: 'Decline' }).click();
    assert.equal(await dialog.getByRole('button', { name: 'Decline' }).isEnabled(), false);
    await dialog.getByLabel('Reason').fill('Keys are short-lived since November.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await dialog.getByText('declined it').waitFor();
    assert.equal((await action('rotate'))?.['stage'], 'declined');
    await dialog.getByRole('button', { name: 'Take a step back' }).click();
    await dialog.getByRole('button', { name: 'Take a step back' }).click();
    await dialog.getByText('took it a step back').waitFor();
    assert.equal((await action('rotate'))?.['stage'], 'proposed');
    await expectAccessible(page);
    await context.close();
  });

  test('who may only read is offered nothing to change; what fits no filter is said', async () => {
    const { page, context } = await as(eve);
    await page.goto(`${origin}/actions?incident=${first['key']}`);
    await page.getByRole('row', { name: /Write the runbook/ }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Owner of/ }).count(), 0);
    await page.goto(`${origin}/actions?words=nowhere`);
    await page.getByText('No action fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.getByRole('row', { name: /Write the runbook/ }).waitFor();
    await context.close();
  });

  test('table and board break no rule of accessibility that a machine can check, wide and narrow', async () => {
    for (const width of [1440, 390])
      for (const view of ['table', 'board']) {
        const { page, context } = await as(ann, { width });
        await page.goto(`${origin}/actions?view=${view}&state=all`);
        await page.getByText('Write the runbook').first().waitFor();
        await expectAccessible(page);
        await context.close();
      }
  });

  test('a page that comes after the filter was changed is not shown', async () => {
    await make('Long list', [
      ...Array.from({ length: 210 }, (_, index) => ({ text: `Sweep ${index}` })),
      // Due, so that it stands first whatever the others' ids are: choices are those of what is shown.
      { text: 'Sweep and polish', priority: 'low', due: '2026-01-01' },
    ]);
    const { page, context } = await as(ann);
    await page.goto(`${origin}/actions?words=sweep`);
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await page.getByText('200 actions').waitFor();
    const gate = Promise.withResolvers<void>();
    await page.route(/actions\?.*cursor=/, async (route) => {
      await gate.promise;
      // The page may have taken its question back meanwhile.
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest(/cursor=/);
    await more.click();
    await asked;
    await page.getByLabel('Priority', { exact: true }).selectOption('low');
    await page.getByRole('row', { name: /Sweep and polish/ }).waitFor();
    gate.resolve();
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole('row').count(), 2);
    await context.close();
  });
}
