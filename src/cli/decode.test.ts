import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { binaryKind, decode } from './decode.ts';

test('plain UTF-8 keeps its BOM', () => {
  assert.deepEqual(decode(Buffer.from('\ufeff# é', 'utf8')), { text: '\ufeff# é', encoding: 'utf-8' });
});

test('invalid bytes are replaced and said', () => {
  assert.deepEqual(decode(Buffer.from([0x61, 0xff, 0x62])), { text: 'a\ufffdb', encoding: 'utf-8 with invalid bytes' });
});

test('UTF-16 is known by its BOM, in both orders', () => {
  assert.equal(decode(Buffer.from([0xff, 0xfe, 0x61, 0x00])).text, 'a');
  assert.equal(decode(Buffer.from([0xfe, 0xff, 0x00, 0x61])).text, 'a');
});

test('PDFs and archives are no text', () => {
  assert.equal(binaryKind(Buffer.from('%PDF-1.7')), 'a PDF');
  assert.equal(binaryKind(Buffer.from('# A')), undefined);
});

test('a binary file of no known kind is no text; a stray NUL, colours and UTF-16 are', () => {
  const data = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
  assert.match(binaryKind(data) ?? '', /binary/);
  assert.match(binaryKind(Buffer.from('# An outage', 'utf16le')) ?? '', /UTF-16/);
  assert.equal(binaryKind(Buffer.from(`\ufeff# An outage${'\u0000'.repeat(20)}`, 'utf16le')), undefined);
  assert.equal(binaryKind(Buffer.from('a\0b \u001b[31mred\u001b[0m')), undefined);
  assert.equal(binaryKind(Buffer.from('Ошибка сервиса', 'latin1')), undefined);
});
