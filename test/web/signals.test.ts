import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertBody, newHook, readAll } from '../server/hooks.ts';
import type { Caller } from '../server/server.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

type Alert = Parameters<typeof alertBody>[0];

/** Delivers alerts over HTTP as Alertmanager does, and has them read. */
async function deliver(path: string, ...alerts: Alert[]): Promise<void> {
  const { origin, server } = browse();
  for (const alert of alerts) {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alertBody(alert)),
    });
    assert.equal(answer.status, 200, await answer.text());
  }
  await readAll(server);
}

const timelineOf = async (by: Caller, key: string) => {
  const { json } = await by.call('GET', `/incidents/${key}`);
  return ((json['record'] as unknown as { timeline?: { text: string }[] }).timeline ?? []).map(({ text }) => text);
};

test(
  'an alert that was delivered is opened as an incident, another is joined to it, and a third is ignored and taken back',
  { skip, timeout: 120_000 },
  async () => {
    const { server, as, origin } = browse();
    const [admin, editor] = [await server.person('admin'), await server.person('editor', 'Ann Example')];
    const { path } = await newHook(admin, 'alertmanager');
    const { page } = await as(editor);
    await page.goto(`${origin}/signals`);
    await page.getByText('No signal waits.').waitFor();
    await page.getByText('An admin sets up hooks under Settings.').waitFor();
    await expectAccessible(page);

    // They appear by themselves while the screen is looked at.
    await deliver(path, { alert: 'HighErrorRate' }, { alert: 'QueueFull' }, { alert: 'DiskFull', service: 'search' });
    const group = page.getByRole('region', { name: /^Alert HighErrorRate/ });
    await group.waitFor();
    await page.getByText('3 signals', { exact: true }).waitFor();
    await expectAccessible(page);
    await group.getByRole('button', { name: /^Original of: Alert HighErrorRate/ }).click();
    await page.getByRole('dialog').getByText('"alertname": "HighErrorRate"').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    await group.getByRole('checkbox', { name: /^Select: Alert HighErrorRate/ }).check();
    await page.getByRole('button', { name: 'Open an incident…' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Checkout fails');
    await page.getByRole('button', { name: 'Open the incident' }).click();
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page
      .getByText(/Alert HighErrorRate \(checkout\) fired/)
      .first()
      .waitFor();
    assert.deepEqual(await timelineOf(editor, key), [
      'Alert HighErrorRate (checkout) fired: HighErrorRate on checkout',
    ]);

    await page.goto(`${origin}/signals`);
    await page.getByRole('checkbox', { name: /^Select: Alert QueueFull/ }).check();
    await page.getByRole('button', { name: 'Join to an incident…' }).click();
    await page.getByRole('searchbox', { name: 'Which incident' }).fill('checkout');
    await page.getByRole('radio', { name: /Checkout fails/ }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText(`1 signal joined to ${key}.`).waitFor();
    assert.equal((await timelineOf(editor, key)).length, 2);

    await page.getByRole('checkbox', { name: /^Select: Alert DiskFull/ }).check();
    await page.getByRole('button', { name: 'Ignore', exact: true }).click();
    await page.getByText('No signal waits.').waitFor();
    await page.getByRole('button', { name: 'Ignored', exact: true }).click();
    await page.getByText('Somebody ignored it.').waitFor();
    await page.getByRole('checkbox', { name: /^Select: Alert DiskFull/ }).check();
    await page.getByRole('button', { name: 'Have them wait again' }).click();
    await page.getByText('No signal is ignored.').waitFor();
    await page.goto(origin);
    await page.getByRole('link', { name: '1 signal waits' }).click();
    await page.getByRole('region', { name: /^Alert DiskFull/ }).waitFor();
  },
);

test('several are selected with the keyboard alone: space, arrows, and shift for all between', { skip }, async () => {
  const { server, as, origin } = browse();
  const [admin, editor] = [await server.person('admin'), await server.person('editor')];
  const { path } = await newHook(admin, 'alertmanager', { service: 'keyboard' });
  const at = (minute: number) => `2026-03-05T14:0${minute}:00Z`;
  await deliver(path, ...[1, 2, 3, 4].map((minute) => ({ alert: 'Slow', at: at(minute) })));
  const { page } = await as(editor);
  await page.goto(`${origin}/signals?service=keyboard`);
  const boxes = page.getByRole('region', { name: /^Alert Slow/ }).getByRole('checkbox', { name: /^Select: / });
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.getByText('1 signal selected').waitFor();
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.getByText('3 signals selected').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: /^Join to an incident/ }).waitFor();
});

test('who only reads is not led to signals', { skip }, async () => {
  const { server, as, origin } = browse();
  const { page } = await as(await server.person('viewer'));
  await page.goto(origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Signals' }).count(), 0);
});
