import { daysLater } from '../calendar/zoned.ts';

/** One entry of a calendar: a whole day, or from one instant to another. */
export type CalendarEvent = {
  /** Stays the same however often the entry changes. */
  uid: string;
  /** Counts its changes: programs take the entry with the highest number. */
  sequence: number;
  when: { day: string } | { start: string; end: string };
  summary: string;
  description?: string;
  url?: string;
  organizer?: { name: string; email: string };
  attendees?: readonly { name: string; email: string }[];
};

export type Calendar = {
  name: string;
  /** What the one who gets it does with it: keep it, answer it, or take it out. */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** When it was made. */
  at: string;
  events: readonly CalendarEvent[];
};

const mostOctets = 75;
const encoder = new TextEncoder();

/** A line in pieces of at most 75 octets, none of which ends within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > mostOctets) {
      pieces.push(piece);
      // The space that begins the next piece counts.
      [piece, octets] = ['', 1];
    }
    piece += character;
    octets += more;
  }
  return [...pieces, piece].join('\r\n ');
}

/** TEXT (3.3.11): nothing in it is taken for the calendar's own signs. */
const text = (value: string): string =>
  value
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');

/** A parameter's value in quotes (3.2): it can hold no quotes itself. */
const quoted = (value: string): string => `"${text(value).replaceAll('"', "'").replaceAll('\\', '')}"`;

const compact = (instant: string): string =>
  new Date(instant)
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
const compactDay = (day: string): string => day.replaceAll('-', '');

function times(when: CalendarEvent['when']): string[] {
  if ('start' in when) return [`DTSTART:${compact(when.start)}`, `DTEND:${compact(when.end)}`];
  // A day takes nobody's time.
  const end = compactDay(daysLater(when.day, 1));
  return [`DTSTART;VALUE=DATE:${compactDay(when.day)}`, `DTEND;VALUE=DATE:${end}`, 'TRANSP:TRANSPARENT'];
}

const person = (property: string, { name, email }: { name: string; email: string }, more = ''): string =>
  `${property};CN=${quoted(name)}${more}:mailto:${email.replaceAll(/[\s<>"]/g, '')}`;

function eventLines({ method, at }: Calendar, event: CalendarEvent): string[] {
  const { uid, sequence, when, summary, description, url, organizer, attendees = [] } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${compact(at)}`,
    ...times(when),
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(organizer === undefined ? [] : [person('ORGANIZER', organizer)]),
    ...attendees.map((one) => person('ATTENDEE', one, ';ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE')),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

/** A calendar as RFC 5545 writes it; times are in UTC, so it needs no zones. */
export function calendarText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hindcast//Hindcast//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${calendar.method}`,
    `NAME:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    ...calendar.events.flatMap((event) => eventLines(calendar, event)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
