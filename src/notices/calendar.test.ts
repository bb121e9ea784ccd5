import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calendar, calendarText } from './calendar.ts';

const calendar = (over: Partial<Calendar> = {}): Calendar => ({
  name: 'Hindcast',
  method: 'PUBLISH',
  at: '2026-11-22T10:00:00.000Z',
  events: [
    {
      uid: 'action-1@hindcast.example',
      sequence: 2,
      when: { day: '2026-12-31' },
      summary: 'AI-001; one, two\nthree \\ four',
    },
  ],
  ...over,
});
/** The lines as a program for calendars puts them together again. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('a due day is a whole day that takes nobody’s time, and its signs are only text', () => {
  const lines = unfolded(calendarText(calendar()));
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20261231'));
  assert.ok(lines.includes('DTEND;VALUE=DATE:20270101'));
  assert.ok(lines.includes('SUMMARY:AI-001\\; one\\, two\\nthree \\\\ four'));
  assert.ok(lines.includes('SEQUENCE:2'));
});

test('no line is longer than 75 octets, and none is folded within a character', () => {
  const summary = `${'ä'.repeat(100)}${'🚒'.repeat(40)}`;
  const [event] = calendar().events;
  const text = calendarText(calendar({ events: [{ ...(event as Calendar['events'][number]), summary }] }));
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(unfolded(text).includes(`SUMMARY:${summary}`));
});

test('a meeting is asked for, and taken out again, under one name', () => {
  const events = [
    {
      uid: 'review-1@hindcast.example',
      sequence: 1,
      when: { start: '2026-11-30T09:00:00Z', end: '2026-11-30T10:00:00Z' },
      summary: 'Review',
      organizer: { name: 'Ana "A"; Alm', email: 'ana@example.org' },
      attendees: [{ name: 'Bo', email: 'bo@example.org' }],
    },
  ];
  const asked = unfolded(calendarText(calendar({ method: 'REQUEST', events })));
  assert.ok(asked.includes('METHOD:REQUEST') && asked.includes('DTSTART:20261130T090000Z'));
  assert.ok(asked.some((line) => line.startsWith('ATTENDEE;CN="Bo"') && line.endsWith(':mailto:bo@example.org')));
  const out = unfolded(calendarText(calendar({ method: 'CANCEL', events })));
  assert.ok(out.includes('STATUS:CANCELLED') && out.includes('UID:review-1@hindcast.example'));
});
