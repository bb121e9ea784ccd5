import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerMatch } from './owner-match.ts';

const match = ownerMatch({ name: 'Ann Example', email: 'ann.e@example.org' });

test('a person is named by their name, address or handle, alone or among others', () => {
  assert.equal(match('Ann Example'), 'name');
  assert.equal(match('bob, ann  example'), 'name');
  assert.equal(match('Bob and Ann Example'), 'name');
  assert.equal(match('Somebody <ANN.E@example.org>'), 'email');
  for (const handle of ['@ann.e', '@annexample', '@bob / @Ann-Example', '@ann_example'])
    assert.equal(match(handle), 'handle', handle);
});

test('others are not taken for them', () => {
  for (const text of ['', 'Ann', 'ann.e', 'Joann Example', 'ann.e@example.com', '@ann', '@ann.example.org', 'sandy'])
    assert.equal(match(text), undefined, text);
});

test('somebody without a name is named by nothing', () => {
  const nobody = ownerMatch({ name: '', email: '' });
  for (const text of ['', ',', '@', '@,']) assert.equal(nobody(text), undefined);
});
