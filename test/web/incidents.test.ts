import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 120_000 };
const started = () => {
  if ('reason' in browser) throw new Error(browser.reason);
  return browser;
};

const many = 1000;

/** Incidents straight into the tables: made one by one they would take the time of the test. */
async function fill(): Promise<void> {
  const { database } = started().server.around;
  const at = `timestamptz '2026-01-01' + given * interval '1 minute'`;
  await database.query({
    text: `with made as (
        insert into incident (id, number, template, status, created_at, created_by) overriding system value
        select gen_random_uuid(), 1000 + given, 'enterprise', case when given % 10 = 0 then 'published' else 'draft' end, ${at}, 'system'
        from generate_series(1, ${many}) as given returning id, number)
      insert into kept_part (incident_id, key, value)
      select id, 'incident', json_build_object('title', 'Outage ' || number, 'severity', case when number % 2 = 0 then 'High' else 'Low' end)
      from made`,
    values: [],
  });
}

test('an empty list says how to begin', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('editor', 'Ann'));
  await page.goto(`${origin}/incidents`);
  await page.getByText('There are no incidents yet.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New post-mortem' }).first().click();
  await page.waitForURL('**/new');
  await context.close();
});

test('a pause after a word does not take the space before the next one', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('editor', 'Ann'));
  await page.goto(`${origin}/incidents`);
  const field = page.getByRole('searchbox');
  await field.focus();
  await page.keyboard.type('one ');
  await page.waitForURL('**/incidents?title=one');
  await page.keyboard.type('two');
  await page.waitForURL('**/incidents?title=one+two');
  assert.equal(await field.inputValue(), 'one two');
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.waitForURL(/\/incidents$/);
  // The address is changed a moment before the field is drawn.
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value === '');
  await context.close();
});

test(
  'a long list is filtered, ordered and walked through by keyboard alone; the address says what is shown',
  limit,
  async () => {
    const { as, server, origin } = started();
    const ann = await server.person('editor', 'Ann');
    await fill();
    const { page, context } = await as(ann);
    await page.goto(`${origin}/incidents`);
    const table = page.getByRole('table', { name: 'Incidents' });
    await table.getByRole('link', { name: 'Outage 2000' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('/');
    await page.keyboard.type('outage 15');
    await page.waitForURL('**/incidents?title=outage+15');
    await page.getByText('119 incidents', { exact: false }).waitFor();
    await page.getByLabel('Status').selectOption('published');
    await page.getByText('11 incidents', { exact: false }).waitFor();
    await page.reload();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'outage 15');
    await page.getByText('11 incidents', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Title' }).click();
    await page.waitForURL(/sort=title&order=asc/);
    assert.equal(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort'), 'ascending');
    const links = table.getByRole('link');
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    assert.equal(await focused(), 'Outage 1510');
    await page.keyboard.press('End');
    assert.equal(await focused(), 'Outage 1590');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/incidents/INC-1590');
    await context.close();
  },
);

test('words that fit nothing say so, and how to go on', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('viewer', 'Eve'));
  await page.goto(`${origin}/incidents?title=unheard-of`);
  await page.getByText('No incident fits these filters.').waitFor();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByRole('table', { name: 'Incidents' }).waitFor();
  assert.equal(new URL(page.url()).search, '');
  await context.close();
});

test('scrolling loads page after page, draws only what is near, and loses neither row nor focus', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('viewer', 'Eve'));
  await page.goto(`${origin}/incidents`);
  const row = page.locator('tr[data-row]');
  await row.first().waitFor();
  await page.getByRole('link', { name: 'Outage 1999' }).focus();
  for (let scrolls = 0; scrolls < 60; scrolls += 1) {
    if (await page.getByRole('link', { name: 'Outage 1001', exact: true }).count()) break;
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(40);
  }
  await page.getByRole('link', { name: 'Outage 1001', exact: true }).waitFor();
  assert.ok((await row.count()) < 80, 'only rows near the window are drawn');
  await page.getByText('1,000 incidents', { exact: false }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Outage 1999');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Outage 1998');
  await context.close();
});

test('a new incident of somebody else stands on top by itself', limit, async () => {
  const { as, server, origin } = started();
  const ann = await server.person('editor', 'Ann');
  const { page, context } = await as(ann);
  await page.goto(`${origin}/incidents`);
  await page.locator('tr[data-row]').first().waitFor();
  await (await server.person('editor', 'Bob')).call('POST', '/incidents', { title: 'Just now' });
  await page.getByRole('link', { name: 'Just now' }).waitFor({ timeout: 30_000 });
  await context.close();
});

test('on a narrow screen a row has its title and what matters under it', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('viewer', 'Eve'), { width: 390, height: 844 });
  await page.goto(`${origin}/incidents?title=outage+1500`);
  await page.getByText('INC-1500 · High · published').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await expectAccessible(page);
  await context.close();
});
