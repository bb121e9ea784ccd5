import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteOf, type SessionEnd } from './note.ts';

const header: SessionEnd['header'] = {
  recording: 1,
  session: 'abc-def',
  incident: 'INC-12',
  kind: 'mcp',
  command: ['ops'],
  pid: 1,
  startedAt: '2026-10-14T15:00:00Z',
};
const end: SessionEnd = {
  header,
  folder: '/spool',
  url: 'https://hindcast.example',
  kept: 2,
  leftOut: 0,
  why: undefined,
  delivery: { sent: 2 },
};

test('what became of a session is said in one line, with what to do where something waits', () => {
  assert.equal(noteOf(end), 'hindcast: 2 tool calls recorded in INC-12.\n');
  assert.equal(noteOf({ ...end, kept: 0, delivery: undefined }), '', 'a session without calls says nothing');
  const late = noteOf({ ...end, kept: 1, delivery: undefined });
  assert.match(late, /1 tool call recorded, not yet sent: https:\/\/hindcast\.example could not be reached in time/);
  assert.match(late, /Kept in \/spool; .* hindcast record --flush\n$/);
  assert.match(noteOf({ ...end, url: undefined, delivery: { sent: 0, stopped: 'away' } }), /hindcast login URL/);
});

test('what was refused or left out is said with its reason', () => {
  const delivery = { sent: 0, stopped: 'refused', reason: 'there is no incident INC-12' } as const;
  const refused = noteOf({ ...end, delivery });
  assert.match(refused, /refused what was recorded for INC-12: there is no incident INC-12\. .*--incident OTHER/);
  const full = noteOf({ ...end, leftOut: 3, why: 'the spool is full', header: { ...header, kind: 'shell' } });
  assert.match(full, /^hindcast: 3 commands could not be recorded: the spool is full\.\nhindcast: 2 commands recorded/);
});
