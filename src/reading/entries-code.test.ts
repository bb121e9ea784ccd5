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

test('a timeline kept as data is read, text before or behind its time', () => {
  const data = (lines: string[]) =>
    `# Certificate, 4 July 2023\n\n## Timeline\n\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n`;
  const behind = [
    '- at: 09:30',
    '  what: job merged',
    '- at: 09:47',
    '  what: secrets deleted',
    '- at: 10:02',
    '  what: all good',
  ];
  assert.deepEqual(
    timeline(data(behind)).map(({ at, text }) => `${at} ${text}`),
    ['2023-07-04T09:30 job merged', '2023-07-04T09:47 secrets deleted', '2023-07-04T10:02 all good'],
  );
  const before = [
    '- event: merged',
    '  time: "09:30"',
    '- event: deleted',
    '  time: "09:47"',
    '- event: good',
    '  time: "10:02"',
  ];
  assert.deepEqual(
    timeline(data(before)).map(({ at, text }) => `${at?.slice(11)} ${text}`),
    ['09:30 merged', '09:47 deleted', '10:02 good'],
  );
  assert.deepEqual(timeline(data(['timeout: 30', 'at: 03:00', 'retries: 4'])), []);
});
