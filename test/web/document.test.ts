import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventually } from './opened-document.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = 'reason' in found ? undefined : found;
const example = new URL('../../examples/checkout-outage/postmortem.md', import.meta.url);

/** An owner with the example incident, looking at it. */
async function opened(look = {}) {
  assert.ok(browse !== undefined);
  const ann = await browse.server.person('owner', 'Ann Example');
  const made = await ann.call('POST', '/incidents', {
    markdown: readFileSync(example, 'utf8'),
    template: 'enterprise',
  });
  assert.equal(made.status, 201, made.text);
  const { key, id } = made.json as unknown as { key: string; id: string };
  const { page } = await browse.as(ann, look);
  page.setDefaultTimeout(30_000);
  await page.goto(`${browse.origin}/incidents/${key}`);
  return { ann, key, id, page };
}

test('a document shows its title, sections, figures, findings, clocks and signatures', { skip }, async () => {
  const { page } = await opened();
  await page.getByRole('heading', { level: 1, name: 'checkout failed for EU customers' }).waitFor();
  for (const name of ['Executive Summary', 'Timeline', 'Figures', 'Findings', 'Clocks', 'Sign-off'])
    await page.getByRole('heading', { level: 2, name, exact: true }).first().waitFor();
  await page.getByRole('button', { name: /Time to mitigate\s*47/ }).waitFor();
  await page.getByRole('paragraph').filter({ hasText: 'The document states duration "45 minutes"' }).waitFor();
  assert.ok(await page.getByText('45 minutes claimed').first().isVisible());
});

test(
  'a figure that is chosen says its formula and lights up the events it rests on, until Escape',
  { skip },
  async () => {
    const { page } = await opened();
    const figure = page.getByRole('button', { name: /^Time to mitigate/ });
    await figure.click();
    assert.equal(await figure.getAttribute('aria-expanded'), 'true');
    await page.getByText('mitigated - impactStarted').first().waitFor();
    await eventually(() => page.locator('[class*="_cited"]').count(), 2);
    await page.keyboard.press('Escape');
    assert.equal(await figure.getAttribute('aria-expanded'), 'false');
    await eventually(() => page.locator('[class*="_cited"]').count(), 0);
  },
);

test('figures on the screen follow a time that somebody else changes', { skip }, async () => {
  const { ann, key, page } = await opened();
  await page.getByRole('button', { name: /Time to mitigate\s*47/ }).waitFor();
  const shown = await ann.call('GET', `/incidents/${key}`);
  const { record, versions } = shown.json as unknown as {
    record: { timeline: { milestone?: string }[] };
    versions: { timeline: { id: string; version: number }[] };
  };
  const index = record.timeline.findIndex(({ milestone }) => milestone === 'mitigated');
  const { id, version } = versions.timeline[index] ?? { id: '', version: 0 };
  const set = { at: '2026-10-14T14:59Z', written: '14:59' };
  const changed = await ann.call('PATCH', `/incidents/${key}/timeline/${id}`, { set, seen: version });
  assert.equal(changed.status, 200, changed.text);
  await page.getByRole('button', { name: /Time to mitigate\s*57/ }).waitFor();
});

test('the same record is shown in another template and back', { skip }, async () => {
  const { page } = await opened();
  await page.getByLabel('Template').selectOption('invariants');
  await page.getByText('Shown in another template.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'checkout failed for EU customers' }).waitFor();
  await page.getByRole('button', { name: 'Back to enterprise' }).click();
  await page.getByRole('heading', { level: 2, name: 'Executive Summary' }).waitFor();
});

test('a claim that differs is replaced by what is computed, and taken back', { skip }, async () => {
  const { page } = await opened();
  await page.getByRole('button', { name: 'Use the computed one: Duration' }).click();
  await page.getByText('Duration now says').waitFor();
  await page
    .getByRole('paragraph')
    .filter({ hasText: 'The document states duration "45 minutes"' })
    .waitFor({ state: 'detached' });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('paragraph').filter({ hasText: 'The document states duration "45 minutes"' }).waitFor();
});

test('a finding leads to its place', { skip }, async () => {
  const { page } = await opened();
  // Sections far down are drawn after the first ones: it leads there as soon as they are.
  await page.getByRole('button', { name: /^Show the place: The total is stated/ }).click();
  await page.waitForFunction(() => /^(?:claims|costs)/.test(document.activeElement?.getAttribute('data-path') ?? ''));
});

test('a review that cannot be asked for yet says what stands in the way', { skip }, async () => {
  const { page } = await opened();
  await page.getByRole('button', { name: 'Request review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'What stands in the way' }).waitFor();
  assert.ok((await dialog.getByRole('listitem').count()) > 0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('who may not see it is told the same as for one that is not there', { skip }, async () => {
  assert.ok(browse !== undefined);
  const { ann, key } = await opened();
  await ann.call('PUT', `/incidents/${key}/visibility`, { visibility: 'restricted' });
  const { page } = await browse.as(await browse.server.person('editor', 'Ed'));
  await page.goto(`${browse.origin}/incidents/${key}`);
  const told = async () => (await page.getByRole('alert').innerText()).replace(/incident INC-\d+/, 'incident');
  const words = await told();
  await page.goto(`${browse.origin}/incidents/INC-9999`);
  assert.equal(await told(), words);
});

test('a viewer reads it and is offered no change', { skip }, async () => {
  assert.ok(browse !== undefined);
  const { key } = await opened();
  const { page } = await browse.as(await browse.server.person('viewer', 'Vi'));
  await page.goto(`${browse.origin}/incidents/${key}`);
  await page.getByText('You read this document; you may not change it.').waitFor();
  for (const name of ['Use the computed one', 'Request review', 'Fill in'])
    assert.equal(await page.getByRole('button', { name }).count(), 0, name);
});

test('it keeps to WCAG 2.2 AA, wide and narrow, light and dark', { skip }, async () => {
  for (const width of [1440, 390]) {
    const { page } = await opened({ width });
    await page.getByRole('button', { name: /^Time to mitigate/ }).click();
    await expectAccessible(page);
  }
});

test('the course of the incident is zoomed by keys and leads to its table', { skip }, async () => {
  const { page } = await opened();
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  await zoomIn.press('Enter');
  await page.getByRole('button', { name: 'Whole incident' }).waitFor();
  await zoomIn.press('ArrowRight');
  await zoomIn.press('0');
  await page.getByRole('button', { name: 'Whole incident' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'As a table' }).click();
  assert.match(page.url(), /#timeline/);
  await page
    .getByRole('link', { name: /^Timeline/, includeHidden: false })
    .and(page.locator('[aria-current]'))
    .waitFor();
});
