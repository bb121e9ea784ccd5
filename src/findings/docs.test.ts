import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codes } from './index.ts';

const folder = new URL('../../docs/findings/', import.meta.url);
const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));
const sections = ['What it means', 'Example', 'Why it matters', 'How to mend it', 'How to silence it'];

test('every code has a page, and every page a code', () => {
  assert.deepEqual(pages.toSorted(), codes.map(({ code }) => code).toSorted());
});

test('every page tells its code, sentence and severity, and has its five sections', () => {
  for (const { code, severity, sentence } of codes) {
    const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
    assert.ok(page.startsWith(`# ${code}\n\n${sentence} Severity: ${severity}.\n`), code);
    for (const section of sections) assert.ok(page.includes(`\n## ${section}\n`), `${code}: ${section}`);
    assert.ok(page.includes(`  - code: ${code}\n`), code);
  }
});

test('codes are unique, dotted, and have a sentence and a remedy', () => {
  assert.equal(new Set(codes.map(({ code }) => code)).size, codes.length);
  for (const { code, sentence, remedy } of codes) {
    assert.match(code, /^[a-z-]+\.[a-z-]+$/);
    assert.ok(sentence.endsWith('.') && remedy.endsWith('.'), code);
  }
});
