import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browse, newIncident, reader, recorded, skip, summaryOf } from './prose-room.ts';

test('a click in a long text writes where it was clicked, and nothing moves under the pointer', { skip }, async () => {
  const ann = await browse().server.person('owner', 'Ann Example');
  const paragraph = (index: number) =>
    `Paragraph ${index} has **bold** words, [a link](https://example.org/${index}) and more than one line of text, so that it is long.`;
  const { key } = await newIncident(ann, Array.from({ length: 40 }, (_, index) => paragraph(index)).join('\n\n'));
  const { page, complaints } = await reader(ann, key);
  const clicked = summaryOf(page).getByText('Paragraph 23 has');
  await clicked.scrollIntoViewIfNeeded();
  const before = await clicked.boundingBox();
  assert.ok(before !== null);
  await clicked.click({ position: { x: 60, y: 8 } });
  const cursor = page.locator('.cm-cursor-primary');
  await cursor.waitFor();
  await page.waitForTimeout(300);
  const after = await cursor.boundingBox();
  assert.ok(after !== null && Math.abs(after.y - before.y) < 12, `${before.y} → ${after?.y}`);
  await page.keyboard.type('XX');
  const text = await recorded(ann, key, /XX/);
  assert.equal(text.split('\n\n')[23]?.replace('XX', ''), paragraph(23));
  // The cursor is never under the toolbar, however far it goes.
  for (let line = 0; line < 30; line += 1) await page.keyboard.press('ArrowDown');
  const [low, bar] = [await cursor.boundingBox(), await page.getByRole('toolbar').boundingBox()];
  assert.ok(low !== null && bar !== null && low.y + low.height <= bar.y);
  assert.deepEqual(complaints, []);
});
