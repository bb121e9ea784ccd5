import { mkdir, mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startProcess } from '../bench/server-process.ts';
import { installTools } from './install-tools.ts';
import { findChromium } from '../test/chromium.ts';
import { furnish } from '../test/web/screens/furnish.ts';
import { inEnglish, screenList } from '../test/web/screens/screen-list.ts';
import { root } from './project-files.ts';

// `npm run screens`: a picture of every screen, light and dark, wide and narrow, of a server with the example data.

const looks = [
  { name: 'wide-light', width: 1440, height: 900, dark: false },
  { name: 'wide-dark', width: 1440, height: 900, dark: true },
  { name: 'narrow-light', width: 390, height: 844, dark: false },
  { name: 'narrow-dark', width: 390, height: 844, dark: true },
];

/** Long enough for what a screen asks the server after it is shown. */
const settledMs = 1500;

/** The first owner signs in by the link of the first start, and fills the server as the tests of the screens do. */
async function prepare(page: Page, url: string, ownerLink: string): Promise<void> {
  await page.goto(ownerLink);
  await page.getByRole('button').first().click();
  await page.waitForURL(`${url}/`);
  await furnish(async (method, path, body) => {
    const { status, text } = await page.evaluate(
      async ([method, path, body]) => {
        const headers = { 'content-type': body.startsWith('{') ? 'application/json' : 'text/plain' };
        const answer = await fetch(`/api/v1${path}`, { method, ...(body === '' ? {} : { headers, body }) });
        return { status: answer.status, text: await answer.text() };
      },
      [method, path, typeof body === 'string' ? body : (JSON.stringify(body) ?? '')] as const,
    );
    if (status >= 300) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  });
}

async function picture(browser: Browser, url: string, state: Awaited<ReturnType<typeof signIn>>): Promise<void> {
  for (const { name: look, width, height, dark } of looks) {
    const colorScheme = dark ? 'dark' : 'light';
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, storageState: state });
    const page = await context.newPage();
    for (const { name, address, reach } of screenList.filter(({ pictured }) => pictured)) {
      await page.goto(url + address);
      await page.waitForTimeout(settledMs);
      if (reach !== undefined) {
        await reach(page, inEnglish);
        await page.waitForTimeout(settledMs);
      }
      await page.screenshot({ path: path.join(root, `docs/screens/${name}-${look}.png`) });
      process.stdout.write('.');
    }
    await context.close();
  }
  process.stdout.write('\n');
}

async function signIn(browser: Browser, url: string, ownerLink: string) {
  const context = await browser.newContext();
  await prepare(await context.newPage(), url, ownerLink);
  const state = await context.storageState();
  await context.close();
  return state;
}

installTools();
const found = findChromium();
if ('reason' in found) throw new Error(found.reason);
const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-screens-'));
await chmod(folder, 0o711);
const server = await startProcess({ HINDCAST_DATA: path.join(folder, 'data'), DATABASE_URL: '' });
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await mkdir(path.join(root, 'docs/screens'), { recursive: true });
  const { url, ownerLink } = server;
  if (ownerLink === undefined) throw new Error('the server gave no owner link');
  await picture(browser, url, await signIn(browser, url, ownerLink));
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
