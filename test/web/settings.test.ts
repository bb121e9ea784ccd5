import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';
import { addAuthenticator } from './reviewing.ts';

const started = await browsing();
if ('reason' in started) test('the settings', { skip: started.reason }, () => undefined);
else {
  const { server, origin, as } = started;
  const ann = await server.person('owner', 'Ann Example');
  const bob = await server.person('editor', 'Bob Stone');

  test('somebody is invited by a link shown once, gets another role, is shut out and let in again', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/settings/people`);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('cleo@example.org');
    await page.getByRole('textbox', { name: 'Name' }).fill('Cleo New');
    await page.keyboard.press('Enter');
    const link = await page.getByRole('dialog', { name: 'The invitation' }).locator('code').textContent();
    assert.match(link ?? '', /^http:\/\/localhost:\d+\/\S{30,}$/);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Role of Cleo New' }).selectOption('approver');
    await page.getByText('Cleo New is now approver.').waitFor();
    await page.getByRole('button', { name: 'Shut out Cleo New' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click();
    await page.getByRole('button', { name: 'Let in again: Cleo New' }).click();
    await page.getByRole('button', { name: 'Shut out Cleo New' }).waitFor();
    await context.close();
  });

  test('a token is made with what it may do in sentences, shown once, works, and is revoked', async () => {
    const { page, context } = await as(bob);
    await page.goto(`${origin}/settings/tokens`);
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('My script');
    await page.getByRole('button', { name: 'None of it' }).click();
    await page.getByText('Choose at least one thing it may do.').waitFor();
    await page.getByRole('checkbox', { name: /Everybody signed in sees incidents/ }).check();
    await page.getByRole('button', { name: 'Make the token' }).click();
    const secret = await page.getByRole('dialog', { name: 'The new token' }).locator('code').first().textContent();
    await page.keyboard.press('Escape');
    const status = async (path: string) =>
      (await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } })).status;
    assert.deepEqual([await status('/incidents'), await status('/people')], [200, 403]);
    await page.getByRole('button', { name: 'Revoke the token My script' }).click();
    await page.getByText('1 that has ended').waitFor();
    assert.equal(await status('/incidents'), 401);
    await context.close();
  });

  test('a token for an agent is made with what it is for, and its client is set up by copying', async () => {
    const { page, context } = await as(bob);
    await page.goto(`${origin}/settings/tokens`);
    const address = page.getByRole('region', { name: 'Agents' }).locator('code').first();
    assert.equal(await address.textContent(), `${origin}/mcp`);
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('My agent');
    const kind = page.getByRole('combobox', { name: 'What it is for' });
    await kind.selectOption('writes');
    // Writing takes a role that writes.
    assert.equal(await page.getByRole('combobox', { name: 'Role' }).inputValue(), 'editor');
    await kind.selectOption('proposes');
    assert.equal(await page.getByRole('checkbox', { name: /change incidents that they see/ }).isChecked(), false);
    assert.equal(await page.getByRole('checkbox', { name: /proposes changes of it/ }).isChecked(), true);
    await page.getByRole('button', { name: 'Make the token' }).click();
    const dialog = page.getByRole('dialog', { name: 'The new token' });
    await dialog.getByRole('combobox', { name: 'Set up an agent in' }).selectOption('cursor');
    const setUp = JSON.parse(String(await dialog.locator('code').last().textContent())) as {
      mcpServers: { hindcast: { url: string; headers: Record<string, string> } };
    };
    const { url, headers } = setUp.mcpServers.hindcast;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Propose to a person/);
    await context.close();
  });

  test('a passkey is added, renamed and revoked', async () => {
    const { page, context } = await as(bob);
    await addAuthenticator(page);
    await page.goto(`${origin}/settings/passkeys`);
    await page.getByText('You have no passkey yet.').waitFor();
    await page.getByRole('textbox', { name: 'Name of the new one' }).fill('Laptop');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Rename the passkey Laptop' }).click();
    await page.getByRole('textbox', { name: 'New name' }).fill('Old laptop');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Revoke the passkey Old laptop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('You have no passkey yet.').waitFor();
    await context.close();
  });

  test('light or dark is chosen, and is there before anything is painted the next time', async () => {
    const { page, context } = await as(bob);
    await page.goto(`${origin}/settings`);
    await page.getByRole('radio', { name: 'Dark' }).check();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    // Without the app's own script: what sets it stands in the page's head.
    await page.route('**/app/main-*.js', (route) => route.abort());
    await page.goto(`${origin}/settings`);
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
    assert.equal(await ink(), 'rgb(236, 236, 240)');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await ink(), 'rgb(27, 27, 31)', 'on paper it is dark on white');
    await context.close();
  });

  test('who is no admin is offered what is theirs, and nothing else', async () => {
    const { page, context } = await as(bob);
    await page.goto(`${origin}/settings/sessions`);
    await page.getByText('this one').waitFor();
    const ways = await page
      .getByRole('navigation', { name: 'Parts of the settings' })
      .getByRole('link')
      .allTextContents();
    assert.deepEqual(ways, ['Appearance', 'Notifications', 'Sessions', 'Passkeys', 'Tokens']);
    await page.goto(`${origin}/settings/people`);
    assert.equal(await page.getByRole('button', { name: 'Invite somebody' }).count(), 0);
    await context.close();
  });

  test('an owner changes a setting of the server, and what is wrong is said', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/settings/server`);
    await page.getByRole('button', { name: 'Change evidence.mostPerIncident' }).click();
    const value = page.getByRole('textbox', { name: 'Value' });
    await value.fill('many');
    await page.getByText('This is no JSON').waitFor();
    await value.fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    await value.fill('40');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('evidence.mostPerIncident is saved.').waitFor();
    await context.close();
  });

  test('the dialogs of an invitation and of a token break no rule of accessibility either', async () => {
    const { page, context } = await as(ann, { width: 390 });
    for (const [part, button] of [
      ['people', 'Invite somebody'],
      ['tokens', 'New token'],
    ]) {
      await page.goto(`${origin}/settings/${part}`);
      await page.getByRole('button', { name: button ?? '' }).click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
    }
    await context.close();
  });

  test('the settings break no rule of accessibility that a machine can check, wide and narrow', async () => {
    for (const width of [1440, 390])
      for (const part of ['appearance', 'sessions', 'passkeys', 'tokens', 'people', 'server']) {
        const { page, context } = await as(ann, { width });
        await page.goto(`${origin}/settings/${part}`);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await expectAccessible(page);
        await context.close();
      }
  });
}
