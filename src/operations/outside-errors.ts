import type { ErrorText } from './error-text.ts';

/** What can stop what is told to those outside. */
export const outsideErrors = {
  'announcement.leak': {
    message: 'the message holds what must not leave the house ({count}, the first: {kind}); nothing was sent',
    remedy: 'Send the text that `announcement.preview` gives: it is taken out there.',
  },
  'announcement.unfilled': {
    message: 'the message still has {place} in it; nothing was sent',
    remedy: 'Write what belongs there, or take the sentence out.',
  },
  'announcement.list': {
    message: 'there is no list {name}',
    remedy: 'See `announcement.list` for those there are; owners keep them under Settings → Status page.',
  },
  'announcement.nowhere': {
    message: 'it is not said where the message goes',
    remedy: 'Name the status page, a list, or what you told elsewhere.',
  },
  'status.off': {
    message: 'the status page is off',
    remedy: 'An owner turns it on under Settings → Status page.',
  },
  'status.component': {
    message: 'the status page has no component {name}',
    remedy: 'Name one of Settings → Status page, or add it there.',
  },
  'status.none': {
    message: 'the status page says nothing of this incident',
    remedy: 'There is nothing to take away.',
  },
  'subscription.taken': { message: 'this address has the updates already', remedy: 'There is nothing to do.' },
  'subscription.none': {
    message: 'there is no such subscription',
    remedy: 'It may have ended already; see `subscription.list`.',
  },
} as const satisfies Record<string, ErrorText>;
