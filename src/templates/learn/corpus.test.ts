import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { sections } from '../../markdown/sections.ts';
import { compileTemplate } from '../compile/compile.ts';
import { readWithTemplate } from '../read/read.ts';
import { learnTemplate } from './learn.ts';

const builtin = path.join(import.meta.dirname, '../builtin');
const corpus = path.join(import.meta.dirname, '../../../../shared/corpus/B');

/** Placeholders with the heading they stand under, constants left out. */
function placesOf(template: string): string[] {
  const doc = parseMarkdown(template);
  const found = new Set<string>();
  for (const section of sections(doc)) {
    const key =
      section.level < 2
        ? ''
        : section.path
            .slice(1)
            .join('/')
            .replace(/\{\{.*?\}\}/g, '')
            .toLowerCase();
    const text = doc.view.text.slice(section.from, section.to);
    for (const match of text.matchAll(/\{\{([\w.]+)\}\}/g)) found.add(`${key.replace(/[^a-z/]+/g, '')} ${match[1]}`);
  }
  return [...found];
}

for (const name of ['agent-ops', 'enterprise', 'invariants', 'slo-service', 'trading-desk']) {
  test(`the blank form of ${name} is learned as its hand-made template binds it, nine places in ten`, () => {
    const blank = readFileSync(path.join(builtin, `${name}.blank.md`), 'utf8');
    const { template, form } = learnTemplate(parseMarkdown(blank), { name: 'learned' });
    const { record } = readWithTemplate(parseMarkdown(form), compileTemplate(template, form));
    assert.deepEqual(record, {}, 'a blank form has no values');
    const wanted = placesOf(readFileSync(path.join(builtin, `${name}.md`), 'utf8'));
    const learned = new Set(placesOf(template));
    const missing = wanted.filter((place) => !learned.has(place));
    assert.ok(missing.length <= wanted.length * 0.1, `missing ${missing.join('; ')}`);
  });
}

/** Values of a record: its leaves, custom sections counted as one each. */
function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countValues(child), 0);
}

test('every template of other organisations is learned and reads as at most two values', (context) => {
  if (!existsSync(corpus)) return context.skip('skipped: no corpus');
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /template[^/]*\.md$/.test(file),
  );
  let learned = 0;
  for (const file of files) {
    const source = readFileSync(path.join(corpus, file), 'utf8');
    const { template, form, proposals } = learnTemplate(parseMarkdown(source), { name: 'learned' });
    if (template === '') {
      assert.ok(source.length < 1000, `${file} has no form`);
      continue;
    }
    learned++;
    const { record } = readWithTemplate(parseMarkdown(form), compileTemplate(template, form));
    assert.ok(countValues(record) <= 2, `${file}: ${JSON.stringify(record)}`);
    assert.ok(proposals.filter((proposal) => proposal.path !== null).length >= 5, `${file}: too little bound`);
  }
  assert.ok(learned >= 11, `${learned} learned`);
});
