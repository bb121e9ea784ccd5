import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type * as live from '../../web/live/index.ts';
import type { Caller } from '../server/server.ts';

/** A page with one room. */
export type Window = typeof globalThis & { live: typeof live; room: live.LiveRoom; away: boolean };

/** The browser's side of rooms as one script, as a page would load it. */
export async function bundle(): Promise<string> {
  const entry = path.join(import.meta.dirname, '../../web/live/index.ts');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'live' } },
  });
  const [first] = [built].flat() as { output: { code: string }[] }[];
  return `${first?.output[0]?.code ?? ''}; globalThis.live = live;`;
}

type Opened = { origin: string; by: Caller; incident: string; script: string };

/** A page of the server with a room of somebody; with `away` it does not reach the server. `before` runs before the room is there. */
export async function pageWith(
  browser: BrowserContext,
  { origin, by, incident, script }: Opened,
  { away = false, before }: { away?: boolean; before?: () => void } = {},
): Promise<Page> {
  const [name = '', value = ''] = (by.credentials['cookie'] ?? '').split('=');
  await browser.addCookies([{ name, value, url: origin }]);
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  await page.evaluate(script);
  if (before !== undefined) await page.evaluate(before);
  await page.evaluate(
    ({ incident: id, person, isAway }) => {
      const window = globalThis as Window;
      window.away = isAway;
      const socket = (url: string) => new WebSocket(window.away ? url.replace('/live', '/nowhere') : url);
      window.room = window.live.openRoom(id, { person, socket, mostDelayMs: 100 });
    },
    { incident, person: by.personId, isAway: away },
  );
  return page;
}

export const stateIn = (page: Page) => page.evaluate(() => (globalThis as Window).room.state);
export const textIn = (page: Page) => page.evaluate(() => (globalThis as Window).room.text('summary.text').toString());
export const savedIn = (page: Page) => page.evaluate(() => (globalThis as Window).room.saved);
export const insert = (page: Page, text: string) =>
  page.evaluate((words) => (globalThis as Window).room.text('summary.text').insert(0, words), text);
export const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).toSorted());
