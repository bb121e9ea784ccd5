import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const clockRunningOut = noticeKind({
  name: 'clock.running-out',
  sentence: 'A regulatory or process deadline runs out soon, or has run out.',
  toChannels: true,
  urgent: true,
  values: z.object({
    /** `GDPR Article 33: supervisory authority`. */
    clock: z.string(),
    /** `2026-11-30 14:05 UTC`. */
    due: z.string(),
    /** `12 h left`, `2 h late`. */
    left: z.string(),
    citation: z.string().default(''),
  }),
  example: {
    clock: 'GDPR: tell the authority',
    due: '2026-11-23 10:00 UTC',
    left: '12 h left',
    citation: 'Article 33(1)',
  },
  tell: ({ clock, due, left, citation }, about) => ({
    subject: `${clock}: ${left}`,
    sentences: [
      `The clock of ${titled(about)} ends at ${due}.`,
      'Do what it asks for and keep the proof; when it is late, write down the reason.',
    ],
    facts: [['Due', due], ...(citation === '' ? [] : [['Rule', citation] as const])],
    link: { label: 'Open the clock', path: incidentPath(about) },
  }),
});
