import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { readGeneral } from './index.ts';

const timeline = (source: string) => readGeneral(parseMarkdown(source)).record.timeline ?? [];

const mail = (lines: string[]) =>
  `# Disk array, 4 July 2023\n\n## What was\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`;

test('a log that a person set as code is the timeline', () => {
  const lines = [
    '04 Jul 02:10   array drops a disk',
    '04 Jul 02:12   all mounts hang',
    '04 Jul 07:30   first of us sees the mail',
    '04 Jul 08:15   disk exchanged',
    '04 Jul 09:40   mounts work again',
  ];
  assert.deepEqual(
    timeline(mail(lines)).map(({ at }) => at?.slice(11)),
    ['02:10', '02:12', '07:30', '08:15', '09:40'],
  );
});

test('what a program wrote is none', () => {
  const lines = ['02:10:07', '02:10:09', '02:10:12', '02:11:00', '02:12:41'].map(
    (time) => `04 Jul ${time} kernel: md0 fails`,
  );
  assert.deepEqual(timeline(mail(lines)), []);
});
