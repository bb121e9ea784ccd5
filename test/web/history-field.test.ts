import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { eventually } from './opened-document.ts';
import { faultsOf, reviewing } from './reviewing.ts';

const started = await reviewing();
const skip = 'reason' in started ? `skipped: ${started.reason}` : false;

test(
  'the history of one field tells who set it when, from what to what, and is an address',
  { skip, timeout: 90_000 },
  async () => {
    if ('reason' in started) return;
    const { server, origin, as } = started;
    const [ann, ben] = [await server.person('editor', 'Ann Author'), await server.person('editor', 'Ben Boss')];
    const record = {
      incident: { title: 'Checkout down' },
      summary: { text: 'One hour.' },
      timeline: [{ text: 'Alert' }],
    };
    const { id, key } = (await ann.call('POST', '/incidents', { record, template: 'small' })).json as Record<
      string,
      string
    >;
    const set = async (by: typeof ann, part: string, fields: object, seen: number) =>
      assert.equal((await by.call('PATCH', `/incidents/${id}/record/${part}`, { set: fields, seen })).status, 200);
    await set(ben, 'summary', { text: 'Two hours.' }, 1);
    await set(ann, 'summary', { what: 'Orders' }, 2);
    await set(ann, 'incident', { title: 'Checkout was down' }, 1);

    const { page } = await as(ann);
    const faults = faultsOf(page);
    await page.goto(`${origin}/incidents/${key}/history`);
    await page
      .getByRole('link', { name: /^Summary, text ?, its history$/ })
      .first()
      .click();
    await page.getByText('History of Summary, text').waitFor();
    assert.match(page.url(), /field=summary\.text/);
    const changes = page.getByRole('region', { name: 'What happened' }).locator('li');
    await page.getByText('2 changes').waitFor();
    assert.match(await changes.first().innerText(), /Ben Boss[^]*One hour|Ben Boss[^]*Two hours/);
    assert.match(await changes.last().innerText(), /Ann Author created the incident[^]*One hour\./);
    await expectAccessible(page);

    await page.reload();
    await page.getByText('2 changes').waitFor();
    await page.getByRole('button', { name: 'the whole document' }).click();
    await page.getByText('4 changes').waitFor();
    await page.getByLabel('Part').selectOption('incident');
    await page.getByText('Checkout was down').waitFor();
    await page.getByText('2 changes').waitFor();
    assert.deepEqual(faults, []);
  },
);

test(
  'one part of a version comes back alone, is taken back, and the whole of it after that',
  { skip, timeout: 90_000 },
  async () => {
    if ('reason' in started) return;
    const { server, origin, as } = started;
    const ann = await server.person('editor', 'Ann Author');
    const record = {
      incident: { title: 'Checkout down', severity: 'S1' },
      summary: { text: 'One hour.' },
      culture: { blameless: 'Yes' },
    };
    const { id, key } = (await ann.call('POST', '/incidents', { record, template: 'small' })).json as Record<
      string,
      string
    >;
    const shown = async () =>
      (await ann.call('GET', `/incidents/${id}`)).json as unknown as { record: object; sha256: string };
    await ann.call('POST', `/incidents/${id}/submit`);
    const before = await shown();
    await ann.call('PATCH', `/incidents/${id}/record/summary`, { set: { text: 'Two hours.' }, seen: 1 });
    await ann.call('PATCH', `/incidents/${id}/record/culture`, { set: { blameless: 'No' }, seen: 1 });

    const { page } = await as(ann, { width: 390, height: 844 });
    await page.goto(`${origin}/incidents/${key}/history`);
    const restore = async () => page.getByRole('button', { name: /^Restore ?version 1/ }).click();
    await restore();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1' });
    await dialog.getByLabel('What comes back').selectOption({ label: 'Culture' });
    await dialog.getByText('Only this takes on what the version said.').waitFor();
    await dialog.locator('ins', { hasText: 'Yes' }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.getByText(/^Restored: one field changed/).waitFor();
    assert.deepEqual((await shown()).record, { ...before.record, summary: { text: 'Two hours.' } });

    await restore();
    await dialog.locator('ins', { hasText: 'One hour.' }).waitFor();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await eventually(async () => (await shown()).sha256, before.sha256);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Taken back: Restore version 1.').waitFor();
    assert.deepEqual((await shown()).record, { ...before.record, summary: { text: 'Two hours.' } });
  },
);
