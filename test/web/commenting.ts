import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Thread } from '../../src/operations/comment/thread.ts';
import type { Caller } from '../server/server.ts';
import { summaryOf } from './prose-room.ts';

export const summary = 'The pool was full at **ten**. Nobody was paged before 14:23.\n\n- Customers tried again.';

/** Says something by the API, as another program or an earlier day would have. */
export async function say(by: Caller, id: string, body: object, path = ''): Promise<string> {
  const made = await by.call('POST', `/incidents/${id}/comments${path}`, body);
  assert.equal(made.status, 200, made.text);
  return String(made.json['id']);
}

/** The threads of an incident as the server has them. */
export const threadsOf = async (by: Caller, id: string): Promise<Thread[]> =>
  ((await by.call('GET', `/incidents/${id}/comments`)).json as unknown as { items: Thread[] }).items;

/** Selects words of the summary as it is read, with the mouse. */
export async function select(page: Page, words: string): Promise<void> {
  await summaryOf(page).getByText(words).first().waitFor();
  const box = await summaryOf(page).evaluate((field, wanted) => {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = (walker.currentNode as Text).data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
    throw new Error(`${wanted} is not shown`);
  }, words);
  await page.mouse.move(box.left + 0.5, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 0.5, box.y, { steps: 8 });
  await page.mouse.up();
}

/** The card of a thread, by the words or place it speaks of. */
export const cardOn = (page: Page, author: string, what: string | RegExp) =>
  page.getByRole('article', { name: typeof what === 'string' ? `${author} on ${what}` : what });

/** The marks beside the summary. */
export const marks = (page: Page) => summaryOf(page).getByRole('button', { name: /omment/ });

/** What of the page is marked as spoken of. */
export const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['comment', 'suggestion', 'active-comment'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    ),
  );
