import { dayText } from './day.ts';
import { plural } from './plural.ts';

/** What comes again. */
export const recurringWords = {
  title: 'What comes again',
  intro: (count: number) =>
    plural(count, { one: 'Read from # incident you may see.', other: 'Read from # incidents you may see.' }),
  kinds: 'What is counted',
  kind: { cause: 'Causes', factor: 'Factors', service: 'Services', alert: 'Alerts', check: 'Invariants' },
  since: 'From',
  until: 'To',
  columns: {
    value: { cause: 'Cause', factor: 'Factor', service: 'Service', alert: 'Alert', check: 'Invariant' },
    count: 'Incidents',
    quarters: 'By quarter',
    services: 'Services',
    latest: 'Latest',
  },
  quarter: (quarter: string, count: number) => `${quarter}: ${count}`,
  times: (value: string, count: number) => `${value} (${count})`,
  day: dayText,
  untitled: 'Without a title',
  none: 'Nothing came twice.',
  noneAdvice:
    'Causes are read from the root cause, reasons and factors that incidents state. Words of your own for them are the taxonomy in `hindcast.yaml`.',
  search: 'Search',
};
