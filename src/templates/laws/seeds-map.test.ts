import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue } from '../../record/catalogue.ts';
import { builtinTemplates } from '../index.ts';
import { seedFields, seedsDocument } from './seeds-map.ts';

test('every field of every seed has a place in the record', () => {
  for (const template of builtinTemplates()) {
    const missing = seedFields(template).filter(
      ({ paths, help, words }) => paths.length === 0 && !help && words !== '',
    );
    assert.deepEqual(
      missing.map(({ heading, words }) => `${heading}: ${words}`),
      [],
      template.name,
    );
  }
});

test('every bound path of a template is a field of the record or a claim', () => {
  for (const template of builtinTemplates())
    for (const path of template.paths) assert.ok(path.startsWith('claims.') || catalogue.has(path), path);
});

test('docs/seeds.md is the map of the templates as they are', () => {
  const written = readFileSync(new URL('../../../docs/seeds.md', import.meta.url), 'utf8');
  assert.equal(written, seedsDocument(builtinTemplates()), 'run node scripts/write-seeds-doc.ts');
});
