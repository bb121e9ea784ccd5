import type { ErrorText } from './error-text.ts';

/** What can stop a delivery, and what is done with those that came. */
export const hookErrors = {
  'hook.not-found': {
    message: 'there is no hook here',
    remedy: 'Check the whole address; it may have been changed or revoked. `hook.list` shows what there is.',
  },
  'hook.source': {
    message: '{name} does not deliver by itself',
    remedy: 'These do: {known}. Everything else can be uploaded as evidence.',
  },
  'hook.refused': {
    message: 'this delivery was not taken: {reason}',
    remedy: 'Nothing of it was stored. Compare the secret at the sender with that of the hook: `hook.change` sets it.',
  },
  'hook.type': {
    message: 'a body of {type} is not taken here',
    remedy: 'Send JSON, JSON lines, a form or text as UTF-8; plain, or as gzip, deflate or br.',
  },
  'hook.broken': {
    message: 'the body of this delivery cannot be read: {reason}',
    remedy: 'Nothing was stored. Send it again, whole and as UTF-8 text.',
  },
  'hook.busy': {
    message: 'too much is being delivered at this moment; this was not taken',
    remedy: 'Send it again after {seconds} seconds.',
  },
  'delivery.not-found': {
    message: 'there is no delivery {id}',
    remedy: 'See `delivery.list`; old ones that belong to no incident are removed.',
  },
  'delivery.refused': {
    message: 'the delivery {id} was refused, and nothing of it is stored',
    remedy: 'Mend what it was refused for, and let the sender send it again.',
  },
  'signal.elsewhere': {
    message: '{count} of these signals are in another incident; the first is {id}',
    remedy: 'Take them out of it first: `signal.leave`.',
  },
  'signal.settled': {
    message: 'this incident is {status}: what sources deliver does not change it by itself',
    remedy: 'A person joins late signals, or leaves them out.',
  },
  'signal.not-found': {
    message: '{count} of these signals are not there; the first is {id}',
    remedy: 'See `delivery.list`; a signal may have been removed with its deliveries.',
  },
} as const satisfies Record<string, ErrorText>;
