import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const example = path.resolve(import.meta.dirname, '../../examples/checkout-outage/postmortem.md');

test(
  'a document that was open is there after a reload without a network, and nobody sees it after signing out',
  { skip },
  async () => {
    if ('reason' in browser) return;
    const ann = await browser.server.person('editor', 'Ann');
    const markdown = readFileSync(example, 'utf8');
    const made = await ann.call('POST', '/incidents', { markdown, template: 'enterprise' });
    const address = `${browser.origin}/incidents/${made.json['key'] ?? made.json['id']}`;
    const { page, context } = await browser.as(ann, { worker: true });
    const title = page.getByRole('heading', { name: /checkout failed/i }).first();
    await page.goto(address);
    await title.waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // The page that brought the worker was not fetched through it.
    await page.reload();
    await title.waitFor();
    await page.waitForFunction(async () => (await (await caches.open('hindcast-pages')).keys()).length > 0);
    await context.setOffline(true);
    await page.reload();
    await title.waitFor();
    await page.getByText('Time to mitigate').first().waitFor();
    await context.setOffline(false);
    // The page leads to the sign-in as soon as it hears of it, which may be before the answer.
    await page.evaluate(() => fetch('/sign-out', { method: 'POST' }).then(() => undefined)).catch(() => undefined);
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
  },
);

/** Everything that a browser has kept of the app. */
const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));

for (const said of [true, false])
  test(
    said
      ? 'signing out leaves nothing in the browser, though another window still shows the document'
      : 'signing out takes what was written from the machine, too, where the browser does not listen to the server',
    { skip },
    async () => {
      if ('reason' in browser) return;
      const ann = await browser.server.person('editor', 'Ann');
      const made = await ann.call('POST', '/incidents', { title: 'Down', template: 'enterprise' });
      const address = `${browser.origin}/incidents/${made.json['key']}`;
      const { page: shown, context } = await browser.as(ann, { worker: true });
      await shown.goto(address);
      await shown.locator('[data-state=live]').waitFor();
      await shown.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await shown.reload();
      await shown.locator('[data-state=live]').waitFor();
      const page = await context.newPage();
      await page.goto(`${browser.origin}/settings`);
      assert.equal((await keptBy(page)).databases.length, 2);
      if (!said)
        await context.route('**/sign-out', async (route) => {
          const response = await route.fetch({ maxRedirects: 0 });
          const { 'clear-site-data': _, ...headers } = response.headers();
          await route.fulfill({ response, headers });
        });
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/sign-in*');
      const { databases, ...others } = await keptBy(page);
      assert.deepEqual(databases, []);
      if (!said) return;
      assert.deepEqual(others, { caches: [], workers: 0, local: [], session: [] });
      await context.setOffline(true);
      await assert.rejects(page.goto(address), /ERR_INTERNET_DISCONNECTED/);
    },
  );
