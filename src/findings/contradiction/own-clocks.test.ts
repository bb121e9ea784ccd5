import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from '../../operations/document/read.ts';
import { accusations } from '../check.fixture.ts';

const accused = (source: string) =>
  accusations(readDocument(source, { templates: [], fileName: 'x.md' }).findings.map(({ code }) => code));

const log = `## Timeline

| Time | What |
|---|---|
| 2024-05-09 12:40 | Alert: uploads fail |
| 2024-05-09 13:10 | Upload service restarted |
| 2024-05-09 13:50 | Uploads are back to normal |
`;

test('a length between two times of its own line is what that line measured', () => {
  const told = (length: string) =>
    accused(
      `# Uploads\n\nUploads failed on 2024-05-09 from 11:05, the last one at 13:55, in total ${length}.\n\n${log}`,
    );
  assert.deepEqual(told('2 hours and 50 minutes'), []);
  assert.deepEqual(told('5 hours and 20 minutes'), ['contradiction.duration']);
});

test('time in a severity is counted between its own entries', () => {
  const source = (minutes: number) => `# Previews

| | |
|---|---|
| Time in SEV-2 | ${minutes}m |

## Timeline

| Time | What |
|---|---|
| 2024-05-09 10:00 | Previews stop. Start of impact |
| 2024-05-09 10:11 | SEV-2 |
| 2024-05-09 10:58 | Previews are current. End of impact |
`;
  assert.deepEqual(accused(source(47)), []);
  assert.ok(accused(source(25)).includes('contradiction.duration'));
});

test('values of several years side by side are no fields of this incident', () => {
  const source = `# Portal closed, 9 May 2024

The portal was closed from 12:40 to 13:50 on 9 May 2024.

| | 9 May 2023 | 9 May 2024 |
|---|---|---|
| Downtime (minutes) | 3 | 70 |

${log}`;
  assert.deepEqual(accused(source), []);
});
