import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readEvidence, SourceError } from '../index.ts';

const sha = '3f2a9c81d0e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8';
const read = (text: string) => readEvidence({ name: 'git.log', text });
const told = (text: string) => {
  const { source, events } = read(text);
  assert.equal(source, 'git');
  return events.map(({ epochMs, actor, text: words }) => [new Date(epochMs).toISOString().slice(0, 19), actor, words]);
};

test('reads the sample: when a commit landed, who wrote it, what for; its lines are its places', () => {
  const { events, ignored } = read(readFileSync(new URL('sample.log', import.meta.url), 'utf8'));
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, actor, text, milestone, evidence, key }) => [
      new Date(epochMs).toISOString(),
      actor,
      text,
      milestone,
      evidence,
      key,
    ]),
    [
      [
        '2026-03-04T14:30:40.000Z',
        'Marek Dvorak',
        'Commit 3f2a9c8: Revert "Charge through the new provider"',
        undefined,
        'git.log#1',
        'git:commit:3f2a9c8',
      ],
      [
        '2026-03-04T14:01:55.000Z',
        'Priya Nair',
        'Commit 81c0ffe: Charge through the new provider',
        undefined,
        'git.log#12',
        'git:commit:81c0ffe',
      ],
    ],
  );
  assert.match(events[0]?.notes ?? '', /since v42/);
});

test('reads every format of git that has times', () => {
  const expected = [['2026-03-04T13:21:00', 'Jane Doe', 'Commit 3f2a9c8: fix it']];
  const author = 'Author: Jane Doe <j@example.org>';
  for (const text of [
    `commit ${sha}\n${author}\nDate:   Wed Mar 4 14:21:00 2026 +0100\n\n    fix it\n`,
    `commit ${sha}\n${author}\nDate:   2026-03-04 14:21:00 +0100\n\n    fix it\n\n    body\n`,
    `commit ${sha}\n${author}\nDate:   2026-03-04T14:21:00+01:00\n\n    fix it\n\n file | 2 +-\n`,
    `commit ${sha}\n${author}\nDate:   Wed, 4 Mar 2026 14:21:00 +0100\n\n    fix it\n`,
    `commit ${sha}\n${author}\nDate:   1772630460\n\n    fix it\n`,
    `commit ${sha}\n${author}\nDate:   1772630460 +0100\n\n    fix it\n`,
    `commit ${sha}\ntree ${sha}\nauthor Jane Doe <j@example.org> 1772630000 +0100\ncommitter C <c@example.org> 1772630460 +0100\n\n    fix it\n`,
    `* commit ${sha} (HEAD)\n| ${author}\n| Date:   Wed Mar 4 14:21:00 2026 +0100\n| \n|     fix it\n| \n`,
    `From ${sha} Mon Sep 17 00:00:00 2001\nFrom: Jane Doe <j@example.org>\nDate: Wed, 4 Mar 2026 14:21:00 +0100\nSubject: [PATCH 1/2] fix it\n\nbody\n---\n`,
    `3f2a9c8|Jane Doe|2026-03-04T14:21:00+01:00|fix it\n`,
    `${sha}\t2026-03-04 14:21:00 +0100\tJane Doe\tfix it\n`,
    `2026-03-04T14:21:00+01:00;${sha};Jane Doe;fix it\n`,
  ])
    assert.deepEqual(told(text), expected, text);
});

test('a subject may hold the sign that parts the fields', () => {
  const text =
    '3f2a9c8,Jane Doe,j@example.org,2026-03-04T14:21:00Z,fix it, at last\n81c0ffe,Bob,b@example.org,2026-03-04T14:22:00Z,break it\n';
  assert.deepEqual(
    told(text).map(([, actor, said]) => [actor, said]),
    [
      ['Jane Doe', 'Commit 3f2a9c8: fix it, at last'],
      ['Bob', 'Commit 81c0ffe: break it'],
    ],
  );
  const mail = `From ${sha} Mon Sep 17 00:00:00 2001\nFrom: Jane Doe\n <j@example.org>\nDate: Wed, 4 Mar 2026 14:21:00 +0100\nSubject: [PATCH] fix what\n was broken\n\nbody\n`;
  assert.deepEqual(told(mail)[0]?.slice(1), ['Jane Doe', 'Commit 3f2a9c8: fix what was broken']);
});

test('one commit is one event, whatever the length of its hash', () => {
  const keys = [read(`3f2a9c8 2026-03-04T14:21:00Z fix\n`), read(`${sha} 2026-03-04T14:21:00Z fix\n`)].map(
    ({ events }) => events[0]?.key,
  );
  assert.equal(keys[0], keys[1]);
});

test('formats without times are refused with what to do', () => {
  for (const [text, why] of [
    ['3f2a9c8 (HEAD -> main) fix it\n81c0ffe break it\n', /such as --oneline/],
    [`commit ${sha}\nAuthor: J <j@x>\n\n    fix\n`, /such as --oneline/],
    [`commit ${sha}\nAuthor: J <j@x>\nDate:   2 hours ago\n\n    fix\n`, /relative/],
    [`commit ${sha}\nAuthor: J <j@x>\nDate:   2026-03-04\n\n    fix\n`, /no time/],
  ] as const)
    assert.throws(
      () => read(text),
      (error) =>
        error instanceof SourceError &&
        error.code === 'git.no-times' &&
        why.test(error.message) &&
        /pretty=fuller/.test(error.remedy),
    );
});

test('reads a log that was saved with the colours of a terminal', () => {
  const text = `\u001B[33mcommit ${sha}\u001B[m\nAuthor: Jane Doe <j@example.org>\nDate:   Wed Mar 4 14:21:00 2026 +0100\n\n    fix it\n`;
  assert.deepEqual(told(text), [['2026-03-04T13:21:00', 'Jane Doe', 'Commit 3f2a9c8: fix it']]);
});

test('reads names as e-mail carries them', () => {
  const text = `From ${sha} Mon Sep 17 00:00:00 2001\nFrom: =?UTF-8?q?J=C3=B6rg=20O=C3=9F?= <j@example.org>\nDate: Wed, 4 Mar 2026 14:21:00 +0100\nSubject: [PATCH] fix it\n\n`;
  assert.deepEqual(told(text), [['2026-03-04T13:21:00', 'Jörg Oß', 'Commit 3f2a9c8: fix it']]);
});
