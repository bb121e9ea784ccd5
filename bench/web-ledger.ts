import type { Page } from 'playwright-core';
import type { Row } from './row.ts';

const seconds = 60;
const keysPerSecond = 5;
const letters = 'the pool was full and nobody saw it, ';
/** A tenth of what it was when every second kept the whole text. */
const limitBytes = 600_000;

type Entries = { items: { payload?: string }[] };

/** What the ledger grows by while somebody writes for ten minutes in a text of 10 kB, from one minute of it. */
export async function ledgerGrowth(page: Page, address: string): Promise<Row> {
  const incident = address.split('/').at(-1) ?? '';
  const bytes = async (): Promise<number> => {
    const { items } = await page.evaluate<Entries, string>(async (path) => {
      const answer = await fetch(path);
      return (await answer.json()) as Entries;
    }, `/api/v1/ledger/entries?incident=${incident}&operation=prose.write&limit=500`);
    return items.reduce((sum, { payload = '' }) => sum + payload.length, 0);
  };
  const field = page.locator('[data-path="rootCause.primary"]').first();
  await field.getByRole('button', { name: /^(?:Edit|Write) / }).focus();
  await page.keyboard.press('Enter');
  await field.getByRole('textbox').first().waitFor();
  await page.keyboard.insertText(letters.repeat(270));
  // What was pasted is no writing: it is written down, and the sitting has its whole text.
  await page.waitForTimeout(4000);
  const before = await bytes();
  const start = performance.now();
  for (let key = 0; key < seconds * keysPerSecond; key += 1) {
    await page.keyboard.press(letters[key % letters.length] === ' ' ? 'Space' : (letters[key % letters.length] ?? 'x'));
    await page.waitForTimeout(Math.max(0, start + (key + 1) * (1000 / keysPerSecond) - performance.now()));
  }
  await page.waitForTimeout(4000);
  const grown = ((await bytes()) - before) * (600 / seconds);
  return {
    name: 'ledger, ten minutes in a text of 10 kB',
    figure: `${(grown / 1000).toFixed(0)} kB`,
    peer: `limit ${limitBytes / 1000} kB`,
    ratio: limitBytes / grown,
    target: `<= ${limitBytes / 1000} kB`,
    met: grown <= limitBytes,
  };
}
