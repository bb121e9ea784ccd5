import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt, withFields } from './value-at.ts';

test('a group whose last field goes, goes too, and the part stays', () => {
  const part = { impact: { users: { count: 3 } }, text: 'x' };
  assert.deepEqual(withFields(part, { 'impact.users.count': null }), { text: 'x' });
  assert.deepEqual(withFields({ text: 'x' }, { text: null }), {});
});

test('a field within a group that is not there makes the group', () => {
  const made = withFields(undefined, { 'users.count': 3 });
  assert.deepEqual(made, { users: { count: 3 } });
  assert.equal(valueAt(made, 'users.count'), 3);
  assert.equal(valueAt(made, 'users.count.more'), undefined);
});

test('a part that is one text has the empty path', () => {
  assert.equal(withFields('before', { '': 'after' }), 'after');
  assert.equal(withFields('before', { '': null }), undefined);
  assert.equal(valueAt('text', ''), 'text');
});
