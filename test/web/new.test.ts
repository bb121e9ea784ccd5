import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 120_000 };
const example = (name: string): URL => new URL(`../../examples/checkout-outage/${name}`, import.meta.url);
const text = (name: string): string => readFileSync(example(name), 'utf8');

async function opened(look = {}) {
  if ('reason' in browser) throw new Error(browser.reason);
  const ann = await browser.server.person('editor', 'Ann');
  const { page, context } = await browser.as(ann, look);
  page.setDefaultTimeout(30_000);
  const refused: string[] = [];
  page.on('pageerror', (error) => refused.push(error.message));
  await page.goto(`${browser.origin}/new`);
  return { page, context, ann, refused };
}

const keyIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const title = (page: Page) => page.getByLabel('Title');

test(
  'a pasted document is understood, put right and created, with its original, by keyboard alone',
  limit,
  async () => {
    const { page, context, ann, refused } = await opened();
    await page.getByLabel('Paste it here').waitFor();
    // The field has the focus from the start: paste, and that is it.
    await page.evaluate((pasted) => {
      document.execCommand('insertText', false, pasted);
    }, text('postmortem.md'));
    const understood = page.getByRole('region', { name: 'What was understood' });
    await understood.getByRole('row', { name: /Duration 45 minutes 1h 2m differ/ }).waitFor();
    await understood.getByText('9 findings').waitFor();
    assert.equal(await title(page).inputValue(), 'checkout failed for EU customers');
    await expectAccessible(page);
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press('Tab');
      if (await title(page).evaluate((field) => field === document.activeElement)) break;
    }
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Checkout outage of the EU');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    const { json } = await ann.call('GET', `/incidents/${keyIn(page)}`);
    const record = json['record'] as unknown as { incident: { title: string; severity: string }; timeline: unknown[] };
    assert.deepEqual([record.incident.title, record.incident.severity], ['Checkout outage of the EU', 'SEV1']);
    assert.equal(record.timeline.length, 11);
    const { json: evidence } = await ann.call('GET', `/incidents/${keyIn(page)}/evidence`);
    const items = evidence['items'] as unknown as { name: string; bytes: number }[];
    assert.deepEqual(
      items.map(({ name, bytes }) => [name, bytes]),
      [['pasted.md', Buffer.byteLength(text('postmortem.md'))]],
    );
    assert.deepEqual(refused, []);
    await context.close();
  },
);

test('several pieces of evidence become one timeline, whose events point into what was attached', limit, async () => {
  const { page, context, ann } = await opened();
  const files = ['alertmanager.json', 'kubectl-events.json'].map((name) => example(name).pathname);
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByText(/^14, 1 milestone to confirm$/).waitFor();
  assert.equal(await title(page).inputValue(), 'CheckoutErrorRateHigh (checkout)');
  await page.getByLabel('Template').selectOption('enterprise');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { json } = await ann.call('GET', `/incidents/${keyIn(page)}`);
  const { template, record } = json as unknown as { template: string; record: { timeline: { evidence: string }[] } };
  assert.deepEqual([template, record.timeline.length], ['enterprise', 14]);
  const { json: evidence } = await ann.call('GET', `/incidents/${keyIn(page)}/evidence`);
  const hashes = (evidence['items'] as unknown as { sha256: string }[]).map(({ sha256 }) => `sha256:${sha256}`);
  assert.equal(hashes.length, 2);
  for (const event of record.timeline) assert.ok(hashes.some((hash) => event.evidence.startsWith(`${hash}#`)));
  await context.close();
});

test('a pasted log, a dropped table and a git log become one timeline, each event with its line', limit, async () => {
  const { page, context, ann } = await opened();
  const sample = (name: string) => new URL(`../../src/sources/${name}`, import.meta.url).pathname;
  await page.locator('input[type=file]').setInputFiles([sample('csv/sample.csv'), sample('git/sample.log')]);
  await page
    .getByLabel('Paste it here')
    .fill('2026-03-04T14:20:58Z web-1 checkout[812]: ERROR payment provider timed out\n'.repeat(2));
  const events = page.getByText(/^8, 1 milestone to confirm$|^8$/);
  await events.waitFor();
  await page.getByLabel('Template').selectOption('enterprise');
  await title(page).fill('Payment provider timed out');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { json } = await ann.call('GET', `/incidents/${keyIn(page)}`);
  const { timeline } = json['record'] as unknown as { timeline: { source: string; evidence: string }[] };
  assert.deepEqual([...new Set(timeline.map(({ source }) => source))].toSorted(), ['csv', 'git', 'text']);
  for (const { evidence } of timeline) assert.match(evidence, /^sha256:[0-9a-f]{64}#\d+$/);
  await context.close();
});

test('a document and its evidence become one incident: the events are added to the timeline', limit, async () => {
  const { page, context, ann } = await opened();
  const files = ['postmortem.md', 'alertmanager.json'].map((name) => example(name).pathname);
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('row', { name: /Duration 45 minutes/ }).waitFor();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { json } = await ann.call('GET', `/incidents/${keyIn(page)}`);
  const { timeline } = json['record'] as unknown as { timeline: { evidence?: string }[] };
  assert.ok(timeline.length > 11);
  assert.ok(timeline.some(({ evidence }) => evidence?.startsWith('sha256:')));
  await context.close();
});

test('damaged letters are shown repaired before anything is kept', limit, async () => {
  const { page, context, ann } = await opened();
  const damaged =
    '# Post-mortem: Café outage\n\n**Severity:** High\n\nThe café’s till – and the naïve cache – failed.\n\n## Timeline\n\n- 10:00 UTC – it “failed”\n';
  const asWindows = new TextDecoder('windows-1252').decode(new TextEncoder().encode(damaged));
  await page.getByLabel('Paste it here').fill(asWindows);
  const repair = page.getByRole('region', { name: 'Damaged letters were repaired' });
  await repair.getByRole('cell', { name: 'The café’s till – and the naïve cache – failed.' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { text: kept } = await ann.call('GET', `/incidents/${keyIn(page)}`);
  assert.match(kept, /Café outage/);
  await context.close();
});

test('from nothing: a template and a title are enough; without a title it says what is missing', limit, async () => {
  const { page, context, ann } = await opened();
  await page.getByLabel('Template').selectOption('enterprise');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Give it a title, so that others find it.').waitFor();
  assert.ok(await title(page).evaluate((field) => field === document.activeElement));
  await page.keyboard.type('From nothing');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  const { json } = await ann.call('GET', `/incidents/${keyIn(page)}`);
  assert.equal((json as unknown as { template: string }).template, 'enterprise');
  await context.close();
});

test('what nobody understands is kept, and said; hostile content is shown as the text it is', limit, async () => {
  const { page, context, refused } = await opened({ width: 390, height: 844 });
  const hostile = '<img src=x onerror="document.title=\'owned\'">';
  await page.locator('input[type=file]').setInputFiles([
    { name: `${hostile}.json`, mimeType: 'application/json', buffer: Buffer.from('{"unheard": "of"}') },
    { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) },
  ]);
  await page.getByText('Not understood, kept as evidence').waitFor();
  await page.getByLabel('Paste it here').fill(`# ${hostile}\n\n${hostile}\n`);
  await page
    .getByText('9 findings')
    .or(page.getByText(/\d+ findings?/))
    .first()
    .waitFor();
  assert.notEqual(await page.title(), 'owned');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove picture.png' }).click();
  await page.getByText('picture.png').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BUTTON');
  assert.deepEqual(refused, []);
  await context.close();
});
