import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForm } from './form.ts';

test('a form is its fields, decoded', () => {
  assert.deepEqual(readForm('title=%5BTriggered%5D+API+is+slow&date=1772634190000\n'), {
    title: '[Triggered] API is slow',
    date: '1772634190000',
  });
});

test('a payload of JSON is that JSON', () => {
  assert.deepEqual(readForm(`payload=${encodeURIComponent('{"a":[1]}')}`), { a: [1] });
  assert.deepEqual(readForm('payload=soon'), { payload: 'soon' });
  assert.deepEqual(readForm(`payload=${encodeURIComponent('{"a":1}')}&b=2`), { payload: '{"a":1}', b: '2' });
});

test('prose, JSON and lines are no form', () => {
  for (const text of ['{"a"=1}', 'the limit=3 was hit', 'a=1\nb=2', '=1', '', 'no sign'])
    assert.equal(readForm(text), undefined);
});

test('a field called __proto__ is a field', () => {
  const fields = readForm('__proto__=1&a=2') as Record<string, unknown>;
  assert.deepEqual(Object.entries(fields), [
    ['__proto__', '1'],
    ['a', '2'],
  ]);
});
