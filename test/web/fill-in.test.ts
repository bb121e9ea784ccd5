import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents, eventAt, eventually } from './opened-document.ts';

const { skip, open, browse } = await documents();
const record = {
  incident: { title: 'Checkout slow' },
  timeline: [eventAt('14:23:00', 'First alert'), eventAt('14:25:00', 'Somebody looks')],
};

test('what a finding misses is written where it leads to, without a click more', { skip }, async () => {
  const { page, record: now } = await open(record);
  const fill = page.getByRole('button', { name: /^Fill in: The document has nothing for/ });
  await fill.first().waitFor();
  await page
    .getByRole('button', { name: /^Fill in: .*summary/ })
    .first()
    .click();
  // The editor is loaded when it is first needed.
  await page.locator('[contenteditable=true]:focus').waitFor();
  await page.keyboard.type('Orders were slow.');
  await page.keyboard.press('Escape');
  await eventually(
    async () => JSON.stringify((await now())['summary'] ?? {}).includes('Orders were slow.'),
    true,
    15_000,
  );
  const writtenIn = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      const isInput = activeElement?.matches('textarea, input') === true;
      return isInput ? activeElement.closest('[data-path]')?.getAttribute('data-path') : undefined;
    });
  for (const [finding, place] of [
    [/^Fill in: .*incident\.severity/, 'incident.severity'],
    [/^Fill in: .*the end/, 'timeline'],
  ] as const) {
    await page.getByRole('button', { name: finding }).first().click();
    await eventually(writtenIn, place);
    await page.keyboard.press('Escape');
  }
});

test('a row that the template names is begun and written in at once', { skip }, async () => {
  const { page, record: now } = await open(record);
  const fill = page.getByRole('button', { name: /^Fill in: (?!The document)/ }).first();
  const label = ((await fill.getAttribute('aria-label')) ?? '').replace('Fill in: ', '');
  await fill.click();
  await eventually(() => page.evaluate(() => document.activeElement?.matches('textarea, input') === true), true);
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await eventually(async () => JSON.stringify(await now()).includes('"Ada"'), true);
  assert.ok(JSON.stringify(await now()).includes(label), label);
});

test('who only reads is led to the place', { skip }, async () => {
  const { page: owners } = await open(record);
  const { page } = await browse.as(await browse.server.person('viewer', 'Vi'));
  await page.goto(owners.url());
  await page
    .getByRole('button', { name: /^Show the place: The document has nothing for/ })
    .first()
    .click();
  assert.equal(await page.getByRole('button', { name: /^Fill in/ }).count(), 0);
});
