import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

// The first is the same engine without a window of its own, which costs more than most pages.
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installed(): string | undefined {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path));
}

/** Path of a Chromium, or the reason why there is none: `npm test` installs one where it may. */
export function findChromium(): { path: string } | { reason: string } {
  const path = installed();
  return path === undefined ? { reason: 'no chromium: `apt-get install -y chromium` brings one' } : { path };
}

/** Runs `work` with a browser that has an empty profile and ends, with everything it started, afterwards. */
export async function withChromium<T>(path: string, work: (browser: BrowserContext) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'hindcast-chromium-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    args: flags,
    headless: true,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
