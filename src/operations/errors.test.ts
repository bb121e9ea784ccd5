import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { errorList, HindcastError } from './errors.ts';

test('docs/errors.md has a section for each code, and no other', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/errors.md'), 'utf8');
  const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
  assert.deepEqual(sections.toSorted(), Object.keys(errorList).toSorted());
});

test('message and remedy are filled in from the details, which are never expanded again', () => {
  const error = new HindcastError('template.unknown', { name: '{known}', known: 'a, b' });
  assert.equal(error.message, 'there is no template {known}; known: a, b');
  assert.equal(error.remedy, 'See `hindcast templates`.');
});
