import type { ErrorText } from './error-text.ts';

/** What can stop somebody who wants people told something, or told in another way. */
export const noticeErrors = {
  'channel.not-found': {
    message: 'there is no channel {id}',
    remedy: 'See `channel.list`; it may have been removed.',
  },
  'channel.address': {
    message: 'this address cannot be used for a channel: {reason}',
    remedy: 'Give the whole https address that the receiver shows for incoming webhooks.',
  },
  'notice.not-found': {
    message: 'there is no notice {id} in the outbox',
    remedy: 'See `notice.list`.',
  },
  'notice.moving': {
    message: 'this notice is {state}',
    remedy: 'Only what is sent, failed, uncertain or dropped is sent again, and only what still waits is dropped.',
  },
} as const satisfies Record<string, ErrorText>;
