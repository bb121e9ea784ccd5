import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snippet } from './marked.ts';

const read = (text: string, stems: string[]): string =>
  snippet([text], { stems: new Set(stems), begun: [] })
    .map((piece) => piece.text)
    .join('');

test('a snippet shows the words of Markdown without its marks', () => {
  const text =
    '## What customers saw\n\n- **one** request in `six` failed\n> [quote](https://x.test)\n\n| a | b |\n|---|---|\n| 1 | 2 |';
  assert.equal(read(text, ['fail']), 'What customers saw one request in six failed quote a b 1 2');
  assert.equal(read(text, []), 'What customers saw one request in six failed quote a b 1 2');
});

test('names with marks inside stay whole', () => {
  assert.equal(
    read('The index of settlement_payments.clvm - gone', ['gone']),
    'The index of settlement_payments.clvm - gone',
  );
});
