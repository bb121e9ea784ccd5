import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furtherHeading, scalarByWords, scalarFields, wordsOf } from './also.ts';

test('labels and headings of what a template has no place for read like words, not like paths', () => {
  assert.equal(wordsOf('impact.business.slaBreach'), 'Impact, business, SLA breach');
  assert.equal(wordsOf('incident.id'), 'Incident, ID');
  assert.equal(furtherHeading('timeline'), 'Timeline: further fields');
});

test('every label is found again, in any case', () => {
  for (const field of scalarFields) {
    assert.equal(scalarByWords(wordsOf(field.path)), field);
    assert.equal(scalarByWords(wordsOf(field.path).toUpperCase()), field);
  }
});
