import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { documents, eventAt, eventually } from './opened-document.ts';

const { skip, open, browse } = await documents();

const record = {
  incident: { title: 'Checkout slow', severity: 'HIGH' },
  summary: { text: 'Orders were slow for an hour.' },
  culture: { blameless: 'Yes' },
  timeline: [eventAt('14:23:00', 'First alert')],
};

test(
  'a document is shown in another template, written in it after a look at what moves, and taken back',
  { skip },
  async () => {
    const { page, id, owner, by } = await open(record);
    const template = async () => (await owner.call('GET', `/incidents/${id}`)).json['template'];
    const ed = await by(await browse.server.person('editor', 'Ed'));
    await page.getByLabel('Template').selectOption('invariants');
    await page.getByRole('button', { name: 'Use this template' }).click();
    const dialog = page.getByRole('dialog', { name: 'Use this template' });
    await dialog.getByText(/under “Also recorded”|Everything recorded has a place/).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Use this template' }).click();
    await page.getByText('The document is written in invariants.').waitFor();
    await page.getByText('Shown in another template.').waitFor({ state: 'detached' });
    assert.equal(await template(), 'invariants');
    assert.equal(await page.getByLabel('Template').inputValue(), 'invariants');
    await ed.getByText('Orders were slow for an hour.').waitFor();
    await ed.locator('select').filter({ hasText: 'invariants' }).waitFor();
    await eventually(() => ed.getByLabel('Template').inputValue(), 'invariants');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back: The change of the template.').waitFor();
    await eventually(template, 'enterprise');
    await eventually(() => page.getByLabel('Template').inputValue(), 'enterprise');
  },
);

test('who reads only sees other templates and is not offered to use them', { skip }, async () => {
  const { page: owners } = await open(record);
  const { page } = await browse.as(await browse.server.person('viewer', 'Vi'));
  await page.goto(owners.url());
  await page.getByLabel('Template').selectOption('invariants');
  await page.getByRole('button', { name: 'Back to enterprise' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Use this template' }).count(), 0);
});

test('fields offer the words of the template: its severities, phases and roles', { skip }, async () => {
  const { page } = await open(record);
  const offered = async () =>
    page.locator('datalist option').evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
  await page
    .getByRole('button', { name: /^Severity/ })
    .first()
    .click();
  assert.deepEqual(await offered(), ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']);
  await page.keyboard.press('Escape');
  await page.getByLabel('Template').selectOption('invariants');
  await page
    .getByRole('button', { name: /^Severity/ })
    .first()
    .click();
  assert.deepEqual(await offered(), ['S1', 'S2', 'S3', 'S4']);
});
