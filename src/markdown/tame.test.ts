import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from './blocks.ts';
import { tame } from './tame.ts';

test('ordinary text is not copied', () => {
  const text = `# A\n\n${'-'.repeat(300)}\n\n> - 1. x\n${'word '.repeat(1000)}`;
  assert.equal(tame(text), text);
});

test('nesting and blanks beyond a measure become letters, at the same length', () => {
  for (const text of ['> '.repeat(500), `a${' '.repeat(5000)}b`, `${'- '.repeat(90)}${' '.repeat(3000)}x\n- b\n`]) {
    const tamed = tame(text);
    assert.equal(tamed.length, text.length);
    assert.match(tamed, /x{20}/);
    assert.ok(!/[ \t]{1000}/.test(tamed));
  }
});

test('a line break stays where it is, and what follows a long line is not touched', () => {
  assert.ok(tame(`${'>'.repeat(400)}\n\n- a\n`).endsWith('\n\n- a\n'));
});

test('of a document with more blocks than anyone writes, the rest is one paragraph', () => {
  const source = `# A\n\n${'- a\n'.repeat(200_000)}`;
  const started = performance.now();
  const { blocks } = parseMarkdown(source);
  assert.ok(performance.now() - started < 5000);
  assert.deepEqual(
    blocks.map(({ type }) => type),
    ['heading', 'list', 'paragraph'],
  );
  assert.equal(blocks[1]?.type === 'list' && blocks[1].items.length, 49_998);
  assert.ok((blocks[2]?.to ?? 0) >= source.length - 1);
});
