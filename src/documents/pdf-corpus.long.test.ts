import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type BlockNode, inlineText } from '../markdown/tree-nodes.ts';
import { markdownTree } from '../markdown/tree.ts';
import { renderPdf } from './pdf.ts';

const corpus = new URL('../../../shared/corpus/A/', import.meta.url).pathname;
const missing = [
  ...(existsSync(corpus) ? [] : ['no corpus']),
  ...(spawnSync('pdftotext', ['-v']).error === undefined ? [] : ['no pdftotext']),
];
const skip = missing.length === 0 ? false : `skipped: ${missing.join(', ')}`;

/** Every text of a table, and of everything else that is read. */
function texts(blocks: BlockNode[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'table') return [...block.header, ...block.rows.flat()].map(inlineText);
    if (block.type === 'list') return block.items.flatMap((item) => texts(item.children));
    if (block.type === 'quote') return texts(block.children);
    if (block.type === 'facts') return block.facts.flatMap((fact) => [fact.label, inlineText(fact.value)]);
    return 'children' in block ? [inlineText(block.children)] : 'text' in block ? [block.text] : [];
  });
}

/** Short words; long ones may be broken across lines. */
const words = (text: string): string[] => text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,12}(?![\p{L}\p{N}])/gu) ?? [];

test('every word of every table and paragraph of real documents is in the text of their PDF', { skip }, async (t) => {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  let checked = 0;
  for (const name of files.filter((_, index) => index % 4 === 0)) {
    const markdown = readFileSync(join(corpus, name), 'utf8');
    const pdf = await renderPdf({ markdown, title: name, record: {}, figures: {}, findings: [] });
    const args = ['-layout', '-', '-'];
    const text = execFileSync('pdftotext', args, { input: pdf, stdio: ['pipe', 'pipe', 'ignore'] }).toString();
    const found = new Set(words(text.replaceAll('\u200B', '').normalize('NFKC')));
    // A run without blanks may break anywhere, so its parts are no words to look for.
    const whole = texts(markdownTree(markdown))
      .join('\n')
      .replace(/\S{24,}/g, ' ')
      .normalize('NFKC');
    const lost = words(whole).filter((word) => !found.has(word));
    assert.deepEqual([...new Set(lost)].slice(0, 5), [], name);
    checked++;
  }
  t.diagnostic(`${checked} documents`);
});
