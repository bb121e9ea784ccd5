import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedContext } from '../../src/http/stored-context.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { syncRound } from '../../src/operations/tracker/sync/round.ts';
import { fakeGithub } from '../trackers/fakes/github.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

test(
  'an admin adds a tracker, an action is sent to it, and what both sides changed is decided',
  { skip, timeout: 180_000 },
  async () => {
    const { server, as, origin } = browse();
    const github = await fakeGithub();
    const round = async () => syncRound(await storedContext(server.around, systemActor, server.around.now()));
    const admin = await server.person('admin', 'Ann Example');
    const actions = [{ id: 'AI-001', text: 'Add an index', owner: 'Ann Example', due: '2027-01-10' }];
    const record = { incident: { title: 'Slow checkout' }, actions };
    const made = await admin.call('POST', '/incidents', { template: 'enterprise', record });
    assert.equal(made.status, 201, made.text);

    const { page } = await as(admin);
    page.setDefaultTimeout(30_000);
    await page.goto(`${origin}/settings/trackers`);
    await page.getByText('No tracker yet.').waitFor();
    await page.getByRole('button', { name: 'New tracker' }).click();
    await page.getByText(/Make a fine-grained token/).waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Work');
    await page.getByRole('textbox', { name: 'Address of the API' }).fill(github.server.url);
    await page.getByRole('textbox', { name: 'Project' }).fill(github.project);
    await page.getByLabel('Token').fill('wrong');
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText(/does not let us in/).waitFor();
    await page.getByLabel('Token').fill(github.token);
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('We are hindcast-bot there.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Actions can be sent to it now.').waitFor();

    await page.goto(`${origin}/actions?action=${made.json['key']}/AI-001`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send to a tracker' }).click();
    await dialog.getByRole('button', { name: 'Make an issue' }).click();
    await dialog.getByText('on its way').waitFor();
    await round();
    await dialog.getByRole('link', { name: /#1/ }).waitFor();
    await dialog.getByText('in step', { exact: true }).waitFor();
    await expectAccessible(page);

    github.issues.touch(1, { title: 'Add an index to orders' });
    const [item] = (
      (await admin.call('GET', '/actions')).json as unknown as { items: { id: string; version: number }[] }
    ).items;
    const place = `/incidents/${made.json['id']}/actions/${item?.id}`;
    const changed = await admin.call('PATCH', place, { set: { text: 'Add two indexes' }, seen: item?.version });
    assert.equal(changed.status, 200, changed.text);
    const { json: listed } = await admin.call('GET', '/trackers');
    const [tracker] = (listed as unknown as { items: { id: string }[] }).items;
    await admin.call('POST', `/trackers/${tracker?.id}/sync`, {});
    await round();
    await dialog.getByText('to be decided').waitFor();
    await dialog.getByText('Add an index to orders').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Keep this one: Title of the issue' }).click();
    await dialog.getByText('in step', { exact: true }).or(dialog.getByText('on its way')).first().waitFor();
    await round();
    await dialog.getByText('in step', { exact: true }).waitFor();
    assert.equal(github.issues.all[0]?.title, 'Add an index to orders');
    assert.deepEqual(github.server.violations, []);

    await page.goto(`${origin}/settings/trackers`);
    await page.getByText('1 action').waitFor();
    await page.getByRole('button', { name: 'Open the tracker Work' }).click();
    await page.getByText('Nothing: every action says what its issue says.').waitFor();
    await expectAccessible(page);
  },
);
