import { numberText, partsText } from './numbers.ts';
import { listText, plural } from './plural.ts';
import { lengthText } from './lengths.ts';

/** `1mo` in words; what is no interval stays as the document calls it. */
function intervalText(rung: string): string {
  const [, count = '', unit = ''] = /^(\d{1,4})(h|d|w|mo)$/.exec(rung) ?? [];
  const names: Record<string, [string, string]> = {
    h: ['# hour', '# hours'],
    d: ['# day', '# days'],
    w: ['# week', '# weeks'],
    mo: ['# month', '# months'],
  };
  const [one, other] = names[unit] ?? [rung, rung];
  return unit === '' ? rung : plural(Number(count), { one, other });
}

const verdicts: Record<string, string> = {
  worked: 'It worked',
  partly: 'It worked in part',
  'too-early': 'Too early to say',
  failed: 'It did not work',
};

const days = (count: number): string => plural(count, { one: '# day', other: '# days' });

/** Reviews after a week, a month and so on: what is due, and what each has to answer. */
export const reviewsWords = {
  title: 'Reviews',
  intro: 'What is looked at again after an incident: has it come back, and did what was done work?',
  states: { open: 'Due next', late: 'Late', held: 'Held' },
  statesLabel: 'Which reviews',
  list: 'Reviews',
  shown: (count: number, more: boolean) =>
    more
      ? plural(count, { one: 'The first review', other: 'The first # reviews' })
      : plural(count, { one: '# review', other: '# reviews' }),
  none: {
    open: 'No review is planned',
    late: 'No review is late',
    held: 'No review was held yet',
  },
  noneAdvice: {
    open: 'The ladder of a template plans them, counted from the end of an incident: `reviews: [1w, 1mo, 3mo, 6mo]`.',
    late: 'Everything that was due was looked at.',
    held: 'What the records said on that day, and what was decided, stands here then.',
  },
  columns: { incident: 'Incident', review: 'Review', day: 'Due', stands: 'State', decision: 'What was decided' },
  name: (rung: string) =>
    rung === 'next'
      ? 'Next review'
      : rung.startsWith('on:')
        ? 'Agreed review'
        : /^\d/.test(rung)
          ? `After ${intervalText(rung)}`
          : rung,
  standing: { held: 'held', late: 'late', due: 'due', coming: 'coming', planned: 'no day yet' },
  left: (count: number) =>
    count < 0 ? `${days(-count)} late` : count === 0 ? 'today' : count < 60 ? `in ${days(count)}` : 'later',
  untitled: 'Without a title',
  verdicts,
  followUp: {
    title: 'Follow-up',
    ladder: 'Reviews of this incident',
    noLadder: 'This template plans no reviews',
    noLadderAdvice: 'Agree on one for a day, or let the template say `reviews: [1w, 1mo, 3mo, 6mo]`.',
    noEnd:
      'When the incident ended is not known, so no day can be counted. Add the resolved milestone to its timeline.',
    basis: {
      template: 'counted from the end of the incident',
      document: 'as the document says',
      moved: 'moved',
      agreed: 'agreed on',
    },
    dueBy: (day: string) => `by ${day}`,
    heldOn: (day: string) => `held ${day}`,
    agree: 'Agree on a review…',
    move: 'Move…',
    hold: 'Hold this review…',
    moveTitle: (name: string) => `Move: ${name}`,
    agreeTitle: 'Agree on a review',
    day: 'Day',
    reason: 'Why',
    save: 'Save',
    moved: 'The review has a new day.',
    held: 'The review is held. What it found stays as it is.',
    heldBy: (name: string, day: string) => `Held by ${name} on ${day}`,
    inTime: 'in time',
    late: (count: number) => `${days(count)} late`,
    lateBecause: 'Why it was late',
    decided: 'Decided',
    attendees: 'Took part',
    notes: 'Notes',
    asOf: (day: string) => `As of ${day}, computed and kept`,
    asOfNow: 'As of now, computed',
  },
  facts: {
    similar: 'Similar incidents since',
    noSimilar: (day: string) => `None since ${day}.`,
    meant: (services: readonly string[], causes: readonly string[]) =>
      causes.length === 0
        ? `Similar is what concerns ${listText(services)}. The document states no kind of contributing factor that would narrow it.`
        : `Similar is what concerns ${listText(services)} and has a contributing factor of a kind that stands here: ${listText(causes)}.`,
    noServices: 'The incident names no service, so nothing can be compared with it. Add its affected services.',
    notSeen: 'Restricted incidents are left out.',
    shares: (services: readonly string[], causes: readonly string[]) => listText([...services, ...causes]),
    detect: 'Time to detect',
    recover: 'Time to recover',
    before: (count: number) => `The ${days(count)} before`,
    since: 'Since',
    dotsOf: (name: string) => `${name}: each incident`,
    median: (seconds: number) => `median ${lengthText(seconds, 2)}`,
    noMedian: (count: number) =>
      count === 0
        ? 'none is known'
        : plural(count, { one: 'one incident only', other: 'only # incidents, so no median' }),
    unknown: (count: number) => plural(count, { one: '# more is not known', other: '# more are not known' }),
    quicker: (percent: number) => `${partsText(percent / 100)} quicker`,
    slower: (percent: number) => `${partsText(percent / 100)} slower`,
    same: 'As quick as before',
    noChange: 'Too few on one side to speak of a change: each is shown.',
    length: (seconds: number) => lengthText(seconds, 2),
    dot: (key: string, seconds: number) => `${key}: ${lengthText(seconds, 2)}`,
    asTable: 'As a table',
    incident: 'Incident',
    side: 'When',
    time: 'Time',
    actions: 'Actions',
    noActions: 'The document has no actions.',
    actionStates: { verified: 'verified', done: 'done', open: 'open', dropped: 'declined' },
    overdue: 'overdue',
    counted: (count: number, state: string) => `${numberText(count)} ${state}`,
    left: 'What is left',
    nothingLeft: 'Nothing is left to do.',
    nobody: 'nobody',
    due: (day: string) => `due ${day}`,
    criteria: 'Success criteria',
    noCriteria: 'The document names no success criteria.',
    computed: { met: 'met', missed: 'not met', unknown: 'for people to judge' },
    people: { met: 'met', missed: 'not met', open: 'not decided' },
    rests: (cites: readonly string[]) => `rests on ${listText(cites)}`,
    metrics: 'Metrics to look at again',
    stated: (text: string) => `the document says ${text}`,
    percent: (value: number) => partsText(value / 100),
    why: { 'too-few': 'too few incidents to tell', people: 'for people to say' },
  },
  form: {
    title: (name: string) => `Hold: ${name}`,
    intro: 'What the records say is computed again and kept with this. Say what no figure can.',
    verdict: 'Did what was done work?',
    decision: 'What is decided',
    decisionHint: 'Go on, do more, or let it be: one or two sentences.',
    attendees: 'Who took part',
    criterion: (text: string) => `Met? “${text}”`,
    metric: (text: string) => `How much? “${text}”`,
    notes: 'Notes',
    late: (count: number) => `Why is it held ${days(count)} late?`,
    next: 'Look again on',
    nextHint: 'Besides the ladder; leave it empty for none.',
    hold: 'Hold the review',
  },
};
