import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLines } from './changed-lines.ts';

test('only what differs is given, and how many lines that are', () => {
  assert.deepEqual(changedLines('# A\n\nOld.\n\n## B\n', '# A\n\nNew.\nAnd more.\n\n## B\n'), {
    before: 'Old.',
    after: 'New.\nAnd more.',
    count: 2,
  });
  assert.deepEqual(changedLines('a\nb', 'a\nb'), { before: '', after: '', count: 0 });
  assert.deepEqual(changedLines('a\na', 'a\na\na'), { before: '', after: 'a', count: 1 });
  assert.deepEqual(changedLines('', 'a'), { before: '', after: 'a', count: 1 });
});
