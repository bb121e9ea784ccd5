import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Drawn, noteDrawn, takeDrawn } from './drawn.ts';
import { documents, eventAt, eventually } from './opened-document.ts';

const { skip, open } = await documents();

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const outage = {
  incident: { title: 'Checkout fails', date: '2026-10-14' },
  summary: { text: 'It began.' },
  timeline: Array.from({ length: 500 }, (_, index) => eventAt(clock(index), `Event ${index}`)),
  actions: Array.from({ length: 20 }, (_, index) => ({ text: `Action ${index}`, owner: 'Mina' })),
};

const started = async () => {
  const opened = await open(outage);
  await noteDrawn(opened.page);
  await opened.page.reload();
  await opened.page.getByText('Saved', { exact: true }).first().waitFor();
  return opened;
};
const rowsIn = (drawn: readonly Drawn[]) => [...new Set(drawn.flatMap(({ row }) => row ?? []))];
/** Draws what was begun to the end: until nothing is drawn for a while. */
const settled = async (page: Page) => {
  const all: Drawn[] = [];
  for (let look = 0; look < 20; look += 1) {
    await page.waitForTimeout(1500);
    const more = await takeDrawn(page);
    if (more.length === 0) return all;
    all.push(...more);
  }
  throw new Error('the page is drawn without end');
};

test('of five hundred events only the one that changes is drawn again', { skip }, async () => {
  const { page, owner, id } = await started();
  const grid = page.getByRole('grid', { name: 'Detection Phase' }).first();
  const cell = grid.getByRole('gridcell', { name: 'Event 250', exact: true });
  await cell.waitFor();
  assert.ok(rowsIn(await settled(page)).length > 500, 'what is drawn is noted');

  await cell.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' was seen');
  await page.keyboard.press('Enter');
  await grid.getByRole('gridcell', { name: 'Event 250 was seen' }).waitFor();
  const own = rowsIn(await settled(page));
  assert.ok(own.length > 0 && own.length <= 2, `by oneself: ${own.length} rows`);

  const { versions } = (await owner.call('GET', `/incidents/${id}`)).json as unknown as {
    versions: { timeline: { id: string; version: number }[] };
  };
  const other = versions.timeline[10];
  const { status, text } = await owner.call('PATCH', `/incidents/${id}/timeline/${other?.id}`, {
    set: { text: 'Changed elsewhere' },
    seen: other?.version,
  });
  assert.equal(status, 200, text);
  await grid.getByRole('gridcell', { name: 'Changed elsewhere' }).waitFor();
  const others = rowsIn(await settled(page));
  assert.deepEqual(others, [other?.id]);
});

test(
  'a key in a text draws nothing but its own editor and the line that says whether it is saved',
  { skip },
  async () => {
    const { page, record } = await started();
    const place = page.locator('[data-path="summary.text"]').first();
    await place.getByRole('button', { name: /^Edit / }).click();
    await place.getByRole('textbox').waitFor();
    await page.keyboard.type(' One.');
    await eventually(async () => (await record())['summary'] as unknown, { text: 'It began. One.' } as unknown);
    await settled(page);
    // On a slow machine the text is in the record before the last key: what hangs on the record waits for the look at what was drawn.
    let release = () => {};
    const looked = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/v1/**', async (route) => {
      await looked;
      await route.continue();
    });
    await page.keyboard.type(' Two words.');
    await page.waitForTimeout(300);
    const drawn = await takeDrawn(page);
    assert.ok(
      drawn.some(({ path }) => path === 'summary.text'),
      'the text itself is drawn',
    );
    const elsewhere = drawn.filter(({ path, inside }) => path !== 'summary.text' && inside !== 'line');
    assert.deepEqual(elsewhere, []);
    release();
    // The text comes to the record, and what hangs on it follows; lists and other texts do not.
    await eventually(async () => (await record())['summary'] as unknown, {
      text: 'It began. One. Two words.',
    } as unknown);
    assert.deepEqual(rowsIn(await settled(page)), []);
  },
);
