import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { faultsOf, reviewing } from './reviewing.ts';

const started = await reviewing();
const skip = 'reason' in started ? `skipped: ${started.reason}` : false;
const example = path.resolve(import.meta.dirname, '../../examples/checkout-outage');
const alerts = path.join(example, 'alertmanager.json');
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('files are added, looked at, made into events, retained and detached', { skip, timeout: 120_000 }, async () => {
  if ('reason' in started) return;
  const { origin, owner, as } = started;
  const record = { incident: { title: 'Evidence wanted' }, summary: { text: 'It began.' } };
  const { id, key } = (await owner.call('POST', '/incidents', { record, template: 'small' })).json as Record<
    string,
    string
  >;
  const { page } = await as(owner);
  const faults = faultsOf(page);
  await page.goto(`${origin}/incidents/${key}/evidence`);
  await page.getByText('No evidence yet.').waitFor();
  await expectAccessible(page);
  const hostile = {
    name: '<img src=x onerror=alert(1)>.txt',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>alert(1)</script> plain words'),
  };
  await page
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'alertmanager.json', mimeType: 'application/json', buffer: readFileSync(alerts) },
      { name: 'graph.png', mimeType: 'image/png', buffer: pixel },
      { name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      hostile,
    ]);
  await page.getByText('3 files were added.').waitFor();
  await page.getByRole('alert').getByText('empty.log was not added.').waitFor();
  await page.getByRole('button', { name: /^Dismiss ?: empty.log/ }).click();

  await page.getByRole('button', { name: 'Draft events of alertmanager.json' }).click();
  await page.getByText(/events? (?:was|were) added to the timeline \(read as alertmanager\)/i).waitFor();
  const { timeline } = (await owner.call('GET', `/incidents/${id}`)).json['record'] as unknown as {
    timeline: unknown[];
  };
  assert.ok(timeline.length > 0);
  await page.getByRole('button', { name: 'Draft the document' }).click();
  await page.getByText(/fields were written.* \(from alertmanager\)/).waitFor();
  await page.getByText('2 places were left as people wrote them').click();
  await page.getByText('Summary, text', { exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Verify chain of alertmanager.json' }).click();
  await page.getByText('This is no hash-chained log that is known here.').waitFor();

  await page.getByRole('button', { name: 'Preview of graph.png' }).click();
  const picture = page.getByRole('img', { name: 'graph.png' });
  await picture.waitFor();
  await picture.evaluate((element) => (element as never as { decode: () => Promise<void> }).decode());
  const preview = page.getByRole('button', { name: `Preview of ${hostile.name}` });
  await preview.click();
  await page.getByRole('group', { name: hostile.name }).getByText('<script>alert(1)</script> plain words').waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Retain longer of graph.png' }).click();
  await page.getByLabel('Until').fill('2001-01-31');
  await page.getByRole('dialog').getByRole('button', { name: 'Retain graph.png' }).click();
  await page.getByRole('dialog').getByRole('alert').getByText('is retained until').waitFor();
  await page.getByLabel('Until').fill('2040-01-31');
  await page.getByRole('dialog').getByRole('button', { name: 'Retain graph.png' }).click();
  await page.getByText('Jan 31, 2040').waitFor();
  await page.getByRole('button', { name: 'End retention of graph.png' }).click();
  await page.getByLabel('Why').fill('Shows nothing');
  await page.getByRole('dialog').getByRole('button', { name: 'End the retention of graph.png' }).click();
  await page.getByText('not retained').waitFor();
  await page.getByRole('button', { name: 'Detach of graph.png' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Detach' }).click();
  await picture.waitFor({ state: 'detached' });
  await page.locator('[data-evidence]:focus').waitFor();
  await page.getByLabel('Show what was detached, too').check();
  await page.getByText('detached', { exact: true }).waitFor();
  assert.deepEqual(
    faults.filter((fault) => !/ (?:400|409) /.test(fault)),
    [],
  );
});

test(
  'text that is pasted becomes a file, dropped files as well, by the keyboard all the same',
  { skip, timeout: 60_000 },
  async () => {
    if ('reason' in started) return;
    const { origin, owner, as } = started;
    const { key } = (await owner.call('POST', '/incidents', { title: 'Paste here', template: 'small' })).json as Record<
      string,
      string
    >;
    const { page } = await as(owner, { width: 390, height: 844 });
    await page.goto(`${origin}/incidents/${key}/evidence`);
    await page.getByText('No evidence yet.').waitFor();
    await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'pool size 20');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
    await page.getByRole('heading', { name: 'Pasted text.txt' }).waitFor();
    // Said early: the browser needs a moment until it hands such a window over.
    const choosing = page.waitForEvent('filechooser');
    const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped words'], 'dropped.log'));
    return transfer;
  })()`);
    await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByRole('heading', { name: 'dropped.log' }).waitFor();
    await page.getByRole('button', { name: 'Choose files' }).focus();
    await page.keyboard.press('Enter');
    await (await choosing).setFiles([{ name: 'chosen.txt', mimeType: 'text/plain', buffer: Buffer.from('chosen') }]);
    await page.getByRole('heading', { name: 'chosen.txt' }).waitFor();
    await expectAccessible(page);
  },
);

test('a file is told as new also where the clock of the computer is wrong', { skip, timeout: 60_000 }, async () => {
  if ('reason' in started) return;
  const { origin, owner, as } = started;
  const { json } = await owner.call('POST', '/incidents', { title: 'Another clock', template: 'small' });
  const { page } = await as(owner);
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 600_000;
  });
  await page.goto(`${origin}/incidents/${json['key']}/evidence`);
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'graph.png', mimeType: 'image/png', buffer: Buffer.concat([pixel, Buffer.from('anew')]) }]);
  await page.getByText('One file was added.').waitFor();
});

test(
  "a model is asked where one is configured: its text waits in the document, marked as an agent's",
  { skip },
  async () => {
    if ('reason' in started) return;
    const { origin, owner, as, server } = started;
    const at = { at: '2026-10-14T14:07:10Z', precision: 'instant', zone: 'UTC' };
    const record = {
      incident: { title: 'Told by a model' },
      timeline: [{ ...at, text: 'The pool was full', source: 'slack' }],
    };
    const { key } = (await owner.call('POST', '/incidents', { record, template: 'enterprise' })).json as Record<
      string,
      string
    >;
    const { page } = await as(owner);
    await page.goto(`${origin}/incidents/${key}/evidence`);
    await page.getByText('No evidence yet.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Ask the model' }).count(), 0);
    server.around.model = {
      name: 'local-1',
      complete: async () => '{"summary.text": "The pool was full [E1]. It was a Tuesday."}',
    };
    await page.reload();
    await page.getByRole('button', { name: 'Ask the model' }).click();
    await page.getByText('One text was proposed.').waitFor();
    await page.getByText('One sentence was dropped').click();
    await page.getByText('It was a Tuesday. (it rests on no event)').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Open the document' }).click();
    await page.getByText('local-1').first().waitFor();
    await page.getByRole('button', { name: /^Accept/ }).click();
    await page.getByText('The pool was full (2026-10-14 14:07 UTC, slack).').first().waitFor();
    delete server.around.model;
  },
);
