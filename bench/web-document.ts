import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installTools } from '../scripts/install-tools.ts';
import { findChromium } from '../test/chromium.ts';
import type { Row } from './row.ts';
import { startProcess } from './server-process.ts';

const paragraph = 'Requests waited for a connection of the pool and timed out, so that every second checkout failed. ';

/** A document of twelve sections of prose and 500 events, as its record. */
const record = {
  incident: { title: 'Checkout failed for customers in the EU', severity: 'CRITICAL', date: '2026-10-14' },
  summary: { text: paragraph.repeat(6) },
  rootCause: { primary: paragraph.repeat(4) },
  timeline: Array.from({ length: 500 }, (_, index) => {
    const minute = 840 + Math.floor(index / 4);
    const at = `2026-10-14T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}Z`;
    const milestone = { 0: 'impactStarted', 20: 'detected', 28: 'acknowledged', 200: 'mitigated', 300: 'resolved' }[
      index
    ];
    return {
      at,
      written: at.slice(11, 16),
      precision: 'instant',
      text: `event ${index}`,
      ...(milestone && { milestone }),
    };
  }),
};

/** Signs in as the first owner and makes the document; gives its address. */
async function prepare(page: Page, url: string, ownerLink: string): Promise<string> {
  await page.goto(ownerLink);
  await page.getByRole('button').first().click();
  await page.waitForURL(`${url}/`);
  const key = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/incidents', { method: 'POST', headers, body });
      const made = (await answer.json()) as { key?: string; detail?: string };
      if (made.key === undefined) throw new Error(`the document was not made: ${made.detail}`);
      return made.key;
    },
    JSON.stringify({ record, template: 'enterprise' }),
  );
  return `${url}/incidents/${key}`;
}

/** The window that everything is measured in. */
export const viewport = { width: 1440, height: 900 };

/** A server process of its own, and Chromium with somebody signed in who shows its one long document. */
export type Around = {
  url: string;
  dataFolder: string;
  /** For files that are not kept. */
  folder: string;
  chromium: string;
  browser: Browser;
  page: Page;
  /** Of the document. */
  address: string;
  /** Cookies of the one signed in, as contexts take them. */
  state: { cookies: { name: string; value: string }[] };
};

/** Runs work around a server and a browser that are gone after it. @throws when there is no Chromium */
export async function withDocument(work: (around: Around) => Promise<Row[]>): Promise<Row[]> {
  installTools();
  const found = findChromium();
  if ('reason' in found) throw new Error(found.reason);
  const folder = await mkdtemp('/tmp/hindcast-bench-');
  await chmod(folder, 0o711);
  const dataFolder = `${folder}/data`;
  const server = await startProcess({ HINDCAST_DATA: dataFolder, DATABASE_URL: '' });
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const address = await prepare(page, server.url, server.ownerLink ?? '');
    const state = await context.storageState();
    await page.goto(address);
    return await work({ url: server.url, dataFolder, folder, chromium: found.path, browser, page, address, state });
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
