import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, withChromium } from '../../../test/chromium.ts';
import { listeningServer } from '../../../test/server/listening.ts';
import { addAuthenticator } from '../../../test/web/reviewing.ts';
import { makeOwnerLink } from '../../operations/sessions/owner-link.ts';

const chromium = findChromium();

test(
  'in a browser: the owner link, a passkey added on the account page, sign-out, and in again by the passkey',
  { skip: 'reason' in chromium ? `skipped: ${chromium.reason}` : false },
  async () => {
    if ('reason' in chromium) return;
    const { around } = await listeningServer();
    const { database, origin } = around;
    const link = await makeOwnerLink(database, origin, around.now());
    await withChromium(chromium.path, async (browser) => {
      const page = await browser.newPage();
      await addAuthenticator(page);
      const faults: string[] = [];
      page.on('console', (message) => {
        const isIcon = message.location().url.endsWith('/favicon.ico');
        if (message.type() === 'error' && !isIcon) faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(link ?? '');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${origin}/`);
      await page.goto(`${origin}/account`);
      await page.getByLabel('Name of a new one').fill('My laptop');
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByText('My laptop, added').waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${origin}/sign-in`);
      assert.equal((await page.goto(`${origin}/account`))?.url(), `${origin}/sign-in`);
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await page.waitForURL(`${origin}/`);
      await page.goto(`${origin}/account`);
      await page.getByText('You are signed in as Owner (owner)').waitFor();
      assert.match(await page.content(), /My laptop, added .*, last used/);
      assert.deepEqual(faults, []);
    });
    const { rows } = await database.query<{ via: string }>({
      text: 'select via from session order by created_at',
      values: [],
    });
    assert.deepEqual(
      rows.map(({ via }) => via),
      ['owner-link', 'passkey'],
    );
  },
);
