import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents, eventAt } from './opened-document.ts';

const { skip, open } = await documents();

/** A timeline of many windows, whose rows are higher than what is not seen yet is taken for. */
const outage = {
  incident: { title: 'Checkout fails', date: '2026-10-14' },
  timeline: Array.from({ length: 300 }, (_, index) =>
    eventAt('14:02', `Event ${index} ${'and much was said about it '.repeat((index % 7) * 3)}`),
  ),
  actions: [{ text: 'improve things' }],
};

for (const reducedMotion of ['reduce', 'no-preference'] as const)
  test(`a finding leads to a place many windows away, with ${reducedMotion} of motion`, { skip }, async () => {
    const { page } = await open(outage);
    await page.emulateMedia({ reducedMotion });
    await page.getByRole('button', { name: /^Show the place: .*has no owner/ }).click();
    const place = page.locator('[data-path="actions[0]"]').first();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === 'actions[0]');
    // However long the way is, and for as long as a smooth one takes.
    await page.waitForTimeout(1500);
    const top = await place.evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > 100 && top < 800, `it stands at ${Math.round(top)} of 900`);
  });

test('what is to be filled in at the end of a long list is in sight', { skip }, async () => {
  const { page } = await open(outage);
  await page.getByRole('button', { name: /^Fill in: No entry of the timeline names the start/ }).click();
  const input = page.getByRole('grid', { name: 'Detection Phase' }).first().getByRole('textbox');
  await input.waitFor();
  await page.waitForTimeout(500);
  const top = await input.evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top > 50 && top < 850, `it stands at ${Math.round(top)} of 900`);
});
