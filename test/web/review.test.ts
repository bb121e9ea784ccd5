import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectAccessible } from './axe.ts';
import { addAuthenticator, faultsOf, reviewing } from './reviewing.ts';

const started = await reviewing();
const skip = 'reason' in started ? `skipped: ${started.reason}` : false;

/** Adds a passkey on the account page, as people do. */
async function addPasskey(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/account`);
  await page.getByLabel('Name of a new one').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('My laptop, added').waitFor();
}

async function signAs(page: Page, role: string, button: string, again = ''): Promise<void> {
  await page.getByRole('button', { name: `Sign ${again}as ${role}` }).click();
  const dialog = page.getByRole('dialog', { name: `Sign as ${role}` });
  await dialog.getByText(`sign as ${role} that version`).waitFor();
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: role }).getByText('holds').waitFor();
}

test(
  'from a blocked draft to two signatures, an edit that voids them, new ones, approval and a PDF',
  { skip, timeout: 120_000 },
  async () => {
    if ('reason' in started) return;
    const { server, origin, as } = started;
    const ann = await server.person('editor', 'Ann Author');
    const ben = await server.person('approver', 'Ben Boss');
    const made = await ann.call('POST', '/incidents', {
      record: { incident: { title: 'Checkout down' } },
      template: 'small',
    });
    const address = `${origin}/incidents/${String(made.json['key'])}`;
    const { page: hers } = await as(ann);
    const faults = faultsOf(hers);
    await addAuthenticator(hers);
    await addPasskey(hers, origin);

    await hers.goto(`${address}/review`);
    await hers.getByRole('heading', { name: 'Request review: One thing stands in the way' }).waitFor();
    await expectAccessible(hers);
    await hers.getByRole('link', { name: /^Show the place/ }).click();
    await hers.waitForURL(/#summary/);
    const seen = (await ann.call('GET', `/incidents/${String(made.json['id'])}`)).json['versions'] as unknown as Record<
      string,
      number
    >;
    const set = (text: string, version: number) =>
      ann.call('PATCH', `/incidents/${String(made.json['id'])}/record/summary`, { set: { text }, seen: version });
    assert.equal((await set('Orders failed for an hour.', seen['summary'] ?? 0)).status, 200);

    await hers.goto(`${address}/review`);
    await hers.getByText('Nothing stands in the way.').waitFor();
    await hers.getByRole('button', { name: 'Request review' }).click();
    await hers.getByRole('dialog').getByRole('button', { name: 'Request review' }).click();
    await hers.getByText('This document is in review.').waitFor();
    await hers.getByText('Waits for Author.').waitFor();
    await signAs(hers, 'Author', 'Sign with my passkey');
    await hers.getByText('You signed as Author; somebody else signs here.').waitFor();

    const { page: his } = await as(ben);
    await his.goto(`${address}/review`);
    await signAs(his, 'Approver', 'Let the server sign for me');
    await his.getByText('Proven by the signature of their passkey').waitFor();
    await his.getByRole('button', { name: /^Prove it ?: Signature of Ann/ }).click();
    await his.getByText('Proven: this entry stands in the ledger as it was written.').waitFor();
    await expectAccessible(his);

    const { summary } = (await ann.call('GET', `/incidents/${String(made.json['id'])}`)).json[
      'versions'
    ] as unknown as Record<string, number>;
    assert.equal((await set('Orders failed for two hours.', summary ?? 0)).status, 200);
    await his.getByText('Void since Ann Author changed summary, text,').first().waitFor();
    await expectAccessible(his);
    await signAs(hers, 'Author', 'Sign with my passkey', 'again ');
    await signAs(his, 'Approver', 'Let the server sign for me', 'again ');
    await his.getByRole('button', { name: 'Approve' }).click();
    await his.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await his.getByText('This document is approved.').waitFor();

    const waiting = his.waitForEvent('download');
    await his.getByRole('link', { name: 'PDF' }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), `${String(made.json['key'])}.pdf`);
    assert.equal(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
    assert.deepEqual(faults, []);
  },
);

test(
  'a page is previewed with what is left out, published, and withdrawn with the reason',
  { skip, timeout: 120_000 },
  async () => {
    if ('reason' in started) return;
    const { server, origin, as } = started;
    const [ann, ben] = [await server.person('editor', 'Ada Author'), await server.person('approver', 'Bob Boss')];
    const record = {
      incident: { title: 'Login slow' },
      summary: { text: 'Mail ann@example.org, the host db-01.internal was slow.' },
    };
    const { id, key } = (await ann.call('POST', '/incidents', { record, template: 'small' })).json as Record<
      string,
      string
    >;
    await ann.call('POST', `/incidents/${id}/submit`);
    for (const [who, role] of [
      [ann, 'Author'],
      [ben, 'Approver'],
    ] as const) {
      const { json } = await who.call('POST', `/incidents/${id}/signoffs/prepare`, { role });
      await who.call('POST', `/incidents/${id}/signoffs`, { statement: json['statement'] });
    }
    await ben.call('POST', `/incidents/${id}/approve`);
    const { page } = await as(ben);
    const faults = faultsOf(page);
    await page.goto(`${origin}/incidents/${key}/review`);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('cell', { name: 'ann@example.org' }).waitFor();
    await page.getByText('As the public would read it').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Publish this page' }).click();
    await page.getByText('This document is published.').waitFor();
    const link = page.getByRole('link', { name: /\/public\// });
    const open = await fetch((await link.getAttribute('href')) ?? '');
    assert.equal(open.status, 200);
    assert.equal((await open.text()).includes('ann@example.org'), false);
    await page.getByRole('button', { name: 'Withdraw the page' }).click();
    await page.getByRole('dialog').getByLabel('Why').fill('Names a customer');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the page' }).click();
    await page.getByText('It stood at').waitFor();
    assert.deepEqual(faults, []);
  },
);

test('who may only read sees where it stands and is offered nothing', { skip, timeout: 60_000 }, async () => {
  if ('reason' in started) return;
  const { server, origin, owner, as } = started;
  const record = { incident: { title: 'Read only' }, summary: { text: 'It began.' } };
  const { key } = (await owner.call('POST', '/incidents', { record, template: 'small' })).json as Record<
    string,
    string
  >;
  const { page } = await as(await server.person('viewer', 'Vic Viewer'), { width: 390, height: 844 });
  await page.goto(`${origin}/incidents/${key}/review`);
  await page.getByText('Your role does not take this step.').waitFor();
  assert.equal(await page.getByRole('button', { name: /Request review|Sign|Archive/ }).count(), 0);
  await expectAccessible(page);
});
