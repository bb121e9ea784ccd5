import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenReferences } from './doc-references.ts';

const there = new Set(['src/cli/main.ts', 'docs/errors.md']);
const broken = (text: string) => brokenReferences('docs/cli.md', text, (file) => there.has(file));

test('existing paths, web addresses, anchors and patterns are fine', () => {
  const text =
    '`src/cli/main.ts` [e](errors.md#usage) [w](https://x.test/a) [a](#b) `src/sources/<name>/index.ts` `docs/findings/CODE.md`';
  assert.deepEqual(broken(text), []);
});

test('a missing path is named with its line, in code spans and in links', () => {
  assert.deepEqual(broken('ok\n`src/cli/gone.ts`\n[x](gone.md)'), [
    { file: 'docs/cli.md', line: 2, reference: 'src/cli/gone.ts' },
    { file: 'docs/cli.md', line: 3, reference: 'docs/gone.md' },
  ]);
});

test('code blocks are not read', () => {
  assert.deepEqual(broken('```\n[x](gone.md)\n```'), []);
});
