import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../markdown/blocks.ts';
import { enrichRecord, readGeneral } from './index.ts';

const read = (source: string) => readGeneral(parseMarkdown(source)).record;

test('sections land in the fields their headings speak of', () => {
  const record = read(`# Outage of the shop

**Severity:** SEV-2
**Authors:** Ann, Bo

## TL;DR
Short.

## Root cause
A bug.

### What went well
- Alert was quick

### Where we got lucky
- Night time

## Lessons
- Test more

## Notes on caching
Keep this.
`);
  assert.equal(record.incident?.title, 'Outage of the shop');
  assert.equal(record.incident?.severity, 'SEV-2');
  assert.equal(record.document?.authors, 'Ann, Bo');
  assert.equal(record.summary?.text, 'Short.');
  assert.equal(record.rootCause?.primary, 'A bug.');
  assert.deepEqual(record.wentWell, [{ text: 'Alert was quick' }, { area: 'luck', text: 'Night time' }]);
  assert.deepEqual(record.lessons, [{ text: 'Test more' }]);
  assert.deepEqual(record.custom?.at(-1), { heading: 'Notes on caching', level: 2, text: 'Keep this.', line: 21 });
});

test('actions keep owner, due date, ticket and tick, from lists and tables', () => {
  const record = read(`## Action items

- [x] Add an alert (owner: Ann, due: 2024-05-01) OPS-12
- [ ] Write the runbook @bo

| Item | Assignee | Deadline | Status |
|---|---|---|---|
| Rotate keys | Cy | 3 May 2024 | open |
`);
  assert.deepEqual(
    record.actions?.map(({ owner, due, ticket, done, status }) => ({ owner, due, ticket, done, status })),
    [
      { owner: 'Ann', due: '2024-05-01', ticket: 'OPS-12', done: true, status: undefined },
      { owner: 'bo', due: undefined, ticket: undefined, done: false, status: undefined },
      { owner: 'Cy', due: '2024-05-03', ticket: undefined, done: undefined, status: 'open' },
    ],
  );
});

test('a section that fits no field in whole is kept with its heading', () => {
  const record = read('## Summary\n\nOne.\n\n## Overview\n\nTwo.\n\n## What went wrong\n\n- x\n\n```\ncode\n```\n');
  assert.equal(record.summary?.text, 'One.');
  assert.deepEqual(
    record.custom?.map(({ heading, text }) => [heading, text]),
    [
      ['Overview', 'Two.'],
      ['What went wrong', '```\ncode\n```'],
    ],
  );
});

test('an announcement of planned work states no claims', () => {
  const record = read('# Scheduled maintenance\n\nExpected downtime: 1 hour. The service was down for 2 hours.\n');
  assert.equal(record.incident?.planned, true);
  assert.equal(record.claims, undefined);
});

test('hostile keys are words like any other', () => {
  const record = read(
    '---\n__proto__: 5m\nduration: 5m\n---\n\n| __proto__ | constructor |\n|---|---|\n| toString | 5m |\n',
  );
  assert.deepEqual(
    record.claims?.map(({ figure, value }) => [figure, value]),
    [['duration', 300]],
  );
  assert.equal(({} as { text?: string }).text, undefined);
});

test('what a template has read gets days, zones, milestones and the claims of its prose', () => {
  const record = {
    incident: { date: '2024-05-02' },
    summary: { text: 'The API was unavailable for 38 minutes.' },
    timeline: [
      { written: '23:50', precision: 'unknown' as const, text: 'Errors rise' },
      { written: '00:28', precision: 'unknown' as const, text: 'Service restored' },
    ],
  };
  enrichRecord(parseMarkdown('## Timeline (UTC)\n'), record, new Map());
  assert.deepEqual(
    record.timeline.map((event) => ({ ...event })),
    [
      {
        written: '23:50',
        precision: 'instant',
        text: 'Errors rise',
        at: '2024-05-02T23:50Z',
        zone: 'UTC',
        carried: true,
        milestone: 'impactStarted',
        inferred: true,
        inferredFrom: 'claim',
      },
      {
        written: '00:28',
        precision: 'instant',
        text: 'Service restored',
        at: '2024-05-03T00:28Z',
        zone: 'UTC',
        carried: true,
        milestone: 'mitigated',
      },
    ],
  );
  assert.equal((record as { claims?: { value?: number }[] }).claims?.[0]?.value, 2280);
});
