import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { breakable, drawable } from './clean-text.ts';
import { fontCoverage } from './font-coverage.ts';
import { figureRows } from './figure-rows.ts';
import { levelHeadings } from './heading-levels.ts';
import type { Figure } from '../record/figure.ts';

const covered = fontCoverage([[readFileSync(new URL('./fonts/NotoSans_400Regular.ttf', import.meta.url))]]);

test('coverage is read from the font: Latin, Greek and Cyrillic, not Hangul or Chinese', () => {
  for (const each of 'aZé€ßΩЖđ') assert.ok(covered(each.codePointAt(0) ?? 0), each);
  for (const each of '한数ש') assert.ok(!covered(each.codePointAt(0) ?? 0), each);
});

test('what cannot be drawn is named, line ends stay, tabs are blanks', () => {
  assert.equal(drawable('a한\u0000\u202E\n\tb\uD800', covered), 'a[U+D55C][U+0000][U+202E]\n    b[U+D800]');
});

test('long runs may break, hashes stay whole outside tables', () => {
  const sha = 'a1'.repeat(32);
  assert.equal(breakable(sha, false), sha);
  assert.equal(breakable(sha, true).split('\u200B').length, 4);
  assert.equal(
    breakable(`https://x.test/${'y'.repeat(40)}`, false).replaceAll('\u200B', ''),
    `https://x.test/${'y'.repeat(40)}`,
  );
});

test('heading levels start at 1 and never skip', () => {
  const levels = (given: number[]) => {
    const blocks = given.map((level) => ({ type: 'heading', level, children: [] }) as const);
    return levelHeadings(blocks.map((each) => ({ ...each, children: [] }))).map((block) =>
      block.type === 'heading' ? block.level : 0,
    );
  };
  assert.deepEqual(levels([1, 3, 3, 2, 6, 1]), [1, 2, 2, 2, 3, 1]);
  assert.deepEqual(levels([4, 2, 5]), [1, 1, 2]);
});

test('figures: ranges, money, and claims that agree within what they say', () => {
  const row = (figure: object, claim: object = {}) => {
    const full: Figure = { status: 'known', unit: 'seconds', formula: 'f', cites: [], ...figure };
    return figureRows({
      figures: { x: full },
      record: { claims: [{ figure: 'x', text: 't', unit: full.unit, ...claim }] },
    })[0];
  };
  assert.equal(row({ seconds: 60, interval: { from: 60, to: 3600 } })?.value, '1m to 1h');
  assert.equal(row({ unit: 'EUR', value: 1234.5 })?.value, '€1,234.50');
  assert.equal(row({ unit: 'percent', value: 99.95 })?.value, '99.95%');
  assert.equal(row({ seconds: 5820 }, { value: 5800 })?.stated?.agrees, true);
  assert.equal(row({ seconds: 5820 }, { value: 13500 })?.stated?.agrees, false);
  assert.equal(row({ seconds: 900 }, { value: 600, upTo: 1200 })?.stated?.agrees, true);
  assert.equal(row({ status: 'unknown' }, { value: 600 })?.stated?.agrees, undefined);
});
