import { dayText } from './day.ts';
import { lengthText } from './lengths.ts';
import { moneyText, numberText, shareText } from './numbers.ts';
import { plural } from './plural.ts';

const length = (seconds: number | null): string =>
  seconds === null ? '–' : lengthText(seconds < 60 ? Math.round(seconds) : Math.round(seconds / 60) * 60, 2);

/** What many incidents have in common. */
export const insightsWords = {
  title: 'Insights',
  counted: (count: number) => plural(count, { one: '# incident you may see.', other: '# incidents you may see.' }),
  by: 'Side by side',
  bys: { quarter: 'Quarters', severity: 'Severities', service: 'Services', cause: 'Causes' },
  column: { quarter: 'Quarter', severity: 'Severity', service: 'Service', cause: 'Cause' },
  since: 'From',
  until: 'To',
  only: { service: 'Only the service', severity: 'Only the severity', cause: 'Only the cause' },
  all: 'All',
  questions: {
    detect: 'Are we getting faster at noticing?',
    acknowledge: 'Does somebody take it up quickly?',
    mitigate: 'How long do people feel it?',
    resolve: 'How long until it is over?',
    written: 'Is it written down while it is fresh?',
  },
  measures: {
    detect: 'Time to detect',
    acknowledge: 'Time to acknowledge',
    mitigate: 'Time to mitigate',
    resolve: 'Time to resolve',
    written: 'Time to write',
  },
  legend: 'A point is the median and the line reaches to the 90th percentile. Fewer than eight are shown one by one.',
  unknown: (unknown: number, of: number) => `${numberText(unknown)} of ${numberText(of)} do not know it.`,
  none: 'none stated',
  length,
  incident: (key: string, title: string, seconds: number) => `${key} ${title}, ${length(seconds)}`,
  saidMany: (name: string, median: number | null, p90: number | null, known: number) =>
    `${name}: median ${length(median)}, 90th percentile ${length(p90)}, of ${numberText(known)}`,
  saidFew: (name: string, lengths: string) => `${name}: ${lengths}`,
  table: 'As a table',
  columns: { known: 'Known', median: 'Median', p90: '90th percentile', mean: 'Mean', unknown: 'Unknown' },
  csv: 'CSV',
  svg: 'SVG',
  download: (what: string, form: string) => `${what} as ${form}`,
  follow: 'Does what we decide get done, and does it help?',
  followColumns: {
    incidents: 'Incidents',
    inTime: 'Written in 48 h',
    verified: 'Actions verified',
    repeats: 'Came again',
    budget: 'Error budget spent',
    automation: 'Automatic steps',
    costs: 'Cost',
  },
  share: (part: number, of: number) => (of === 0 ? '–' : `${numberText(part)} of ${numberText(of)}`),
  percent: (value: number | null, of: number) =>
    value === null ? '–' : `${shareText(value / 100)} (${numberText(of)})`,
  money: (amount: number, currency: string, of: number) => `${moneyText(amount, currency)} (${numberText(of)})`,
  longest: 'What took longest',
  day: dayText,
  untitled: 'Without a title',
  nothing: 'No incident to count.',
  nothingAdvice: 'Incidents count from their first day. Take the narrowing away, or write the first one.',
};
