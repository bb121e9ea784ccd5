import type { BrowserContext, Page } from 'playwright-core';
import { readAll } from '../../server/hooks.ts';
import { planAll } from '../../server/planning.ts';
import { type Browsing, browsing, type Look } from '../browse.ts';
import { furnish } from './furnish.ts';
import { inEnglish, type ScreenShown, type Told } from './screen-list.ts';

/** A browser on a server that has something on every screen. */
export type Furnished = Browsing & {
  /** Opens a screen, shows it to `look`, and closes it. */
  visit: <Output>(
    shown: ScreenShown,
    look: Look & { told?: Told },
    see: (page: Page) => Promise<Output>,
  ) => Promise<Output>;
};

/** Starts it for the tests of one file, at its top; the reason when there is no Chromium. */
export async function furnished(): Promise<Furnished | { reason: string }> {
  const found = await browsing();
  if ('reason' in found) return found;
  const owner = await found.server.person('owner', 'Ann Example');
  const stranger = { ...owner, credentials: {} };
  await furnish(async (method, path, body) => {
    const headers = typeof body === 'string' ? { 'content-type': 'text/plain' } : {};
    const { status, json, text } = await owner.call(method, path, body, headers);
    if (status >= 300) throw new Error(`${method} ${path}: ${text}`);
    return json;
  });
  await readAll(found.server);
  await planAll(found.server);
  const browsers = new Map<string, BrowserContext>();
  const browserOf = async (shown: ScreenShown, look: Look) => {
    const key = JSON.stringify([shown.open, look]);
    const browser = browsers.get(key) ?? (await found.as(shown.open ? stranger : owner, look)).context;
    browsers.set(key, browser);
    return browser;
  };
  return {
    ...found,
    visit: async (shown, look, see) => {
      const browser = await browserOf(shown, look);
      const page = await browser.newPage();
      try {
        // Long, since other tests use the same machine.
        page.setDefaultTimeout(30_000);
        await shown.before?.(page);
        await page.goto(found.origin + shown.address);
        await page.locator('h1, [role=alert]').first().waitFor();
        await settled(page);
        if (shown.reach !== undefined) {
          await shown.reach(page, look.told ?? inEnglish);
          await settled(page);
        }
        return await see(page);
      } finally {
        await forget(page, found.origin);
        await page.close();
      }
    },
  };
}

/** What one screen left in the browser is no start for the next; a new browser for each takes half of all the time. */
async function forget(page: Page, origin: string): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const storageTypes = 'local_storage,indexeddb,service_workers,cache_storage';
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes });
}

/** Waits until nothing is asked of the server and nothing moves. */
export async function settled(page: Page): Promise<void> {
  let last = '';
  for (let same = 0; same < 3;) {
    await page.waitForTimeout(60);
    const now = await page.evaluate('document.body.innerText + document.querySelectorAll("*").length');
    same =
      now === last &&
      (await page
        .locator('[role=status]')
        .filter({ hasText: /^L[oó][aá][dď][ií][nñ]g/ })
        .count()) === 0
        ? same + 1
        : 0;
    last = String(now);
  }
}
