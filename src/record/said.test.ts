import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, listed, say, sentence } from './said.ts';

test('a sentence keeps its form and its values apart, and reads as it was written', () => {
  const said = say`${2} of ${'three'} actions have no ${say`owner`}.`;
  assert.equal(said.form, '{0} of {1} actions have no {2}.');
  assert.equal(english(said), '2 of three actions have no owner.');
});

test('another language may turn the values round, and has words for the parts of a sentence', () => {
  const forms: Record<string, string> = { '{0} has no {1}.': 'Kein {1} bei {0}.', owner: 'Verantwortlicher' };
  assert.equal(
    sentence(say`${'A1'} has no ${say`owner`}.`, (form) => forms[form] ?? form),
    'Kein Verantwortlicher bei A1.',
  );
});

test('what a person wrote is never taken for a hole, nor told in another language', () => {
  const told = (form: string) => form.toUpperCase();
  assert.equal(sentence(say`${'{1} owner $&'} and ${'b'}`, told), '{1} owner $& AND b');
});

test('parts of a sentence stand in a row, however many there are', () => {
  const parts = ['a', 'b', 'c'].map((part) => say`${part}`);
  assert.equal(english(listed(parts)), 'a, b, c');
  assert.equal(english(listed(parts.slice(0, 1))), 'a');
  assert.equal(english(listed([])), '');
});
