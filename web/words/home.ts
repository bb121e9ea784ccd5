import { dayText } from './day.ts';
import { lengthText, unitText } from './lengths.ts';
import { numberText } from './numbers.ts';
import { plural } from './plural.ts';

/** A length of time by its two largest units, to the minute when it has minutes: `2d 4h`, `11h 20m`, `45s`. */
function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return lengthText(seconds < 60 ? seconds : seconds - (seconds % 60), 2);
}

/** The first screen. */
export const homeWords = {
  title: 'Today',
  waiting: 'Waiting for you',
  untitled: 'Without a title',
  kinds: {
    sign: 'Sign',
    approve: 'Approve',
    review: 'Review',
    answer: 'Answer',
    decide: 'Decide',
    look: 'Look back',
    write: 'Write',
    confirm: 'Confirm',
    draft: 'Continue',
  } as Record<string, string>,
  sign: (role: string, forYou: boolean) =>
    forYou ? `as ${role}: you are named` : `as ${role}: nobody is named, you may`,
  approve: 'every role has signed',
  review: 'you are named as reviewer',
  answer: (by: string, said: string) => `${by}: ${said.length > 90 ? `${said.slice(0, 90)}…` : said}`,
  decide: (count: number, by: string) =>
    plural(count, { one: `${by} proposes a change`, other: `# changes proposed, the first by ${by}` }),
  look: (interval: string) => (interval === '' ? 'a review is due' : `${interval} after it`),
  write: (events: number) =>
    events === 0
      ? 'no summary yet'
      : plural(events, { one: 'no summary yet, # event', other: 'no summary yet, # events' }),
  confirm: (count: number) => plural(count, { one: '# suggested milestone', other: '# suggested milestones' }),
  draft: (events: number) =>
    events === 0
      ? 'your draft, no events yet'
      : plural(events, { one: 'your draft, # event', other: 'your draft, # events' }),
  nothingWaits: 'Nothing waits for you.',
  nothingWaitsAdvice: 'Signatures, reviews, drafts and milestones to confirm stand here when it is your turn.',
  signals: (count: number) => plural(count, { one: '# signal waits', other: '# signals wait' }),
  manySignals: (count: number) => plural(count, { one: 'More than # signal waits', other: 'More than # signals wait' }),
  signalsAdvice: 'for somebody to say to which incident they belong.',
  more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
  clocks: 'Clocks',
  clock: { written: 'Written', meeting: 'Meeting' } as Record<string, string>,
  clockSince: (within: string, from: string, since: string) => `${within} from ${from}, ${since}`,
  milestone: {
    resolved: 'resolution',
    closed: 'closing',
    detected: 'detection',
    declared: 'declaration',
  } as Record<string, string>,
  noClocks: 'No clock is running.',
  noClocksAdvice: 'Deadlines of the template and reporting periods that a document states count down here.',
  left: (ms: number) => (ms < 0 ? `${spanText(-ms)} late` : `${spanText(ms)} left`),
  actions: 'Actions due',
  actionColumns: { id: 'Id', action: 'Action', owner: 'Owner', due: 'Due', state: 'State' },
  due: (days: number) =>
    days === 0 ? 'today' : days < 0 ? `${unitText(-days, 'day')} late` : `in ${unitText(days, 'day')}`,
  day: dayText,
  noDue: 'no day',
  noOwner: 'nobody',
  open: 'open',
  mine: 'yours',
  mineBy: { name: 'by your name', email: 'by your e-mail address', handle: 'by your handle' } as Record<string, string>,
  noActions: 'No action is due.',
  noActionsAdvice:
    'Yours are found by your name, your e-mail address, or @ and the name; those of others when they are late.',
  trend: 'Time to mitigate, last four quarters',
  trendLegend: 'strong: median · faint: one incident',
  trendQuarter: (from: string) => `Q${Math.floor(new Date(from).getUTCMonth() / 3) + 1}`,
  trendYear: (from: string) => String(new Date(from).getUTCFullYear()),
  trendMedian: (seconds: number | null) => (seconds === null ? 'none' : spanText(seconds * 1000)),
  trendSaid: (quarter: string, median: string, count: number) =>
    `${quarter}: median ${median}, ${plural(count, { one: '# incident', other: '# incidents' })}`,
  trendUnknown: (count: number) =>
    plural(count, {
      one: '# incident more has no exact time to mitigate',
      other: '# incidents more have no exact time to mitigate',
    }),
  trendOf: (most: number) => `of the newest ${numberText(most)} incidents`,
  noTrend: 'No incident of the last four quarters states when it was mitigated.',
  noTrendAdvice: 'Mark the start of the impact and the mitigation in a timeline, and its dot stands here.',
  looked: (most: number) => `Seen: the newest ${numberText(most)} open incidents.`,
  length: spanText,
  first: 'Start with an incident you remember',
  firstText:
    'Paste an alert, a chat export or the document you wrote at the time. Hindcast shows what it understood before it keeps anything.',
  firstNew: 'Write the first post-mortem',
  firstImport: 'Import a folder of documents',
  firstKeys: 'Press ? for the keys, Ctrl K for everything.',
};
