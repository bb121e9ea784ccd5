import { listText } from './plural.ts';

/** Incidents like the one that is shown. */
export const similarWords = {
  title: 'Similar incidents',
  aside: 'and why',
  why: 'Why it is similar',
  reason: {
    alert: (values: string[]) => `The same alert: ${listText(values)}`,
    check: (values: string[]) => `The same invariant: ${listText(values)}`,
    breaker: (values: string[]) => `The same circuit breaker: ${listText(values)}`,
    factor: (values: string[]) => `The same factor: ${listText(values)}`,
    service: (values: string[]) => `The same service: ${listText(values)}`,
    cause: (values: string[]) => `The same cause: ${listText(values)}`,
    words: (values: string[]) => `Both tell of: ${listText(values)}`,
  },
};
