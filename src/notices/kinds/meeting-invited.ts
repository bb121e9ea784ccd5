import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

const did: Record<string, string> = { planned: 'You are invited to', moved: 'Changed:', cancelled: 'Cancelled:' };
const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

export const meetingInvited = noticeKind({
  name: 'meeting.invited',
  sentence: 'You are invited to the meeting of a post-mortem, or it changed.',
  toChannels: false,
  values: z.object({
    what: z.enum(['planned', 'moved', 'cancelled']),
    startsAt: z.string(),
    minutes: z.number(),
    place: z.string(),
    /** Who planned it. */
    by: z.string(),
  }),
  example: { what: 'planned', startsAt: '2026-11-26T14:00:00Z', minutes: 45, place: 'Room 4', by: 'Ann Example' },
  tell: ({ what, startsAt, minutes, place, by }, about) => ({
    subject: `${did[what]} the meeting on ${titled(about)}`,
    sentences: [
      what === 'cancelled'
        ? 'The meeting does not take place. The entry that is attached takes it out of your calendar.'
        : 'What is open is on its agenda already. The entry that is attached puts it into your calendar.',
    ],
    facts: [
      ['When', `${minute(startsAt)}, ${minutes} minutes`],
      ...(place === '' ? [] : [['Where', place] as const]),
      ...(by === '' ? [] : [['By', by] as const]),
    ],
    link: { label: 'Open the meeting', path: incidentPath(about, '/meeting') },
  }),
});
