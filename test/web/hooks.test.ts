import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBody, readAll } from '../server/hooks.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

const json = { 'content-type': 'application/json' };
const send = (address: string, body: object) =>
  fetch(address, { method: 'POST', headers: json, body: JSON.stringify(body) });

test(
  'an admin makes a hook, sees its address once, what came, what could not be read and why, and ends it',
  { skip, timeout: 120_000 },
  async () => {
    const { server, as, origin } = browse();
    const { page } = await as(await server.person('admin'));
    await page.goto(`${origin}/settings/hooks`);
    await page.getByText('No system delivers here yet.').waitFor();
    await page.getByRole('button', { name: 'New hook' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Alerts of production');
    await page.getByRole('button', { name: 'Make the hook' }).click();
    const address = (await page.getByLabel('Its address').locator('code').first().textContent()) ?? '';
    assert.match(address, /\/hooks\/alertmanager\/hch_/);
    // The steps of the source have the address in them, to be copied.
    await page.locator('pre', { hasText: `url: ${address}` }).waitFor();
    await expectAccessible(page);

    assert.equal((await send(address, alertBody())).status, 200);
    assert.equal((await send(address, {})).status, 200);
    await readAll(server);
    await page.getByText(/no Alertmanager webhook body/i).waitFor();
    await page.getByLabel('Which deliveries').selectOption('read');
    await page.getByText(/^1 signal · /).waitFor();
    await page
      .getByRole('button', { name: /^Show delivery/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('"alertname": "HighErrorRate"').waitFor();
    await dialog.getByText(/Alert HighErrorRate \(checkout\) fired/).waitFor();
    await dialog.getByRole('button', { name: 'Read again' }).click();
    await dialog.getByText('It is read again.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'New address' }).click();
    await page.getByLabel('The earlier address goes on for').selectOption('0');
    await page.getByRole('dialog').getByRole('button', { name: 'New address' }).click();
    await page.getByText('Alerts of production has a new address.').waitFor();
    assert.equal((await send(address, alertBody())).status, 404);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText(/This cannot be taken back/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Alerts of production is revoked.').waitFor();
    await page.getByRole('button', { name: 'All hooks' }).click();
    await page.getByText('1 revoked hook').waitFor();
    assert.equal(await page.getByText('hch_').count(), 0);
  },
);

test('what a delivery was refused for stands beside the hook', { skip }, async () => {
  const { server, as, origin } = browse();
  const admin = await server.person('admin');
  const made = await admin.call('POST', '/hooks', { name: 'Repository', source: 'github', secret: 'known to both' });
  assert.equal((await send(String(made.json['address']), { zen: 'x' })).status, 401);
  const { page } = await as(admin);
  await page.goto(`${origin}/settings/hooks`);
  await page.getByText('1 refused').waitFor();
  await page.getByRole('button', { name: 'Open the hook Repository' }).click();
  await page.getByRole('cell', { name: /The header X-Hub-Signature-256 is missing/ }).waitFor();
});

test(
  'an owner writes rules, sees what is wrong and what they would do, and is told when somebody else was faster',
  { skip, timeout: 120_000 },
  async () => {
    const { server, as, origin } = browse();
    const owner = await server.person('owner');
    const { page } = await as(owner);
    await page.goto(`${origin}/settings/rules`);
    const editor = page.locator('.cm-content');
    const writeAll = async (text: string) => {
      await editor.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    };
    await editor.waitFor();
    await writeAll('rules:\n  - name: X\n    do: fly\n');
    await page.getByText(/^Line 3:/).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save' }).isDisabled(), true);
    await writeAll('rules:\n  - name: Quiet\n    do: ignore\n');
    await page
      .getByRole('cell', { name: /is ignored/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The rules are saved.').waitFor();

    // Only when the page saves does it learn of theirs: no word of the feed comes through here.
    await page.route('**/api/v1/feed*', (route) => route.abort());
    await page.reload();
    await editor.waitFor();
    await writeAll('rules:\n  - name: Mine\n    do: leave\n');
    const value = 'rules:\n  - name: Theirs\n    do: leave\n';
    const other = await owner.call('PATCH', '/settings/signals.rules', { value, seen: 1 });
    assert.equal(other.status, 200, other.text);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has changed the rules since.').waitFor();
    await page.getByText('What is kept now').click();
    await page.getByText('name: Theirs').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The rules are saved.').waitFor();
    const { json: listed } = await owner.call('GET', '/settings');
    const items = listed['items'] as unknown as { name: string; value: string }[];
    assert.match(items.find(({ name }) => name === 'signals.rules')?.value ?? '', /Mine/);
  },
);

test('an admin reads the rules and changes nothing', { skip }, async () => {
  const { server, as, origin } = browse();
  const { page } = await as(await server.person('admin'));
  await page.goto(`${origin}/settings/rules`);
  await page.getByText('Owners change them.').waitFor();
  await page.locator('.cm-content[aria-readonly=true]').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
});
