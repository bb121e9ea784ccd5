import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const browser = await browsing();
const skip = 'reason' in browser ? browser.reason : false;
const limit = { skip, timeout: 60_000 };
const started = () => {
  if ('reason' in browser) throw new Error(browser.reason);
  return browser;
};
const hours = (count: number): string => `${new Date(Date.now() + count * 3_600_000).toISOString().slice(0, 16)}Z`;
const event = (at: string, milestone: string, more = {}) => ({
  at,
  precision: 'instant',
  milestone,
  text: 'So it was.',
  ...more,
});

test('a first start shows one friendly step', limit, async () => {
  const { as, server, origin } = started();
  const { page, context } = await as(await server.person('owner', 'Ann'));
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Start with an incident you remember' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Clocks' }).count(), 0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Write the first post-mortem' }).click();
  await page.getByRole('heading', { level: 1, name: 'New post-mortem' }).waitFor();
  await context.close();
});

test('what waits, the clocks, the actions and the trend are there, and lead to their incidents', limit, async () => {
  const { as, server, origin } = started();
  const ann = await server.person('approver', 'Ann Example');
  const make = async (title: string, record: Record<string, unknown>) => {
    const { json, text } = await ann.call('POST', '/incidents', {
      template: 'enterprise',
      record: { incident: { id: 'X-1', title, severity: 'High', date: '2026-11-20' }, ...record },
    });
    assert.ok(json['key'], text);
    return json['key'] as string;
  };
  const login = await make('Login outage', {
    timeline: [
      event(hours(-62), 'impactStarted'),
      event(hours(-61), 'mitigated'),
      event(hours(-60.5), 'resolved'),
      event(hours(-59), 'closed', { inferred: true, inferredFrom: 'wording' }),
    ],
    obligations: [{ regime: 'GDPR', required: 'YES - within 72h' }],
    actions: [
      { id: 'AI-1', text: 'Index on users.email', owner: '@ann-example', due: hours(48).slice(0, 10) },
      { id: 'AI-2', text: 'Update the runbook', owner: 'Bob', due: hours(-96).slice(0, 10) },
    ],
  });
  const signed = await make('To be signed', {
    summary: { text: 'It began.' },
    rootCause: { primary: 'A missing index.' },
  });
  assert.equal((await ann.call('POST', `/incidents/${signed}/submit`, {})).status, 200);
  const { page, context } = await as(ann);
  await page.goto(origin);
  const waiting = page.getByRole('region', { name: 'Waiting for you' });
  await waiting.getByRole('link', { name: 'Sign · To be signed' }).waitFor();
  await waiting.getByRole('link', { name: 'Write · Login outage' }).waitFor();
  await waiting.getByText('1 suggested milestone').waitFor();
  await page
    .getByRole('region', { name: 'Clocks' })
    .getByText(/12h 3\dm late/)
    .waitFor();
  const actions = page.getByRole('region', { name: 'Actions due' });
  await actions.getByRole('row', { name: /AI-1 Index on users.email @ann-example yours in 2d open/ }).waitFor();
  await actions.getByRole('row', { name: /AI-2 .* 4d late/ }).waitFor();
  await page.getByRole('img', { name: /median 1h, 1 incident/ }).waitFor();
  await expectAccessible(page);
  await waiting.getByRole('link', { name: 'Sign · To be signed' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/incidents/${signed}`);
  await page.goBack();
  await waiting.getByRole('link', { name: 'Write · Login outage' }).waitFor();
  assert.ok(login);
  await context.close();
});

test(
  'an action that somebody closes goes by itself; a narrow screen holds all without scrolling sideways',
  limit,
  async () => {
    const { as, server, origin } = started();
    const bob = await server.person('editor', 'Bob Stone');
    const { json } = await bob.call('POST', '/incidents', { title: 'Work' });
    const added = await bob.call('POST', `/incidents/${json['key']}/actions`, {
      entry: { text: 'Mend it', owner: 'Bob Stone' },
    });
    assert.ok(added.status < 300, added.text);
    const { page, context } = await as(bob, { width: 390, height: 844 });
    await page.goto(origin);
    await page.getByRole('link', { name: 'Mend it' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await expectAccessible(page);
    const { id } = added.json as unknown as { id: string };
    const changed = await bob.call('PATCH', `/incidents/${json['key']}/actions/${id}`, {
      set: { done: true },
      seen: 1,
    });
    assert.ok(changed.status < 300, changed.text);
    await page.getByRole('link', { name: 'Mend it' }).waitFor({ state: 'detached', timeout: 30_000 });
    await context.close();
  },
);
