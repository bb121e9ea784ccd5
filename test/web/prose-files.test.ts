import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browse, newIncident, reader, recorded, skip, summaryOf, write } from './prose-room.ts';

const picture = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
    // Each is another original.
    Buffer.from(name),
  ]),
});

/** Holds back what is sent as evidence until `release`. */
async function held(page: Page): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/evidence?*', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

const chooser = (page: Page) => summaryOf(page).locator('input[type=file]');

test('several files stand in the text in the order they were given', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const { key } = await newIncident(ann, 'Seen: .');
  const { page } = await reader(ann, key);
  await write(page);
  await page.keyboard.press('ArrowLeft');
  await chooser(page).setInputFiles([picture('one.png'), picture('two.png')]);
  const text = await recorded(ann, key, /two\.png/);
  assert.match(text, /^Seen: !\[one\.png\]\([^)]+\)!\[two\.png\]\([^)]+\)\.$/);
});

test(
  'a picture that arrives after the editor was closed, or the page left, stands where it was put',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const { key } = await newIncident(ann, 'Before. After.');
    const { page } = await reader(ann, key);
    const release = await held(page);
    await write(page);
    await page.keyboard.press('Home');
    for (let count = 0; count < 'Before.'.length; count += 1) await page.keyboard.press('ArrowRight');
    await chooser(page).setInputFiles([picture('graph.png')]);
    await page.getByText('Sending graph.png…').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.type('Long ');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    // Longer than a room is kept open for whoever comes back.
    await page.waitForTimeout(1500);
    release();
    assert.match(await recorded(ann, key, /graph/), /^Long Before\.!\[graph\.png\]\(evidence:[0-9a-f]{64}\) After\.$/);
  },
);
