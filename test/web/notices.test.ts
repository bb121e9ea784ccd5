import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openReceivers } from '../../src/jobs/notifying/receivers.fixture.ts';
import { startNotifying } from '../../src/jobs/notifying/start-notifying.ts';
import { storedContext } from '../../src/http/stored-context.ts';
import { defaultAccess } from '../../src/http/access-settings.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { browsing } from './browse.ts';

const started = await browsing();
const skip = 'reason' in started ? started.reason : false;

test('a channel is added, tried and hears of it; what went out is found and sent again', { skip }, async () => {
  if ('reason' in started) return;
  const { server, origin, as } = started;
  const receivers = await openReceivers(() => 'take');
  after(() => receivers.close());
  const mail = { smtp: receivers.smtp, from: 'hindcast@example.org' };
  const around = { ...server.around, access: { ...defaultAccess, mail } };
  const context = () => storedContext(around, systemActor, around.now());
  const stop = startNotifying({ leading: () => true, context, log: around.log, everyMs: 50 });
  after(stop);
  const { page } = await as(await server.person('owner', 'Ann Example'));
  page.setDefaultTimeout(30_000);

  await page.goto(`${origin}/settings/channels`);
  await page.getByRole('button', { name: 'New channel' }).click();
  await page.getByLabel('How it is reached').selectOption('Signed webhook');
  await page.getByLabel('Name').fill('Operations');
  await page.getByLabel('Address').fill(`${receivers.web}/in`);
  await page.getByLabel('An action is overdue').check();
  await page.getByRole('button', { name: 'Add the channel' }).click();
  assert.match((await page.getByLabel('Signing key').textContent()) ?? '', /^whsec_/);
  await page.getByRole('button', { name: 'All channels' }).click();
  await page.getByRole('button', { name: 'Test Operations' }).click();
  await page.getByText('It arrived.').waitFor();
  assert.equal(receivers.posts.size, 1);

  await page.goto(`${origin}/settings/outbox`);
  await page.getByRole('button', { name: 'Show: Operations is connected to Hindcast' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
  await page.getByText('It goes out again.').waitFor();
  await page.getByRole('cell', { name: 'sent', exact: true }).waitFor();
  // Its receiver knows by the id that it is the same.
  assert.deepEqual([...receivers.posts.values()], [2]);
});

test('somebody chooses a digest and quiet hours, and finds them again', { skip }, async () => {
  if ('reason' in started) return;
  const { server, origin, as } = started;
  const { page } = await as(await server.person('viewer', 'Bo Berg'));
  page.setDefaultTimeout(30_000);
  await page.goto(`${origin}/settings/notifications`);
  const mentions = page.getByRole('group', { name: 'By e-mail: Somebody names you in a comment.' });
  await mentions.getByRole('button', { name: 'Digest' }).click();
  await page.getByRole('checkbox', { name: /^Quiet hours/ }).check();
  await page.getByLabel('Sunday').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your notifications are saved.').waitFor();
  await page.reload();
  assert.equal(await mentions.getByRole('button', { name: 'Digest' }).getAttribute('aria-pressed'), 'true');
  assert.equal(await page.getByLabel('From').inputValue(), '20:00');
  assert.equal(await page.getByLabel('Sunday').isChecked(), false);
  assert.equal(await page.getByLabel('Your time zone').inputValue(), 'Europe/Berlin');
});
