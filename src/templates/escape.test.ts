import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../markdown/blocks.ts';
import { decode, encode } from './escape.ts';
import { hostileLines } from './laws/record-arbitrary.ts';

const pieces = [
  '|',
  '\\',
  '\n',
  '<br>',
  '<br/>',
  '&lt;br>',
  '&amp;',
  '&#45;',
  '&amp;#45;',
  '#',
  '- ',
  '`',
  '*',
  'x',
  ' ',
  '🔥',
  '\u2028',
];
const text = fc.oneof(
  fc.constantFrom(...hostileLines),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const normal = (value: string) => value.replace(/\r\n?/g, '\n');

test('every text comes back from a line and from a cell', () => {
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (any, cell, opening) => {
      const value = any.trim();
      const coded = encode(value, cell, opening);
      assert.doesNotMatch(coded, /[\n\r]/);
      assert.equal(decode(coded, cell), normal(value));
    }),
    { numRuns: 2000 },
  );
});

test('a written cell never becomes two, and a written item never another block', () => {
  fc.assert(
    fc.property(text, (value) => {
      const cell = parseMarkdown(`| A | B |\n|---|---|\n| ${encode(value.trim(), true, false)} | b |\n`).blocks[0];
      assert.equal(cell?.type === 'table' ? cell.rows[0]?.cells.length : 0, 2);
      const words = encode(value.trim(), false, true);
      const list = parseMarkdown(`- ${words}\n\nend\n`).blocks;
      const item = list[0]?.type === 'list' ? list[0].items[0] : undefined;
      assert.ok(words === '' || item?.blocks.every(({ type }) => type === 'paragraph'), words);
      assert.equal(list.at(-1)?.type, 'paragraph');
    }),
    { numRuns: 500 },
  );
});
