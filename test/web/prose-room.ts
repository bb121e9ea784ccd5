import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Caller } from '../server/server.ts';
import { browsing, type Look } from './browse.ts';
import { type Hand, keyboard } from './stories/hands.ts';

const found = await browsing();

/** Why the stories of writing cannot be told here, if so. */
export const skip = 'reason' in found ? found.reason : false;

/** Everything that the page's console complained of. */
export type Writer = {
  page: Page;
  hand: Hand;
  complaints: string[];
  /** Takes the line to the server away, the live one too (the browser's own switch leaves sockets open), or gives it back. */
  setOffline: (offline: boolean) => Promise<void>;
  /** The live line alone: pages are still answered. */
  setMute: (mute: boolean) => void;
};

/** The server with its browsers. */
export const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

/** A new incident whose summary is `text`. */
export async function newIncident(by: Caller, text: string, record: object = {}): Promise<{ id: string; key: string }> {
  const made = await by.call('POST', '/incidents', {
    template: 'enterprise',
    record: { incident: { title: 'Checkout' }, summary: { text }, ...record },
  });
  assert.equal(made.status, 201, made.text);
  return made.json as unknown as { id: string; key: string };
}

/** Somebody's browser on the document of an incident, used by keyboard unless the story is told by another hand. */
export async function reader(
  person: Caller,
  key: string,
  look?: Look,
  by: (page: Page) => Promise<Hand> = keyboard,
): Promise<Writer> {
  const { page } = await browse().as(person, look);
  const hand = await by(page);
  const complaints: string[] = [];
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  let offline = false;
  const cut = new Set<() => void>();
  await page.routeWebSocket(/\/live/, (socket) => {
    if (offline) return void socket.close();
    const server = socket.connectToServer();
    cut.add(() => void Promise.all([socket.close(), server.close()]));
  });
  const setMute = (wanted: boolean) => {
    offline = wanted;
    if (wanted) for (const end of cut) end();
    cut.clear();
  };
  await page.goto(`${browse().origin}/incidents/${key}`);
  return {
    page,
    hand,
    complaints,
    setMute,
    setOffline: async (wanted) => {
      await page.context().setOffline(wanted);
      setMute(wanted);
    },
  };
}

/** The field of the summary, and its editor when it is open. */
export const summaryOf = (page: Page) => page.locator('[data-path="summary.text"]').first();
export const editorOf = (page: Page) => summaryOf(page).getByRole('textbox', { name: /summary/i });

/** Opens the editor of the summary at once; the cursor is at the end. */
export async function write(page: Page): Promise<void> {
  await summaryOf(page)
    .getByRole('button', { name: /^(?:Edit|Write) / })
    .focus();
  await page.keyboard.press('Enter');
  await editorOf(page).waitFor();
}

/** The same as somebody does it: by Tab as far as it is, or by a click. */
export async function begin({ hand, page }: Writer): Promise<void> {
  await hand.press(summaryOf(page).getByRole('button', { name: /^(?:Edit|Write) / }));
  await editorOf(page).waitFor();
}

/** Waits until the server has everything that was written. */
export const saved = (page: Page) => page.getByText('Saved', { exact: true }).first().waitFor();

/** Waits until the record of the incident, as everybody reads it, has a text, or one that looks so. */
export async function recorded(by: Caller, key: string, wanted: RegExp | string): Promise<string> {
  let text = '';
  for (let tries = 0; tries < 200; tries += 1) {
    const { json } = await by.call('GET', `/incidents/${key}`);
    text = (json as unknown as { record: { summary?: { text?: string } } }).record.summary?.text ?? '';
    if (typeof wanted === 'string' ? text === wanted : wanted.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the record still says: ${text}`);
}
