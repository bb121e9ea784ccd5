import type { Page } from 'playwright-core';
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
  const pages = new Map<string, Page>();
  const pageOf = async (shown: ScreenShown, look: Look) => {
    const key = JSON.stringify([shown.open, look]);
    const page = pages.get(key) ?? (await found.as(shown.open ? stranger : owner, look)).page;
    pages.set(key, page);
    // Long, since other tests use the same machine.
    page.setDefaultTimeout(30_000);
    return page;
  };
  return {
    ...found,
    visit: async (shown, look, see) => {
      const page = await pageOf(shown, look);
      try {
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
        await forget(page, found.origin, look);
      }
    },
  };
}

/** What one screen left in the browser is no start for the next; a new browser for each takes half of all the time. */
async function forget(page: Page, origin: string, { width = 1440, height = 900 }: Look): Promise<void> {
  await page.goto('about:blank');
  await page.unrouteAll();
  await page.context().setOffline(false);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.setViewportSize({ width, height });
  const tools = await page.context().newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage' });
  await tools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  await tools.detach();
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
