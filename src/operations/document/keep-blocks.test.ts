import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { missingBlocks } from './keep-blocks.ts';

const missing = (source: string, output: string) => missingBlocks(parseMarkdown(source), output);

test('nothing is missing when the words are there, whatever the markup and wrapping', () => {
  assert.equal(missing('## Cause\n\nA *config*\nchange.\n', '# Root cause\n\n## Cause\n\nA config change.\n'), '');
});

test('a lost block comes under its own heading, a renamed heading at the end', () => {
  assert.match(missing('## Luck\n\nNobody was awake.\n', '# Report\n'), /### Luck\n\nNobody was awake\./);
  assert.equal(missing('## Luck\n\nNobody was awake.\n', 'Nobody was awake.\n'), 'Headings of the original: Luck');
});

test('what is appended makes the document whole, for headings of two lines and open comments too', () => {
  const sources = [
    'date: x\n\ntitle: a\ndate: x\n---\n\ntext\n',
    '| a | b |\n|---|---|\n| F<!--ix | other |\n',
    '---\nsee: [x](https://example.org)\n---\n\ntext\n',
  ];
  for (const source of sources) assert.equal(missing(source, `date: x\n\n${missing(source, 'date: x')}`), '', source);
});

test('a heading that opens a comment and never closes it is named whole', () => {
  const source = 'Drills\nreview in:<!--<!-- 12 months\n---\n\n# Next\n\nText.\n';
  const renamed = missing(source, '# Next\n\nText.\n');
  assert.match(renamed, /12 months/);
  assert.equal(missing(source, `# Next\n\nText.\n\n${renamed}\n`), '');
});
