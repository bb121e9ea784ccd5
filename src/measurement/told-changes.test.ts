import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldChanges } from './told-changes.ts';

const told = (text: string, more: object = {}) =>
  toldChanges([{ text, at: '2026-03-01T10:00:00Z', precision: 'instant', zone: 'UTC', source: 'logs', ...more }]).map(
    ({ name, from, to }) => `${name}: ${from} > ${to}`,
  );

test('both states and the breaker are read from what logs and webhooks write', () => {
  const lines: [string, string][] = [
    ["CircuitBreaker 'backendA' changed state from CLOSED to OPEN", 'backendA: closed > open'],
    ['circuit breaker payments: closed -> open', 'payments: closed > open'],
    ['Circuit breaker for checkout went from half_open to closed', 'checkout: half-open > closed'],
    ['circuit-breaker state HALF_OPEN → OPEN', ': half-open > open'],
    ['State transition of circuit breaker "svc/a": Closed => Forced_Open', 'svc/a: closed > forced-open'],
  ];
  for (const [text, change] of lines) assert.deepEqual(told(text), [change], text);
});

test('what does not name both states, has no exact time or was measured tells nothing', () => {
  const line = 'circuit breaker payments: closed -> open';
  assert.deepEqual(told('The circuit breaker opened'), []);
  assert.deepEqual(told('circuit breaker payments: open -> open'), []);
  assert.deepEqual(told('The shop was closed to open a breaker'), []);
  assert.deepEqual(told(line, { precision: 'day' }), []);
  assert.deepEqual(told(line, { source: 'prometheus/shop' }), []);
});

test('a long hostile line is read in a moment', () => {
  const start = performance.now();
  told(`circuit breaker ${'closed to '.repeat(100_000)}`);
  told('circuit breaker '.repeat(100_000));
  assert.ok(performance.now() - start < 1000);
});
