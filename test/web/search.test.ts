import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../server/indexing.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const started = await browsing();
if ('reason' in started) test('the search', { skip: started.reason }, () => undefined);
else {
  const { server, origin, as } = started;
  const settled = indexing(server.around.database);
  const ann = await server.person('owner', 'Ann Example');
  const make = (title: string, severity: string, text: string) =>
    ann.call('POST', '/incidents', { record: { incident: { title, severity }, summary: { text } } });
  await make('Checkout is slow', 'SEV1', 'The deployment took an index away.');
  await make('Login outage', 'SEV2', 'The checkout was fine, <b>logins</b> were not.');
  await settled();

  test('results come while somebody types, are narrowed by a facet and opened by keyboard alone', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/search`);
    const titles = () => page.getByRole('heading', { level: 3 }).getByRole('link').allTextContents();
    await page.getByRole('status').getByText('2 incidents').waitFor();
    await page.keyboard.type('checko');
    await page.waitForURL(/words=checko/);
    await page.locator('mark').first().waitFor();
    assert.deepEqual(await titles(), ['Checkout is slow', 'Login outage']);
    await page.getByRole('link', { name: /^SEV2\s*1 incident$/ }).click();
    await page.waitForURL(/severity=SEV2/);
    await page.getByRole('status').getByText('1 incident').waitFor();
    assert.deepEqual(await titles(), ['Login outage']);
    assert.ok(await page.getByText('<b>logins</b>').isVisible());
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/incidents\/INC-2/);
    await page.goBack();
    await page.getByRole('link', { name: /^SEV2.*Take it away$/ }).waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'checko');
    await context.close();
  });

  test('a mistyped word is said, and what is like an incident, and comes again, is a link away', async () => {
    const again = { incident: { title: 'Checkout was slow again', severity: 'SEV1', services: 'shop' } };
    const first = { incident: { title: 'Checkout slow after lunch', severity: 'SEV1', services: 'shop' } };
    for (const record of [first, again]) {
      const { text } = await ann.call('POST', '/incidents', {
        record: { ...record, rootCause: { primary: 'A DNS change.' } },
      });
      assert.match(text, /INC-/);
    }
    await settled();
    const { page, context } = await as(ann);
    page.setDefaultTimeout(30_000);
    await page.goto(`${origin}/search?words=chekout%20lunch`);
    await page.getByText('No incident has “chekout”. Shown: checkout').waitFor();
    await page.getByRole('link', { name: 'Checkout slow after lunch' }).click();
    const similar = page.getByRole('region', { name: 'Similar incidents' });
    await similar.getByText('The same service: shop').first().waitFor();
    await similar.getByRole('link', { name: 'Checkout was slow again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Checkout was slow again' }).first().waitFor();
    await page.goto(`${origin}/search`);
    await page.getByRole('link', { name: 'What comes again' }).click();
    const row = page.getByRole('row').filter({ hasText: 'dns' });
    await row.getByText('2', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Services' }).click();
    await page.getByRole('link', { name: 'shop', exact: true }).click();
    await page.waitForURL(/\/search\?service=shop/);
    await page.getByRole('status').getByText('2 incidents').waitFor();
    await context.close();
  });

  test('what is not found is said with what was looked for', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/search?words=nowhere`);
    await page.getByText('No incident has all of: nowhere').waitFor();
    await context.close();
  });

  test('the search breaks no rule of accessibility that a machine can check, wide and narrow', async () => {
    for (const width of [1440, 390, 320]) {
      const { page, context } = await as(ann, { width });
      await page.goto(`${origin}/search?words=checkout`);
      await page.locator('mark').first().waitFor();
      await expectAccessible(page);
      await page.goto(`${origin}/recurring?kind=service`);
      await page.getByRole('row').nth(1).waitFor();
      await expectAccessible(page);
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `too wide for ${width}`);
      await context.close();
    }
  });
}
