import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetOf } from './place-in-source.ts';

const source = 'A **bold** word, [a page](https://example.org/page) and `code`.\n\n- first\n- second item';
const cuts: [string, string][] = [
  ['', ''],
  ['A bo', 'A **bo'],
  ['A bold word, ', 'A **bold** word, '],
  ['A bold word, a page an', 'A **bold** word, [a page](https://example.org/page) an'],
  ['A bold word, a page and code.firstsec', source.slice(0, source.indexOf('ond item'))],
];

test('a click in formatted text is found in its source, whatever signs stand between', () => {
  for (const [read, written] of cuts) assert.equal(offsetOf(source, read), written.length, read);
});

test('letters that the source does not have are passed over', () => {
  assert.equal(offsetOf('a &amp; b', 'a & b'), 'a &amp; b'.length);
  assert.equal(offsetOf('', 'anything'), 0);
});
