import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 60_000 };
const folder = await mkdtemp('/tmp/hindcast-import-');
after(() => rm(folder, { recursive: true, force: true }));

async function opened(look = {}) {
  if ('reason' in browser) throw new Error(browser.reason);
  const ann = await browser.server.person('editor', 'Ann');
  const { page, context } = await browser.as(ann, look);
  page.setDefaultTimeout(30_000);
  await page.goto(`${browser.origin}/import`);
  return { page, context, ann };
}

const documentOf = (index: number): string =>
  `# Post-mortem: outage ${index}\n\n**Severity:** High\n**Date:** 2026-03-0${(index % 9) + 1}\n\n## Summary\n\nIt failed.\n\n## Weather report\n\nIt rained.\n\n## Timeline\n\n- 10:00 UTC – it failed\n- 11:00 UTC – it was resolved\n`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

async function zipOf(count: number) {
  const zip = new ZipFile();
  for (let index = 0; index < count; index += 1) zip.addBuffer(Buffer.from(documentOf(index)), `notes/${index}.md`);
  zip.addBuffer(Buffer.from('not read'), '__MACOSX/notes/._0.md');
  zip.addBuffer(Buffer.from([0, 1, 2]), 'notes/picture.png');
  zip.end();
  return { name: 'notes.zip', mimeType: 'application/zip', buffer: await buffer(zip.outputStream as never) };
}

test('files are read and reported on first, created when asked for, and the report is saved', limit, async () => {
  const { page, context, ann } = await opened();
  const files = page.locator('input[type=file]').first();
  await files.setInputFiles([file('=one.md', documentOf(1)), file('two.md', documentOf(2)), file('empty.md', '  ')]);
  await page.getByText('2 files read, 1 could not be.').waitFor();
  assert.equal(((await ann.call('GET', '/incidents')).json['items'] as unknown as unknown[]).length, 0);
  const first = page.getByRole('row', { name: /^=one\.md/ });
  await first.getByText(/\d+ values in \d+ parts/).waitFor();
  await first.getByText('2 sections').click();
  await first.getByText('Weather report, line 10').waitFor();
  await page.getByRole('row', { name: /empty\.md.*failed It is empty\./ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create 2 post-mortems' }).click();
  await page.getByText('2 post-mortems created, 1 failed.').waitFor();
  const { json } = await ann.call('GET', '/incidents?order=asc');
  const items = json['items'] as unknown as { key: string; title: string }[];
  assert.deepEqual(items.map(({ title }) => title).toSorted(), ['outage 1', 'outage 2']);
  const { json: evidence } = await ann.call('GET', `/incidents/${items[0]?.key}/evidence`);
  assert.equal((evidence['items'] as unknown as unknown[]).length, 1);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  assert.equal(saved.suggestedFilename(), 'hindcast-import.csv');
  await saved.saveAs(`${folder}/report.csv`);
  const lines = (await readFile(`${folder}/report.csv`, 'utf8')).split('\r\n');
  assert.match(lines[0] ?? '', /^\uFEFFfile,state,key,template/);
  assert.match(lines[1] ?? '', /^'=one\.md,created,INC-\d+,/);
  assert.match(lines[3] ?? '', /^empty\.md,failed,.*,It is empty\.$/);
  await first.getByRole('link').click();
  await page.waitForURL(/\/incidents\/INC-\d+$/);
  await context.close();
});

test('two hundred documents of a zip do not freeze the page, can be stopped and gone on with', limit, async () => {
  const { page, context } = await opened();
  // The longest time between two frames is how long the page did not answer.
  await page.evaluate(() => {
    const seen = globalThis as unknown as { longestMs: number };
    let last = performance.now();
    seen.longestMs = 0;
    const frame = (now: number) => {
      seen.longestMs = Math.max(seen.longestMs, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await zipOf(200));
  await page.getByText(/^Read \d\d/).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/^Stopped\. \d+ files? read\./).waitFor();
  await page.getByText('1 file is no Markdown and was left out.').waitFor();
  await page.getByRole('button', { name: 'Go on reading' }).click();
  await page.getByText('200 files read.').waitFor();
  await page.getByRole('button', { name: 'Create 200 post-mortems' }).waitFor();
  const longestMs = await page.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs);
  assert.ok(longestMs < 500, `${longestMs} ms without a frame`);
  await context.close();
});

test('what failed is tried again; an archive that is broken says so', limit, async () => {
  const { page, context } = await opened({ width: 390, height: 844 });
  await page.route('**/api/v1/documents/read', (route) => route.abort());
  const broken = { name: 'broken.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 no archive') };
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('a.md', documentOf(1)), broken]);
  await page.getByRole('row', { name: /a\.md.*failed The server cannot be reached\./ }).waitFor();
  await page.getByRole('row', { name: /broken\.zip.*the archive cannot be read/ }).waitFor();
  await page.unroute('**/api/v1/documents/read');
  await page.getByRole('button', { name: 'Try 2 again' }).click();
  await page.getByText('1 file read, 1 could not be.').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await expectAccessible(page);
  await context.close();
});
