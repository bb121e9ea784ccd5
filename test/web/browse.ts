import { after } from 'node:test';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';
import { findChromium } from '../chromium.ts';
import { listeningServer } from '../server/listening.ts';
import type { Caller, TestServer } from '../server/server.ts';

/** A server with a port, and a real Chromium that people sign in with. */
export type Browsing = {
  server: TestServer;
  origin: string;
  /** A browser of its own for somebody: their session, their storage. */
  as: (caller: Caller, options?: Look) => Promise<{ context: BrowserContext; page: Page }>;
};

/** How wide, how high, how bright; in the colours of the system; in which language; with the worker that keeps pages for later. */
export type Look = {
  width?: number;
  height?: number;
  dark?: boolean;
  forced?: boolean;
  language?: string;
  worker?: boolean;
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-background-networking',
  '--force-color-profile=srgb',
];

/** Starts both for the tests of one file, at its top; the reason when there is no Chromium. */
export async function browsing(): Promise<Browsing | { reason: string }> {
  const found = findChromium();
  if ('reason' in found) return found;
  const server = await listeningServer();
  // The feed tells of entries that have their number.
  const sequencer = startSequencer(server.around.database, { everyMs: 40, log: server.around.log });
  after(() => sequencer.stop());
  const browser = await chromium.launch({ executablePath: found.path, args: flags });
  after(async () => {
    // What a test still holds back, nobody waits for; a route that is cut off would fail the file without a word.
    const closing = browser.contexts().flatMap((context) => [context, ...context.pages()]);
    await Promise.all(closing.map((each) => each.unrouteAll({ behavior: 'ignoreErrors' })));
    await browser.close();
  });
  const { origin } = server.around;
  return {
    server,
    origin,
    as: async (
      { credentials },
      { width = 1440, height = 900, dark = false, forced = false, language = 'en-GB', worker = false } = {},
    ) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        forcedColors: forced ? 'active' : 'none',
        // What fades is drawn again and again, which takes more than all else.
        reducedMotion: 'reduce',
        locale: language,
        timezoneId: 'Europe/Berlin',
      });
      // A worker fetches the whole app at once. Blocked by the browser's own switch, it would be complained of on the console.
      if (!worker) await context.addInitScript('delete Navigator.prototype.serviceWorker');
      const [name = '', value = ''] = (credentials['cookie'] ?? '').split('=');
      if (name !== '') await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
      return { context, page: await context.newPage() };
    },
  };
}
