import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Caller } from '../server/server.ts';
import { planAll } from '../server/planning.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};
const dayMs = 86_400_000;
const dayFrom = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

async function newIncident(by: Caller): Promise<string> {
  const ended = dayFrom(-40);
  const event = (time: string, milestone: string) => ({
    at: `${ended}T${time}:00Z`,
    precision: 'instant',
    milestone,
    text: milestone,
  });
  const { json, text } = await by.call('POST', '/incidents', {
    template: 'agent-ops',
    record: {
      incident: { title: 'Cards were refused', date: ended, services: 'payments' },
      timeline: [event('10:00', 'impactStarted'), event('10:10', 'detected'), event('11:00', 'resolved')],
      actions: [{ text: 'Add an alert on the queue', due: ended }],
      criteria: [{ text: 'On-call trusts the alert' }],
    },
  });
  assert.ok(json['key'], text);
  return json['key'] as string;
}

async function opened(who: Caller, path: string): Promise<Page> {
  const { page } = await browse().as(who);
  page.setDefaultTimeout(30_000);
  await page.goto(browse().origin + path);
  return page;
}

test(
  'a meeting is planned, ticked through with the keyboard and noted, and its checks are answered without names',
  { skip, timeout: 180_000 },
  async () => {
    const { server } = browse();
    const [ann, ben, cem] = [
      await server.person('editor', 'Ann Example'),
      await server.person('viewer', 'Ben Stone'),
      await server.person('viewer', 'Cem Wood'),
    ];
    const key = await newIncident(ann);
    const at = `/incidents/${key}/meeting`;
    const page = await opened(ann, at);
    await page.getByText('No meeting is planned.').waitFor();
    await page.getByRole('button', { name: 'Plan the meeting…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Day').fill(dayFrom(3));
    await dialog.getByLabel('Place').fill('Room 4');
    for (const name of ['Ben Stone', 'Cem Wood']) await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByLabel('Guests without an account').fill('Dee Stone dee@example.org');
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await page.getByText(/^Ann Example, Ben Stone, Cem Wood, Dee Stone \(guest\)$/).waitFor();

    const boxes = page.getByRole('checkbox', { name: /^Dealt with: / });
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText(/^2 of \d+ dealt with$/).waitFor();

    await page.getByLabel('Kind').selectOption('Decision');
    await page.getByLabel('What was said').fill('The queue gets an owner.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove: The queue gets an owner.' }).waitFor();

    await page.getByRole('button', { name: 'Have them asked…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask them' }).click();
    await page.getByText('3 people are asked.').waitFor();
    await expectAccessible(page);
    for (const [who, answer] of [
      [ann, 'Yes'],
      [ben, 'Yes'],
      [cem, 'No'],
    ] as const) {
      const own = who === ann ? page : await opened(who, at);
      const form = own.getByRole('form', { name: 'Your answer, without your name' });
      await form.waitFor();
      for (const radio of await form.getByRole('radio', { name: answer, exact: true }).all()) await radio.check();
      await form.getByRole('button', { name: 'Answer without my name' }).click();
      await form.waitFor({ state: 'detached' });
      await own.getByText('Your answer is counted.').first().waitFor();
    }
    await page.getByRole('button', { name: 'Close the checks…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close the checks?' }).click();
    await page.getByText('3 of 3 answered').waitFor();
    await page.getByText('Was this post-mortem blameless? 2 yes, 1 no, 0 not sure').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Write the sums into the document' }).click();
    await page.getByText('The sums stand in the document.').waitFor();
    const { json } = await ann.call('GET', `/incidents/${key}`);
    const { culture, meetingNotes } = (json as unknown as { record: Record<string, unknown> }).record;
    assert.equal((culture as { blameless: string }).blameless, 'Partly (2 of 3 said yes)');
    assert.deepEqual(meetingNotes, [{ kind: 'Decision', text: 'The queue gets an owner.' }]);
  },
);

test(
  'a late review is found in the list, held with what people say, and keeps what it found',
  { skip, timeout: 120_000 },
  async () => {
    const { server } = browse();
    const ann = await server.person('editor', 'Ann Example');
    const key = await newIncident(ann);
    await planAll(server);
    const page = await opened(ann, '/reviews?state=late');
    await page.locator(`a[href^="/incidents/${key}/"]`).first().click();
    await page.getByRole('heading', { level: 2, name: 'After 1 week' }).waitFor();
    await page.getByText('None since', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Hold this review…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Met? “On-call trusts the alert”').selectOption('met');
    await dialog.getByLabel('What is decided').fill('The alert stays as it is.');
    await dialog.getByLabel(/^Why is it held \d+ days late/).fill('Nobody was asked.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Hold the review' }).click();
    await page.getByText('The alert stays as it is.').waitFor();
    await page.getByText(/^Held by Ann Example on /).waitFor();
    await expectAccessible(page);
    await page.goto(`${browse().origin}/reviews?state=held`);
    await page.locator(`a[href="/incidents/${key}/follow-up/1w"]`).waitFor();
  },
);
