import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakePrometheus } from '../server/prometheus.ts';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const started = await browsing();
if ('reason' in started) test('measuring', { skip: started.reason }, () => undefined);
else {
  const { server, origin, as } = started;
  const ann = await server.person('owner', 'Ann Example');
  const seconds = (at: string): number => Date.parse(at) / 1000;
  const [down, good] = [seconds('2026-03-01T10:00:20Z'), seconds('2026-03-01T10:30:05Z')];
  const isDown = (at: number): boolean => at >= down && at < good;
  const prometheus = await fakePrometheus({
    error_ratio: (at) => (isDown(at) ? 0.4 + 0.1 * Math.sin(at / 90) : 0.0002),
    latency: (at) => (isDown(at) ? 8.5 + Math.sin(at / 40) : 0.12),
    breaker: (at) => (at >= down + 50 && at < good ? 1 : 0),
  });
  const source = `name: shop
prometheus: ${prometheus.url}
objective: 99.9
queries:
  errorRatio: error_ratio
  p95: latency
invariants:
  - {id: I-01, sentence: Few requests fail., query: error_ratio, holds: <= 0.05}
breakers:
  - {name: payments, query: breaker, states: {0: closed, 1: open}}
`;

  test('a service is tried before it is kept, its mistakes are marked at their line, and its secrets are never shown', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/settings/services`);
    await page.getByText('No service is watched.').waitFor();
    await page.getByRole('button', { name: 'New service' }).click();
    const editor = page.getByRole('textbox', { name: 'How the service is watched' });
    await editor.waitFor();
    await expectAccessible(page);
    await editor.fill(source.replace('objective: 99.9', 'objectiv: 99.9'));
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('Line 3:').waitFor();
    await editor.fill(source);
    await page.getByText('Secrets', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Header for Prometheus' }).fill('Authorization: Bearer s3cret-value');
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByRole('row', { name: /errorRatio.*0\.02 %/ }).waitFor();
    await page.getByRole('row', { name: /I-01.*holds/ }).waitFor();
    await page.getByRole('row', { name: /payments.*closed/ }).waitFor();
    assert.equal(prometheus.asked.at(-1)?.headers.authorization, 'Bearer s3cret-value');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /shop.*2 queries, 1 invariant, 1 circuit breaker/ }).waitFor();
    await page.getByRole('button', { name: 'Change the service shop' }).click();
    await page.getByText('Kept: Authorization.').waitFor();
    assert.ok(!(await page.content()).includes('s3cret'));
    await context.close();
  });

  test('an incident is measured from its document, and says what came of it', async () => {
    const { page, context } = await as(ann);
    const at = (time: string, text: string, milestone?: string) => ({
      at: `2026-03-01T${time}:00Z`,
      precision: 'instant',
      zone: 'UTC',
      text,
      ...(milestone === undefined ? {} : { milestone }),
    });
    const timeline = [at('10:05', 'The alert came', 'detected'), at('10:28', 'Rolled back')];
    const record = { incident: { services: 'shop' }, timeline };
    const made = await ann.call('POST', '/incidents', { title: 'Down', template: 'enterprise', record });
    await page.goto(`${origin}/incidents/${made.json['key']}`);
    await page.locator('header summary', { hasText: 'More' }).click();
    await page.getByRole('button', { name: 'Measure' }).click();
    const dialog = page.getByRole('dialog', { name: 'Measure the incident' });
    await dialog.getByRole('button', { name: 'Measure' }).click();
    await dialog.getByText(/It missed its objective from 2026-03-01 10:00:2\d UTC/).waitFor();
    await dialog.getByText(/I-01 was violated, first at 2026-03-01 10:00:2\d UTC/).waitFor();
    await dialog.getByRole('img', { name: /shop: before, during and after/ }).waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Measure again' }).click();
    await dialog.getByText('The record says all of this already; nothing was changed.').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('td, dd').filter({ hasText: '29m 45s', visible: true }).first().waitFor();
    await page.getByText('shop misses its objective of 99.9 %').filter({ visible: true }).first().waitFor();
    await context.close();
  });
}
