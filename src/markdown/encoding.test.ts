import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cp1252, macRoman } from './code-pages.ts';
import { findDamage, repairText } from './encoding.ts';
import { headingKey } from './heading-key.ts';

/** Reads UTF-8 bytes with a wrong code page, as the damaged documents were. */
function damage(text: string, page: ReadonlyMap<string, number>): string {
  const chars = new Map([...page].map(([char, byte]) => [byte, char] as const).reverse());
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (chars.get(byte) ?? '')))
    .join('');
}

const repair = (text: string): string => repairText(text, findDamage(text));

const sample = '## 📋 Summary\n- ✅ Alert fired – within 2 min × 3\n- ❌ “quoted” café\n';

test('text read as Mac Roman or windows-1252 is repaired exactly', () => {
  for (const page of [macRoman, cp1252]) {
    const damaged = damage(sample, page);
    assert.notEqual(damaged, sample);
    assert.deepEqual(repair(damaged), sample);
  }
});

test('bytes that windows-1252 lost are put back where a common emoji fits', () => {
  const damaged = damage('## 📋 Summary\n## ⏰ Timeline\n## 🔍 Cause\n', cp1252).replace(
    /[\u0081\u008d\u008f\u0090\u009d]/g,
    '',
  );
  assert.equal(repair(damaged), '## 📋 Summary\n## ⏰ Timeline\n## 🔍 Cause\n');
});

test('honest text in any language is not called damaged', () => {
  const honest = [
    'Café déjà vu à Évry',
    'Größe, Übermaß – “so”',
    '日本語の障害報告 ✅',
    'Сбой сервиса',
    '“CAFÉ”',
    '£5 → €6',
    'ﬁ ligature',
  ];
  for (const text of honest) {
    assert.equal(findDamage(text), undefined, text);
    assert.equal(repairText(text), text);
  }
});

test('a heading has the same key damaged, repaired, numbered or decorated', () => {
  for (const heading of [
    'Timeline',
    '⏰ Timeline',
    '2. Timeline (UTC)',
    '**Timeline**',
    damage('⏰ Timeline', macRoman),
  ])
    assert.equal(headingKey(heading), 'timeline');
  assert.equal(headingKey('5 Whys'), '5 whys');
  assert.equal(headingKey('障害の概要'), '障害の概要');
});

const corpus = '../shared/corpus';
test('no document of the corpus is called damaged', { skip: existsSync(corpus) ? false : 'skipped: no corpus' }, () => {
  for (const name of readdirSync(`${corpus}/A`, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:md|erb|qmd)$/.test(name))
      assert.equal(findDamage(readFileSync(`${corpus}/A/${name}`, 'utf8')), undefined, name);
});
