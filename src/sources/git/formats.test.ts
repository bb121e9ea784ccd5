import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';

const commits = (lines: string[]) => {
  const { source, events } = readEvidence({ name: 'a.log', text: lines.join('\n') });
  assert.equal(source, 'git');
  return events.map(({ text, actor, notes }) => [text, actor, notes]);
};
const head = ['commit 81c0ffee', 'Author: Jana <j@example.org>', 'Date:   Wed Mar 4 15:01:55 2026 +0100', ''];

test('a patch and a list of files are no part of the message', () => {
  const patch = ['diff --git a/a b/a', '@@ -1 +1 @@', '     context', '-    old', 'commit 1234567'];
  for (const more of [patch, [' a very long/name | 2 +-', ' 1 file changed'], ['M\ta.ts']]) {
    assert.deepEqual(commits([...head, '    Fix', '', '    Why', '', ...more]), [
      ['Commit 81c0ffe: Fix', 'Jana', 'Why'],
    ]);
  }
  assert.deepEqual(commits([...head, ...patch]), [['Commit 81c0ffe: (without a message)', 'Jana', undefined]]);
});

test('a message may tell of a commit, and notes belong to it', () => {
  assert.deepEqual(commits([...head, '    Fix', '', '    commit 1234567 broke it', '', 'Notes:', '    seen']), [
    ['Commit 81c0ffe: Fix', 'Jana', 'commit 1234567 broke it\nseen'],
  ]);
});

test('a mail has its message, and a subject in letters beyond ASCII', () => {
  const mail = ['From 81c0ffee81c0ffee81c0ffee81c0ffee81c0ffee Mon Sep 17 00:00:00 2001', 'From: Jana <j@example.org>'];
  mail.push('Date: Wed, 4 Mar 2026 15:01:55 +0100', 'Subject: [PATCH] =?UTF-8?q?=C3=84nderung?=', 'MIME-Version: 1.0');
  assert.deepEqual(commits([...mail, '', 'Why', '---', ' a | 2 +-', 'diff --git a/a b/a', '    code']), [
    ['Commit 81c0ffe: Änderung', 'Jana', 'Why'],
  ]);
});

test('a format of its own may stand in a graph, or above its files', () => {
  const graph = [
    '*   81c0ffe|2026-03-04T15:01:55Z|Jana|Merge',
    '|\\  ',
    '| * 91c0ffe|2026-03-04T15:00:00Z|Bob|Fix | it',
    '|/  ',
  ];
  assert.deepEqual(commits(graph), [
    ['Commit 81c0ffe: Merge', 'Jana', undefined],
    ['Commit 91c0ffe: Fix | it', 'Bob', undefined],
  ]);
  for (const files of [
    ['src/a.ts', 'b.md'],
    ['1\t2\tsrc/a b'],
    ['M\ta'],
    [' a | 2 +-', ' 1 file changed, 1 insertion(+)'],
  ]) {
    const lines = [
      '81c0ffe|2026-03-04T15:01:55Z|Jana|One',
      '',
      ...files,
      '',
      '91c0ffe|2026-03-04T15:00:00Z|Bob|Two',
      ...files,
    ];
    assert.deepEqual(commits([...lines, ...files, ...files]), [
      ['Commit 81c0ffe: One', 'Jana', undefined],
      ['Commit 91c0ffe: Two', 'Bob', undefined],
    ]);
  }
});
