import type { ErrorText } from './error-text.ts';

/** What can stop a look back, a meeting and its checks. */
export const reviewErrors = {
  'review.not-found': {
    message: 'there is no look back {rung} for this incident',
    remedy: 'See `review.show` for those there are; `review.move` agrees on another one for a day.',
  },
  'review.held': {
    message: 'the look back {rung} was held on {day}',
    remedy: 'What it found stays. Agree on another one with `review.move`, and hold that.',
  },
  'review.early': {
    message: 'the look back {rung} cannot be held: nobody has said when the incident ended',
    remedy: 'Add the resolved milestone to the timeline, or the end of the incident; its effect counts from there.',
  },
  'meeting.none': {
    message: 'no meeting is planned for this incident',
    remedy: 'Plan it with `meeting.plan`.',
  },
  'meeting.person': {
    message: 'there is nobody {id} who could be invited',
    remedy: 'See `people.list`; somebody without an account is a guest, with name and address.',
  },
  'poll.none': {
    message: 'no checks were asked for this incident',
    remedy: 'An editor has them asked on the page of the meeting (`poll.open`).',
  },
  'poll.open': {
    message: 'the checks of this incident are asked already',
    remedy: 'Close them first: `poll.close`. Their sums stay.',
  },
  'poll.too-few': {
    message: 'the checks need {least} people who may answer, and {count} are named',
    remedy: 'Ask more of those who took part: with fewer answers everybody could tell who gave which.',
  },
  'poll.closed': {
    message: 'the checks of this incident are closed',
    remedy: 'See their sums on the page of the meeting.',
  },
  'poll.not-asked': {
    message: 'these checks were not asked of you',
    remedy: 'Only those who were named when they were opened can answer.',
  },
  'poll.given': {
    message: 'you were given your ballot for these checks already',
    remedy: 'It lies in the browser in which you began. Nobody can give out a second one.',
  },
  'poll.ballot': {
    message: 'this ballot does not count: {reason}',
    remedy: 'Open the checks again in the browser in which you began; each ballot counts once.',
  },
} as const satisfies Record<string, ErrorText>;
