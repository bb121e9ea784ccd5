import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAt, toEpochMs } from './instant.ts';
import { addSpan, calendarMonth, readSpan } from './span.ts';

const later: [from: string, span: string, to: string][] = [
  ['2025-12-19T16:00', '24h', '2025-12-20T16:00Z'],
  ['2025-12-19T16:00', '48h', '2025-12-21T16:00Z'],
  ['2025-12-19', '7d', '2025-12-26T00:00Z'],
  ['2025-12-19', '1w', '2025-12-26T00:00Z'],
  ['2025-01-31T10:00', '1mo', '2025-02-28T10:00Z'],
  ['2024-01-31', '1 month', '2024-02-29T00:00Z'],
  ['2024-11-30', '1q', '2025-02-28T00:00Z'],
  ['2024-02-29', '1y', '2025-02-28T00:00Z'],
  ['2025-08-31', '6mo', '2026-02-28T00:00Z'],
];

for (const [from, span, to] of later)
  test(`${span} after ${from} is ${to}`, () => {
    const read = readSpan(span);
    assert.ok(read);
    assert.equal(formatAt(addSpan(toEpochMs(from), read)), to);
  });

test('words without a number are no span', () => {
  for (const text of ['soon', '', '1', '1 fortnight', 'h']) assert.equal(readSpan(text), undefined);
});

test('a calendar month has its real length, leap days included', () => {
  const days = (at: string) => {
    const { fromMs, toMs } = calendarMonth(toEpochMs(at));
    return (toMs - fromMs) / 86_400_000;
  };
  assert.deepEqual(['2024-02-29', '2025-02-28', '2025-12-31', '2025-04-01'].map(days), [29, 28, 31, 30]);
});
