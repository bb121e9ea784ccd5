import { z } from 'zod';
import { readWorkSpan } from '../../calendar/work-span.ts';
import { ClocksText, defaultClocksText } from '../clock/rules-text.ts';

/** Clocks of laws and contracts. Part of the list of settings. */
export const clockSettings = {
  'clocks.organisation': {
    sentence: 'What is true of your organisation in every incident: which clocks of laws are asked for.',
    schema: z.array(z.string().trim().min(1).max(60)).max(100),
    fallback: [] as string[],
  },
  'clocks.rules': {
    sentence: 'Your own clocks, as YAML: deadlines of contracts and laws, beside or in place of those that come along.',
    schema: ClocksText,
    fallback: defaultClocksText as string,
  },
  'clocks.warnAt': {
    sentence: 'After how much of the time of a clock the lead is told, in percent.',
    schema: z.array(z.number().int().min(1).max(99)).max(5),
    fallback: [50, 75] as number[],
  },
  'clocks.overdueAfter': {
    sentence: 'How long after a clock has run out the lead is told again; that it runs out is always told.',
    schema: z
      .array(z.string().refine((text) => readWorkSpan(text) !== undefined, 'is no length of time such as 24h or 2bd'))
      .max(5),
    fallback: ['24h'] as string[],
  },
};
