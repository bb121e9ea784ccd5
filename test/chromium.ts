import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
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

/** Path of a Chromium; installs Debian's when there is none and this user may. Otherwise the reason why not. */
export function findChromium(): { path: string } | { reason: string } {
  const found = installed();
  if (found !== undefined) return { path: found };
  if (process.getuid?.() !== 0) return { reason: 'no chromium, and only root can install it' };
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore', timeout: 120_000 });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: 'ignore',
      timeout: 300_000,
    });
  } catch {
    return { reason: 'no chromium: `apt-get install -y chromium` failed' };
  }
  const path = installed();
  return path === undefined ? { reason: 'no chromium, even after apt-get install' } : { path };
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
