import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { defaultAccess } from '../../../src/http/access-settings.ts';
import { routeNotices } from '../../../src/operations/notice/route.ts';
import { openSender } from '../../../src/operations/notice/sender.ts';
import { tick } from '../../../src/operations/occasion/tick.ts';
import { jobContext } from '../../follow/job-context.ts';
import { browsing } from '../browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;

/** A mail server that keeps what comes. */
async function mailServer() {
  const received: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void text(stream).then((mail) => done(void received.push(mail) as undefined)),
  });
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  after(() => smtp.close());
  const { port } = smtp.server.address() as AddressInfo;
  return { received, smtp: `smtp://127.0.0.1:${port}` };
}

test(
  'an overdue action goes from the reminder in the mail to verified, though its document is archived',
  { skip },
  async () => {
    if ('reason' in found) return;
    const { server, origin, as } = found;
    const { around } = server;
    const { received, smtp } = await mailServer();
    around.access = { ...defaultAccess, mail: { smtp, from: 'Hindcast <hindcast@example.org>' } };
    // Three weeks ago it was promised for the Friday.
    let now = '2026-10-26T09:00:00.000Z';
    around.now = () => now;
    const numbered = async () => {
      const waiting = { text: 'select exists (select from entry where seq is null) as more', values: [] };
      while ((await around.database.query<{ more: boolean }>(waiting)).rows[0]?.more === true);
    };
    const lead = await server.person('owner', 'Lea Lead');
    const { json } = await lead.call('POST', '/incidents', {
      template: 'enterprise',
      record: {
        incident: { title: 'Checkout was slow' },
        actions: [{ text: 'Raise the connection pool and alert on its use', priority: 'high' }],
      },
    });
    const address = `/incidents/${json['key']}`;
    const items = async () => (await lead.call('GET', `/actions?incident=${json['key']}`)).json['items'];
    const [{ id } = { id: '' }] = (await items()) as unknown as { id: string }[];
    const promise = { owner: 'Ann Example', due: '2026-11-06', verification: 'The alert fires in a drill.' };
    assert.equal((await lead.call('POST', `${address}/actions/${id}/commit`, promise)).status, 200);
    assert.equal((await lead.call('POST', `${address}/archive`)).status, 200);
    await numbered();
    await tick(jobContext(around));
    now = '2026-11-18T12:00:00.000Z';
    const ann = await server.person('editor', 'Ann Example');
    await tick(jobContext(around));
    while ((await routeNotices(await jobContext(around)())) > 0);
    const sender = openSender(jobContext(around), around.log);
    await sender.fill();
    await sender.idle();
    const unfolded = received.map((mail) => mail.replaceAll('=\r\n', '').replaceAll('=3D', '='));
    const reminder = unfolded.find((mail) => /Subject: .*AI-001.*overdue/s.test(mail)) ?? '';
    const link = /http:\/\/localhost:\d+\/actions\?action=INC-\d+\/[\w-]+/.exec(reminder)?.[0];
    assert.ok(link, `no link in: ${unfolded.join('\n---\n')}`);
    const { page, context } = await as(ann);
    await page.clock.setFixedTime(new Date(now));
    await page.goto(link);
    const dialog = page.getByRole('dialog', { name: 'Action: AI-001 Raise the connection pool' });
    await dialog.getByText('12 days overdue').waitFor();
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await dialog.getByLabel('Note').fill('The pool holds 60 connections since Monday.');
    await dialog.getByRole('button', { name: 'Mark as done' }).click();
    await dialog.getByText('marked it as done').waitFor();
    await dialog.getByRole('button', { name: 'Verify' }).click();
    await dialog.getByLabel('A link').check();
    await dialog.getByLabel('Address').fill('https://ci.example/drills/14');
    await dialog.getByLabel('What was seen').fill('Drill of 18 November');
    await dialog.getByRole('button', { name: 'Verify' }).click();
    await dialog.getByRole('link', { name: 'Drill of 18 November' }).waitFor();
    assert.equal(page.url().startsWith(origin), true);
    const shown = (await ann.call('GET', `${address}/actions/AI-001`)).json as unknown as {
      stage: string;
      steps: { step: string; by: { name: string } }[];
    };
    assert.deepEqual(
      [shown.stage, shown.steps.map(({ step, by }) => `${step} by ${by.name}`)],
      ['verified', ['commit by Lea Lead', 'finish by Ann Example', 'verify by Ann Example']],
    );
    // Nobody is reminded of it any more.
    const before = received.length;
    await numbered();
    now = '2026-12-18T12:00:00.000Z';
    await tick(jobContext(around));
    while ((await routeNotices(await jobContext(around)())) > 0);
    await sender.fill();
    await sender.idle();
    assert.equal(received.slice(before).filter((mail) => mail.includes('AI-001')).length, 0);
    await context.close();
  },
);
