import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageFor } from './language-for.ts';

test('the dearest language that there is is spoken, a region by its language; English when there is none', () => {
  assert.equal(languageFor('fr, de-AT;q=0.9, en;q=0.8', ['de', 'pt-BR']), 'de');
  assert.equal(languageFor('en;q=0.5, pt-BR', ['de', 'pt-BR']), 'pt-BR');
  assert.equal(languageFor('en-GB,en;q=0.9,de;q=0.8', ['de']), 'en');
  assert.equal(languageFor('fr', ['de']), 'en');
  assert.equal(languageFor('de;q=0', ['de']), 'en');
  assert.equal(languageFor(undefined, ['de']), 'en');
});

test('a language with a region is given to those who ask for the region, and to no others', () => {
  assert.equal(languageFor('en-US,en;q=0.9', ['en-XA']), 'en');
  assert.equal(languageFor('en-XA', ['en-XA']), 'en-XA');
});

test('a header that is none is English', () => {
  for (const header of ['', ';;;,,,q=', '*', 'de;q=much', '__proto__', 'x'.repeat(100_000)])
    assert.equal(languageFor(header, ['de']), 'en', header.slice(0, 20));
});
