import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from '../axe.ts';
import { faultsOf, reviewing } from '../reviewing.ts';

const started = await reviewing();
const skip = 'reason' in started ? `skipped: ${started.reason}` : false;

/** Waits are as long as a machine that others use needs. */
const patienceMs = 15_000;

test(
  'from an approved document to its public page by the leak report, and from a message to the status page',
  { skip, timeout: 180_000 },
  async () => {
    if ('reason' in started) return;
    const { server, origin, owner, as } = started;
    const ann = await server.person('editor', 'Ada Author');
    const record = {
      incident: { title: 'Invoices were late', services: 'billing' },
      summary: {
        text: 'Ada Author restarted db-prod-03. Jane Miller told Initech about it. The queue was full for an hour.',
      },
    };
    const { id, key } = (await ann.call('POST', '/incidents', { record, template: 'small' })).json as Record<
      string,
      string
    >;
    await ann.call('POST', `/incidents/${id}/submit`);
    for (const [who, role] of [
      [ann, 'Author'],
      [owner, 'Approver'],
    ] as const) {
      const { json } = await who.call('POST', `/incidents/${id}/signoffs/prepare`, { role });
      await who.call('POST', `/incidents/${id}/signoffs`, { statement: json['statement'] });
    }
    await owner.call('POST', `/incidents/${id}/approve`);
    const { page } = await as(owner);
    page.setDefaultTimeout(patienceMs);
    const faults = faultsOf(page);

    await page.goto(`${origin}/incidents/${key}/review`);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('2 places are to be decided').waitFor();
    await expectAccessible(page);
    assert.equal(await page.getByRole('button', { name: 'Publish this page' }).count(), 0);
    await page.getByRole('button', { name: 'Take out: Jane Miller' }).click();
    await page.getByRole('button', { name: 'May stay: Initech' }).click();
    await page.getByText('All of it is decided.').waitFor();
    await page.getByText('You took something out').waitFor();
    await page.getByRole('button', { name: 'Preview again' }).last().click();
    await page.getByRole('button', { name: 'Publish this page' }).click();
    const link = page.getByRole('link', { name: /\/public\// });
    const text = await (await fetch((await link.getAttribute('href')) ?? '')).text();
    assert.match(text, /a team member restarted \(host removed\)\. somebody told Initech about it\./);
    assert.doesNotMatch(text, /Jane|Miller|Ada|db-prod/);

    assert.equal((await fetch(`${origin}/status`)).status, 404);
    await page.goto(`${origin}/settings/status`);
    await page.getByLabel('Components').fill('Billing: invoices and receipts');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Saved.').first().waitFor();
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByText('The status page is there for everybody.').waitFor();
    await expectAccessible(page);

    await page.goto(`${origin}/incidents/${key}/tell`);
    await page.getByRole('textbox', { name: 'Subject', exact: true }).fill('Invoices are late');
    await page
      .getByRole('textbox', { name: 'Message', exact: true })
      .fill('Invoices come up to an hour late. See https://wiki.example/x.');
    await page.getByLabel('Status page and its subscribers').check();
    await page.getByLabel('Billing').selectOption('degraded_performance');
    await page.getByRole('button', { name: 'Look it through' }).click();
    await page.getByText('One thing was taken out of what you wrote').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('The status page shows this incident:').waitFor();
    const status = await (await fetch(`${origin}/status`)).text();
    assert.match(status, /Invoices come up to an hour late\. See \(link removed\)/);
    assert.match(status, /Degraded performance/);
    assert.match(status, /Read what happened and what we change/);
    assert.doesNotMatch(status, /wiki\.example|db-prod|INC-/);
    assert.deepEqual(faults, []);
  },
);
